import { describe, expect, it } from 'vitest';

import { openMemoryStore } from '../../src/collector/memory-store.js';
import type { ReactionStore } from '../../src/collector/reaction-store.js';
import { makeWayCounter } from '../../src/collector/ways-route.js';
import { gatherWays, showWays } from '../../src/collector/ways.js';
import { aGraph } from '../fixtures.js';
import { aLeaving } from './reactions.js';

/** Counts of one hub, as a store tells them. */
const hubOf = (targets: Readonly<Record<string, number>>) =>
  gatherWays(Object.entries(targets).map(([to, viewings]) => ({ from: 'hub', to, viewings })));

describe('showWays', () => {
  it('rounds down to whole groups', () => {
    expect(showWays(hubOf({ team: 14, work: 10, end: 9 }), 5)).toEqual({ hub: { team: 10, work: 10, end: 5 } });
  });

  it('leaves out the ways of less than a group, and scenes with no other ways', () => {
    expect(showWays(hubOf({ team: 5, work: 4 }), 5)).toEqual({ hub: { team: 5 } });
    expect(showWays(hubOf({ team: 4, work: 4 }), 5)).toEqual({});
  });

  it('tells of 2,000 scenes at most', () => {
    const ways = Array.from({ length: 2_001 }, (_, index) => ({ from: `scene-${index}`, to: 'end', viewings: 5 }));

    const shown = showWays(gatherWays(ways), 5);

    expect(Object.keys(shown)).toHaveLength(2_000);
    expect(shown).not.toHaveProperty('scene-2000');
  });
});

/** A store that tells how often it was asked to count. */
function aCountedStore(countWays?: ReactionStore['countWays']) {
  const store = openMemoryStore();
  const asked: string[] = [];
  return {
    asked,
    store: {
      ...store,
      countWays: (graph: string) => {
        asked.push(graph);
        return (countWays ?? store.countWays)(graph);
      },
    },
  };
}

describe('makeWayCounter', () => {
  it('asks the store once a minute for each graph, however many ask at a time', async () => {
    let now = 0;
    const { store, asked } = aCountedStore();
    const countWays = makeWayCounter({ store }, () => now);

    await Promise.all([countWays('intro'), countWays('intro'), countWays('other')]);
    now = 59_999;
    await countWays('intro');
    expect(asked).toEqual(['intro', 'other']);

    now = 60_000;
    await countWays('intro');
    expect(asked).toEqual(['intro', 'other', 'intro']);
  });

  it('asks a store in trouble no more often', async () => {
    const { store, asked } = aCountedStore(() => Promise.reject(new Error('The disk is full.')));
    const countWays = makeWayCounter({ store }, () => 0);

    await expect(countWays('intro')).rejects.toThrow('The disk is full.');
    await expect(countWays('intro')).rejects.toThrow('The disk is full.');

    expect(asked).toEqual(['intro']);
  });

  it('counts 100 strange graphs a minute at most, and its own always', async () => {
    let now = 0;
    const { store, asked } = aCountedStore();
    const own = aGraph({ branches: { end: [] } });
    const countWays = makeWayCounter({ store, graphs: [own] }, () => now);
    await Promise.all(Array.from({ length: 100 }, (_, index) => countWays(`made-up-${index}`)));

    expect(() => countWays('one-more')).toThrow('Try again in a minute.');
    expect(await countWays(own.id)).toEqual({});
    expect(asked).toHaveLength(101);

    now = 60_000;
    expect(await countWays('one-more')).toEqual({});
  });

  it('takes the configured group, and never one below three', async () => {
    const { store } = aCountedStore();
    await store.keep({ reactions: [1, 2, 3, 4].map((viewing) => aLeaving('hub', 'team', { viewing })) });

    expect(await makeWayCounter({ store, minimum: { group: 1 } })('graph')).toEqual({ hub: { team: 3 } });
    expect(await makeWayCounter({ store, minimum: { group: 4 } })('graph')).toEqual({ hub: { team: 4 } });
    expect(await makeWayCounter({ store })('graph')).toEqual({});
  });
});
