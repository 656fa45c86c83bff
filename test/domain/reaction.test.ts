import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { reactionSchema } from '../../src/domain/reaction.js';

const left = (at: string) => ({
  type: 'left',
  id: '11111111-1111-4111-8111-111111111111',
  viewing: '22222222-2222-4222-8222-222222222222',
  sequence: 1,
  graph: 'intro',
  graphVersion: '1',
  at,
  scene: 'welcome',
  watchedSeconds: 2.5,
});

describe('reactionSchema', () => {
  it.each(['2026-11-21T09:30:15Z', '2028-02-29T00:00:00Z'])('takes %s', (at) => {
    expect(v.is(reactionSchema, left(at))).to.equal(true);
  });

  it.each(['2026-11-21 09:30:15Z', '2026-11-21T09:30:15.123Z', '2026-11-21T09:30Z', '2026-02-31T00:00:00Z', 'now'])(
    'refuses %s as a time',
    (at) => {
      expect(v.is(reactionSchema, left(at))).to.equal(false);
    },
  );

  it('refuses what it does not know', () => {
    expect(v.is(reactionSchema, { ...left('2026-11-21T09:30:15Z'), risk: 0.7 })).to.equal(false);
  });
});
