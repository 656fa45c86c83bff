import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BUILT = fileURLToPath(new URL('../../dist-storybook', import.meta.url));

/** A page of the built Storybook. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
  readonly tags?: readonly string[];
}

/** Lists what was built, stories and pages of text. */
export function listEntries(): readonly Entry[] {
  const path = join(BUILT, 'index.json');
  if (!existsSync(path)) {
    throw new Error(
      `${path} is not there. Run "npx storybook build --quiet --disable-telemetry -o dist-storybook" first.`,
    );
  }
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { entries: Readonly<Record<string, Entry>> };
  return Object.values(entries);
}
