import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';

import { questionsById, type Graph } from '../../src/domain/graph.js';
import { planPrefetch, type PrefetchFacts } from '../../src/domain/prefetch.js';
import { listComing } from '../../src/domain/prefetch/coming.js';
import { keyOfClip } from '../../src/domain/prefetch/clip-size.js';
import { presentVisit } from '../../src/domain/viewing.js';
import { compileGraph } from '../../src/machine/compile-graph.js';
import { currentLife, currentScene, type PlayerSnapshot } from '../../src/machine/selectors.js';
import { waysOn } from '../machine/every-way.js';
import { arbitraryGraph } from '../shared/arbitrary-graph.js';

/** The plan's facts where a snapshot stands; nothing is short unless it is said. */
function factsOf(graph: Graph, snapshot: PlayerSnapshot, wish: Partial<PrefetchFacts> = {}): PrefetchFacts {
  return {
    graph,
    questions: questionsById(graph),
    viewing: snapshot.context.viewing,
    questionOpen: snapshot.matches({ question: 'open' } as never),
    onAir: undefined,
    line: { saveData: false, bitsPerSecond: 1e12 },
    budget: { bytes: Infinity, decks: Infinity },
    ...wish,
  };
}

/** Sends one viewer through a graph, and shows each two snapshots that follow one another. */
function walk(
  graph: Graph,
  dice: readonly number[],
  see: (before: PlayerSnapshot, after: PlayerSnapshot) => void,
): void {
  const machine = compileGraph(graph);
  let [before] = initialTransition(machine, { attributes: { jobType: 'sales' } });
  for (const throwOf of dice) {
    const ways = waysOn(graph, before);
    const event = throwOf % 7 === 6 ? ({ type: 'went-back' } as const) : ways[throwOf % ways.length];
    if (!event) break;
    const [after] = transition(machine, before, event);
    see(before, after);
    before = after;
  }
}

const sceneOf = ({ context }: PlayerSnapshot): string => presentVisit(context.viewing).scene;
const visitOf = ({ context }: PlayerSnapshot): number => presentVisit(context.viewing).number;
const hasGoneOn = (before: PlayerSnapshot, after: PlayerSnapshot): boolean =>
  after.context.viewing.visits > before.context.viewing.visits;
const aWalk = () => fc.tuple(arbitraryGraph(), fc.array(fc.nat(50), { maxLength: 40 }));

describe('planPrefetch, beside the statechart', () => {
  it('never rules out the scene that comes', () => {
    fc.assert(
      fc.property(aWalk(), ([graph, dice]) => {
        walk(graph, dice, (before, after) => {
          if (!hasGoneOn(before, after)) return;
          expect(listComing(factsOf(graph, before)).map(({ scene }) => scene)).toContain(sceneOf(after));
        });
      }),
    );
  });

  it('has every clip that comes, also behind a text, where nothing is short', () => {
    fc.assert(
      fc.property(aWalk(), ([graph, dice]) => {
        // The plan of the scene before; none for the first scene, nor for one that was gone back to.
        let earlier: readonly string[] | undefined;
        walk(graph, dice, (before, after) => {
          if (visitOf(after) < visitOf(before)) earlier = undefined;
          if (!hasGoneOn(before, after)) return;
          const keys = planPrefetch(factsOf(graph, before)).map(({ clip }) => keyOfClip(clip));
          const { clip } = currentScene(graph, after);
          if (clip && currentLife(after) === 'loading') {
            expect(keys).toContain(keyOfClip(clip));
            if (currentLife(before) === 'reading' && earlier) expect(earlier).toContain(keyOfClip(clip));
          }
          earlier = keys;
        });
      }),
    );
  });

  it('rules out every scene that no answer leads to, save where sets of options are picked', () => {
    fc.assert(
      fc.property(aWalk(), ([graph, dice]) => {
        const machine = compileGraph(graph);
        walk(graph, dice, (_, snapshot) => {
          const { question } = currentScene(graph, snapshot);
          if (currentLife(snapshot) !== 'asking' || question?.type === 'multiple-choice') return;
          const next = waysOn(graph, snapshot).map((event) => transition(machine, snapshot, event)[0]);
          if (!next.every((after) => hasGoneOn(snapshot, after))) return;
          const atOnce = listComing(factsOf(graph, snapshot)).filter(({ afterText }) => !afterText);
          expect(new Set(atOnce.map(({ scene }) => scene))).toEqual(new Set(next.map(sceneOf)));
        });
      }),
    );
  });

  it('shares out a whole among what comes at once', () => {
    fc.assert(
      fc.property(aWalk(), ([graph, dice]) => {
        walk(graph, dice, (_, snapshot) => {
          const atOnce = listComing(factsOf(graph, snapshot)).filter(({ afterText }) => !afterText);
          if (atOnce.length === 0) return;
          expect(atOnce.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
          expect(atOnce.every(({ share }) => share > 0)).toBe(true);
        });
      }),
    );
  });

  it('stays within its bytes and decks, and fetches nothing for who saves data', () => {
    const aLimit = fc.record({ bytes: fc.nat(5_000_000), decks: fc.nat(3) });
    const aPace = fc.option(fc.integer({ min: 100_000, max: 50_000_000 }), { nil: undefined });
    fc.assert(
      fc.property(aWalk(), aLimit, aPace, ([graph, dice], budget, bitsPerSecond) => {
        walk(graph, dice, (_, snapshot) => {
          const line = { saveData: false, bitsPerSecond };
          const steps = planPrefetch(factsOf(graph, snapshot, { budget, line }));
          const taken = new Map<string, number>();
          for (const { clip, bytes } of steps) {
            taken.set(keyOfClip(clip), Math.max(bytes, taken.get(keyOfClip(clip)) ?? 0));
          }

          expect([...taken.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(budget.bytes);
          expect(steps.filter(({ how }) => how !== 'opening').length).toBeLessThanOrEqual(budget.decks);
          const saving = factsOf(graph, snapshot, { budget, line: { ...line, saveData: true } });
          expect(planPrefetch(saving)).toEqual([]);
        });
      }),
    );
  });
});
