const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after so many failures in a row: 1 s, doubling to 5 minutes. Half of it is chance, so that all the
 * browsers that a restart of the collector cut off do not come back in the same moment.
 */
export function backoffMs(failures: number, random: () => number): number {
  const most = Math.min(FIRST_MS * 2 ** Math.max(failures - 1, 0), LONGEST_MS);
  return most / 2 + (most / 2) * random();
}
