import { describe, expect, it } from 'vitest';

import { packBatch, splitBatch, toBatch } from '../../src/log/batch.js';
import { aCode, aReaction, anIdentity, idsOf, reactions } from './reactions.js';

const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

describe('packBatch', () => {
  it('packs nothing where nothing waits', () => {
    expect(packBatch(toBatch([]), { entries: 10, bytes: 1_000 })).toBe(undefined);
  });

  it('packs one entry even if it is over the limit alone', () => {
    const batch = packBatch(toBatch([aReaction(1, { text: 'x'.repeat(2_000) })]), { entries: 10, bytes: 1_000 });

    expect(batch?.reactions).toHaveLength(1);
  });

  it('counts names, codes and reactions together, reactions last', () => {
    const batch = packBatch(toBatch(reactions(1, 5), [anIdentity(1)], [aCode(1)]), { entries: 3, bytes: 10_000 });

    expect(batch?.identities).toEqual([anIdentity(1)]);
    expect(batch?.codes).toEqual([aCode(1)]);
    expect(batch?.reactions).toEqual([aReaction(1)]);
  });

  it('never makes a body longer than the limit', () => {
    for (let limit = 500; limit < 3_000; limit += 37) {
      const batch = packBatch(toBatch(reactions(1, 20), [anIdentity(1)], [aCode(1)]), { entries: 200, bytes: limit });

      expect(bytes(batch)).toBeLessThanOrEqual(limit);
    }
  });
});

describe('splitBatch', () => {
  it('carries everything, in order, in pieces under the limit', () => {
    const whole = toBatch(reactions(1, 100), [anIdentity(1)], [aCode(1), aCode(2)]);

    const pieces = splitBatch(whole, 5_000);

    expect(pieces.flatMap((piece) => idsOf(piece.reactions))).toEqual(idsOf(whole.reactions));
    expect(pieces.flatMap((piece) => piece.identities ?? [])).toEqual([anIdentity(1)]);
    expect(pieces.flatMap((piece) => piece.codes ?? [])).toEqual([aCode(1), aCode(2)]);
    expect(Math.max(...pieces.map(bytes))).toBeLessThanOrEqual(5_000);
  });
});
