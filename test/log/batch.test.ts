import { describe, expect, it } from 'vitest';

import { packBatch, splitBatch } from '../../src/log/batch.js';
import { aReaction, anIdentity, idsOf, reactions } from './reactions.js';

const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

describe('packBatch', () => {
  it('packs nothing where nothing waits', () => {
    expect(packBatch([], [], { entries: 10, bytes: 1_000 })).toBe(undefined);
  });

  it('packs one entry even if it is over the limit alone', () => {
    const batch = packBatch([aReaction(1, { text: 'x'.repeat(2_000) })], [], { entries: 10, bytes: 1_000 });

    expect(batch?.reactions).toHaveLength(1);
  });

  it('counts names and reactions together, names first', () => {
    const batch = packBatch(reactions(1, 5), [anIdentity(1), anIdentity(2)], { entries: 3, bytes: 10_000 });

    expect(batch?.identities).toEqual([anIdentity(1), anIdentity(2)]);
    expect(batch?.reactions).toEqual([aReaction(1)]);
  });

  it('never makes a body longer than the limit', () => {
    for (let limit = 500; limit < 3_000; limit += 37) {
      const batch = packBatch(reactions(1, 20), [anIdentity(1)], { entries: 200, bytes: limit });

      expect(bytes(batch)).toBeLessThanOrEqual(limit);
    }
  });
});

describe('splitBatch', () => {
  it('carries everything, in order, in pieces under the limit', () => {
    const whole = { format: 1, reactions: reactions(1, 100), identities: [anIdentity(1)] } as const;

    const pieces = splitBatch(whole, 5_000);

    expect(pieces.flatMap((piece) => idsOf(piece.reactions))).toEqual(idsOf(whole.reactions));
    expect(pieces.flatMap((piece) => piece.identities ?? [])).toEqual([anIdentity(1)]);
    expect(Math.max(...pieces.map(bytes))).toBeLessThanOrEqual(5_000);
  });
});
