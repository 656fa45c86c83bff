import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';

import { measureEntries } from '../../scripts/entry-sizes.mjs';

interface Budget {
  /** Bytes after brotli that come with the entry. */
  readonly first: number;
  /** Bytes after brotli of all that is fetched only when it is needed: Video.js, and its code for HLS. */
  readonly later: number;
}

/** What the README promises. Raise one only with a reason in the commit. */
const budgets = JSON.parse(readFileSync('scripts/size-budgets.json', 'utf8')) as Readonly<Record<string, Budget>>;

describe('the size of each entry', () => {
  let sizes: Awaited<ReturnType<typeof measureEntries>>;
  beforeAll(async () => {
    sizes = await measureEntries();
  });

  it.each(Object.entries(budgets))('%s stays within its budget', (entry, { first, later }) => {
    const size = sizes.find((one) => one.entry === entry);

    expect(size?.brotli).toBeLessThanOrEqual(first);
    expect(size?.lazyBrotli).toBeLessThanOrEqual(later);
  });

  it('has a budget for each', () => {
    expect(sizes.map(({ entry }) => entry)).toEqual(Object.keys(budgets));
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
