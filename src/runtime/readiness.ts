import type { PrefetchBudget } from './prefetcher.js';

/** How much a page lets the player make ready. What is left out, the player chooses. */
export interface ReadinessWish {
  /** Video elements in all, with the one on air. */
  readonly decks?: number | null | undefined;
  /** For what may come after one question. */
  readonly prefetchBytes?: number | null | undefined;
}

/** How much is made ready. */
export interface Readiness {
  readonly decks: number;
  readonly budget: PrefetchBudget;
  /** What was wished for and cannot be, in sentences for the page's developer. */
  readonly faults: readonly string[];
}

const MOST_DECKS = 6;
const MOST_BYTES = 50_000_000;
/**
 * By the memory of the device, in gigabytes, as each deck takes about 20 MB of it. A question has four answers at most
 * in most graphs, so that four decks beside the one on air have every answer ready; a megabyte is a short clip at 720p.
 */
const USUAL = [
  { gigabytes: 8, decks: 5, bytes: 4_000_000 },
  { gigabytes: 2.1, decks: 3, bytes: 3_000_000 },
] as const;
const WHERE_MEMORY_IS_POOR = { decks: 2, bytes: 3_000_000 };
/** Of a device that does not tell, as Safari and Firefox do not. */
const PRESUMED_GIGABYTES = 4;

/** Takes what the page wishes where that can be, and else what suits a device with so much memory. */
export function chooseReadiness(wish: ReadinessWish, deviceGigabytes: number | undefined): Readiness {
  const faults: string[] = [];
  const choose = (
    name: string,
    wished: number | null | undefined,
    usual: number,
    [least, most]: readonly [number, number],
  ) => {
    if (wished === undefined || wished === null) return usual;
    if (Number.isInteger(wished) && wished >= least && wished <= most) return wished;
    const found = Number.isNaN(wished) ? 'not a number' : wished;
    faults.push(
      `"${name}" of <followup-player> is ${found}. Write a whole number from ${least} to ${most}, or leave it out; until then it is ${usual}.`,
    );
    return usual;
  };
  const memory = deviceGigabytes ?? PRESUMED_GIGABYTES;
  const usual = USUAL.find(({ gigabytes }) => memory >= gigabytes) ?? WHERE_MEMORY_IS_POOR;
  const decks = choose('decks', wish.decks, usual.decks, [1, MOST_DECKS]);
  const bytes = choose('prefetch-bytes', wish.prefetchBytes, usual.bytes, [0, MOST_BYTES]);
  return { decks, budget: { bytes, decks: decks - 1 }, faults };
}
