import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';

import { measureEntries } from '../../scripts/entry-sizes.mjs';

/** Bytes after brotli, entry by entry: what the README promises. Raise one only with a reason in the commit. */
const budgets = JSON.parse(readFileSync('scripts/size-budgets.json', 'utf8')) as Readonly<Record<string, number>>;

describe('the size of each entry', () => {
  let sizes: Awaited<ReturnType<typeof measureEntries>>;
  beforeAll(async () => {
    sizes = await measureEntries();
  });

  it.each(Object.entries(budgets))('%s stays within %i bytes', (entry, budget) => {
    const size = sizes.find((one) => one.entry === entry);

    expect(size?.brotli).toBeLessThanOrEqual(budget);
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
