import { readdirSync, readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';

import { measureEntries } from '../../scripts/entry-sizes.mjs';

interface Budget {
  /** Bytes after brotli that come with the entry. */
  readonly first: number;
  /** Bytes after brotli of everything that a viewing over mp4 and WebM clips can need, `first` included. */
  readonly viewing?: number;
  /** Bytes after brotli of all that is not in `first`, the code for HLS included. */
  readonly later: number;
}

/** What the README promises. Raise one only with a reason in the commit. */
const budgets = JSON.parse(readFileSync('scripts/size-budgets.json', 'utf8')) as Readonly<Record<string, Budget>>;

describe('the size of each entry', () => {
  let sizes: Awaited<ReturnType<typeof measureEntries>>;
  beforeAll(async () => {
    sizes = await measureEntries();
  });

  it.each(Object.entries(budgets))('%s stays within its budget', (entry, { first, viewing = Infinity, later }) => {
    const size = sizes.find((one) => one.entry === entry);

    expect(size?.brotli).toBeLessThanOrEqual(first);
    expect(size?.viewingBrotli).toBeLessThanOrEqual(viewing);
    expect(size?.lazyBrotli).toBeLessThanOrEqual(later);
  });

  it('holds the player to 25 kB before the first picture, and to 115 kB for a whole viewing', () => {
    expect(budgets['followup-player.min.js']).toMatchObject({ first: 25_000, viewing: 115_000 });
    expect(budgets['followup-player']).toMatchObject({ first: 25_000, viewing: 115_000 });
  });

  it('is what the README says, give or take two kilobytes, and so are the budgets', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, first = '', viewing = '', ...held] =
      /(\d+) kB before the first picture and (\d+) kB for a whole viewing \(brotli; a test holds them to (\d+) and (\d+) kB\)/.exec(
        readme,
      ) ?? [];
    const size = sizes.find(({ entry }) => entry === 'followup-player.min.js');

    expect(Math.abs(Number(first) - (size?.brotli ?? 0) / 1_000)).toBeLessThan(2);
    expect(Math.abs(Number(viewing) - (size?.viewingBrotli ?? 0) / 1_000)).toBeLessThan(2);
    expect(held).toEqual(['25', '115']);
  });

  it('has a budget for each', () => {
    expect(sizes.map(({ entry }) => entry)).toEqual(Object.keys(budgets));
  });
});

describe('followup-player.min.js', () => {
  it('waits for no file but the two that it asks for itself', () => {
    const files = readdirSync('dist/cdn').filter((name) => name !== 'followup-player.global.js');
    const shell = readFileSync('dist/cdn/followup-player.min.js', 'utf8');
    const asked = [...shell.matchAll(/import\(`\.\/([^`]+)`\)/g)].map(([, name = '']) => name);

    expect(asked).toHaveLength(2);
    for (const name of asked) {
      const code = readFileSync(`dist/cdn/${name}`, 'utf8');
      const needed = [...code.matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, file]) => file);
      expect(new Set(needed)).toEqual(new Set(['followup-player.min.js']));
    }
    // Beside these three: HLS, and the viewer's own panel.
    expect(files).toHaveLength(5);
  });
});

describe('the script files', () => {
  it.each(['min', 'global'])('followup-player.%s.js names no other origin to fetch from', (kind) => {
    const code = readFileSync(`dist/cdn/followup-player.${kind}.js`, 'utf8');

    expect(
      [...code.matchAll(/(?:import|fetch|src\s*=)\s*\(?["'`](https?:\/\/[^"'`]+)/g)].map(([, url]) => url),
    ).toEqual([]);
  });
});
