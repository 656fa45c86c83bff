import type { Media, MediaEvent } from '../../src/media/media.js';

type EventType = MediaEvent['type'];

/** What a media told, without the many small changes. */
export class Watching {
  readonly told: MediaEvent[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(readonly media: Media) {
    media.listen((event) => {
      if (event.type !== 'changed') this.told.push(event);
      for (const check of this.#waiting) check();
    });
  }

  /** What was told, in order. Any clip stalls for a moment where a machine is busy: a stall that passed is left out. */
  get types(): readonly EventType[] {
    const types: EventType[] = [];
    for (const { type } of this.told) {
      if (types.at(-1) === 'stalled' && type !== 'failed') types.pop();
      // It plays as before the stall.
      if (type !== 'playing' || types.at(-1) !== 'playing') types.push(type);
    }
    return types;
  }

  /** Resolves when it was told, at once if it was already. */
  async hears(type: EventType): Promise<void> {
    await this.until(() => this.told.some((event) => event.type === type), `told "${type}"`);
  }

  async until(holds: () => boolean, name = 'what was waited for'): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        if (!holds()) return;
        clearTimeout(timer);
        clearInterval(polling);
        this.#waiting.delete(check);
        resolve();
      };
      // Not everything that is waited for is told: cues that were loaded, for one.
      const polling = setInterval(check, 50);
      const timer = setTimeout(() => {
        clearInterval(polling);
        reject(new Error(`Never ${name}. Told: ${JSON.stringify(this.told)}`));
      }, 45_000);
      this.#waiting.add(check);
    });
  }
}
