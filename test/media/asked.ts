import type { PlayableClip } from '../../src/media/media.js';
import { aClipOf } from './clips.js';

export interface Asked {
  readonly file: string;
  readonly range: string;
  readonly state: 'open' | 'done' | 'aborted';
}

let names = 0;

/** A server of one test's own, which counts what it is asked for. */
export class CountingServer {
  readonly #name = `${Date.now()}-${Math.round(performance.now() * 1_000)}-${(names += 1)}`;

  clip(
    kind: 'plain' | 'slow' | 'thin' | 'whole' | 'gone' | 'gone-once' | 'hang-once',
    file: string,
    type?: string,
  ): PlayableClip {
    return aClipOf(new URL(`/counted/${this.#name}/${kind}/${file}`, window.origin).href, type);
  }

  async asked(): Promise<readonly Asked[]> {
    const response = await fetch(`/counted/${this.#name}/report`);
    return (await response.json()) as readonly Asked[];
  }

  /** Resolves once what was asked for fulfils this. */
  async until(holds: (asked: readonly Asked[]) => boolean): Promise<readonly Asked[]> {
    for (let left = 800; left > 0; left -= 1) {
      const asked = await this.asked();
      if (holds(asked)) return asked;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Never asked as was waited for: ${JSON.stringify(await this.asked())}`);
  }
}
