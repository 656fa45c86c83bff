import { describe, expect, it } from 'vitest';

import { makeGraph } from '../../bench/graphs.js';
import { checkGraph } from '../../src/domain/check-graph.js';
import type { Branch } from '../../src/domain/scene.js';
import { aGraph, aSingleChoice } from '../fixtures.js';

describe('makeGraph', () => {
  it.each([1, 2, 9, 10, 11, 100, 1_000])('makes a faultless graph of %i scenes', (scenes) => {
    const graph = makeGraph(scenes);

    expect(Object.keys(graph.scenes)).toHaveLength(scenes);
    expect(checkGraph(graph)).toEqual([]);
  });
});

// Times are the bench's business; these only must come to an end, on a busy machine too.
describe('checkGraph, for large graphs', { timeout: 60_000 }, () => {
  it('finds nothing in 10,000 good scenes', () => {
    expect(checkGraph(makeGraph(10_000))).toEqual([]);
  });

  it('follows a chain of 20,000 scenes to its end', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `s${index}`);
    const branches = Object.fromEntries(ids.map((id, index) => [id, index < 19_999 ? [`s${index + 1}`] : []]));

    expect(checkGraph(aGraph({ branches }))).toEqual([]);
  });

  it('says that 20,001 scenes are too many', () => {
    const scenes = Object.fromEntries(
      Array.from({ length: 20_001 }, (_, index) => [`s${index}`, { text: 'x', ending: {} }]),
    );

    expect(checkGraph(aGraph({ scenes })).find(({ path }) => path === 'scenes')?.code).toBe('wrong-shape');
  });

  it('comes to an end with a mistake in every branch', () => {
    const targets = Array.from({ length: 200 }, (_, index): Branch => ({ to: `gone${index}` }));
    const branches = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`s${index}`, targets]));

    const problems = checkGraph(aGraph({ branches }));

    expect(problems.filter(({ code }) => code === 'unknown-scene')).toHaveLength(40_000);
  });

  it('comes to an end with conditions that could stand in millions of ways', () => {
    const when = (scene: number): Branch['when'] => ({
      type: 'all',
      of: Array.from({ length: 100 }, (_, index) => ({ type: 'attribute', name: `a${scene}x${index}`, equals: 'x' })),
    });
    const branches = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `s${index}`,
        [...Array.from({ length: 20 }, (): Branch => ({ to: 'end', when: when(index) })), 'end'],
      ]),
    );
    const question = aSingleChoice();

    const codes = new Set(
      checkGraph(aGraph({ branches: { ...branches, end: [] }, scenes: { s0: { question } } })).map(({ code }) => code),
    );

    expect(codes).toEqual(new Set(['dead-branch', 'unreachable-scene']));
  });
});
