import { describe, expect, it } from 'vitest';

import { chooseReadiness } from '../../src/runtime/readiness.js';

describe('chooseReadiness', () => {
  it('makes two clips ready beside the one on air, in three megabytes', () => {
    expect(chooseReadiness({}, undefined)).toEqual({ decks: 3, budget: { bytes: 3_000_000, decks: 2 }, faults: [] });
  });

  it('makes one ready where memory is poor, and all four answers of a usual question where it is plenty', () => {
    expect([0.5, 1, 2, 4, 8].map((gigabytes) => chooseReadiness({}, gigabytes).decks)).toEqual([2, 2, 2, 3, 5]);
  });

  it('may fetch a megabyte for each of four answers where there are decks for them', () => {
    expect([2, 4, 8].map((gigabytes) => chooseReadiness({}, gigabytes).budget.bytes)).toEqual([3e6, 3e6, 4e6]);
  });

  it('takes what the page wishes, whatever the memory', () => {
    const wished = chooseReadiness({ decks: 4, prefetchBytes: 500_000 }, 1);

    expect(wished).toEqual({ decks: 4, budget: { bytes: 500_000, decks: 3 }, faults: [] });
  });

  it('takes nothing for an answer: one element, no bytes', () => {
    const wished = chooseReadiness({ decks: 1, prefetchBytes: 0 }, 8);

    expect(wished).toEqual({ decks: 1, budget: { bytes: 0, decks: 0 }, faults: [] });
  });

  it('takes an attribute that was removed as one that was never there', () => {
    expect(chooseReadiness({ decks: null, prefetchBytes: null }, 8).decks).toBe(5);
  });

  it.each([0, 7, -1, 2.5, Infinity])('says that there cannot be %s decks, and keeps its own choice', (decks) => {
    const { faults, ...others } = chooseReadiness({ decks }, 4);

    expect(others).toEqual({ decks: 3, budget: { bytes: 3_000_000, decks: 2 } });
    expect(faults).toEqual([
      `"decks" of <followup-player> is ${decks}. Write a whole number from 1 to 6, or leave it out; until then it is 3.`,
    ]);
  });

  it('says of both what is wrong', () => {
    const { faults } = chooseReadiness({ decks: NaN, prefetchBytes: -1 }, 2);

    expect(faults).toEqual([
      '"decks" of <followup-player> is not a number. Write a whole number from 1 to 6, or leave it out; until then it is 2.',
      '"prefetch-bytes" of <followup-player> is -1. Write a whole number from 0 to 50000000, or leave it out; until then it is 3000000.',
    ]);
  });
});
