import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';

import { chooseBranch, topicTotal } from '../../src/domain/branch.js';
import type { Condition } from '../../src/domain/condition.js';
import { questionsById, type Graph } from '../../src/domain/graph.js';
import { optionsOf, type Question } from '../../src/domain/questions/question.js';
import { latestAnswer, presentVisit } from '../../src/domain/viewing.js';
import { compileGraph } from '../../src/machine/compile-graph.js';
import type { PlayerEvent } from '../../src/machine/player-event.js';
import { currentLife, currentScene, type PlayerSnapshot } from '../../src/machine/selectors.js';

/** Everything that a viewer could do next to get on: watch to the end, pick each option, write, or decline. */
export function waysOn(graph: Graph, snapshot: PlayerSnapshot): readonly PlayerEvent[] {
  const { question } = currentScene(graph, snapshot);
  switch (currentLife(snapshot)) {
    case 'notice':
      return [{ type: 'notice-answered', choice: 'unnamed' }];
    case 'asking':
      if (!question) return [];
      if (question.type === 'free-text')
        return [{ type: 'skipped' }, { type: 'answered', answer: { type: 'written', text: '?' } }];
      return [{ type: 'skipped' }, ...picks(question).map(picking)];
    case 'reading':
      return [{ type: 'text-read' }];
    case 'ended':
      return [];
    default:
      return [{ type: 'clip-ended' }];
  }
}

/** Each option by itself; of a multiple choice none, and as many as may be picked, too. */
function picks(question: Question): readonly (readonly string[])[] {
  const ids = optionsOf(question).map(({ id }) => id);
  const alone = ids.map((id) => [id]);
  return question.type === 'multiple-choice' ? [...alone, [], ids.slice(0, question.atMost)] : alone;
}

function picking(options: readonly string[]): PlayerEvent {
  return { type: 'answered', answer: { type: 'picked', options } };
}

/** Walks every way through a graph by XState's own path search, telling apart only what its conditions can tell apart. */
export function walkEveryWay(graph: Graph, attributes: Record<string, string> = {}) {
  const conditions = Object.values(graph.scenes).flatMap(({ branches = [] }) =>
    branches.flatMap(({ when }) => (when ? leavesOf(when) : [])),
  );
  const questions = questionsById(graph);
  const hubs = Object.values(graph.scenes).flatMap(({ hub, question }) => (hub && question ? [question.id] : []));
  return getShortestPaths(compileGraph(graph), {
    input: { attributes },
    events: (snapshot: PlayerSnapshot) => waysOn(graph, snapshot),
    serializeState: (snapshot: PlayerSnapshot) => {
      const { viewing } = snapshot.context;
      const facts = conditions.map((leaf) => {
        if (leaf.type === 'answer' || leaf.type === 'declined') return latestAnswer(viewing, leaf.question);
        if (leaf.type === 'visited') return viewing.visited.includes(leaf.scene);
        if (leaf.type === 'attribute') return undefined;
        return Math.min(leaf.atLeast, topicTotal(leaf.type, leaf.topic, viewing, questions));
      });
      const seen = hubs.map((question) => viewing.given.some((one) => one.question === question));
      return JSON.stringify([snapshot.value, facts, seen]);
    },
    limit: 20_000,
  });
}

type Leaf = Exclude<Condition, { readonly type: 'all' | 'any' | 'not' }>;

function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}

/** The scenes that some way comes to. */
export function scenesReached(paths: ReturnType<typeof walkEveryWay>): readonly string[] {
  return [...new Set(paths.map(({ state }) => presentVisit(state.context.viewing).scene))].sort();
}

/** The endings that some way comes to its end in. */
export function endingsReached(paths: ReturnType<typeof walkEveryWay>): readonly string[] {
  const ended = paths.filter(({ state }) => currentLife(state) === 'ended');
  return [...new Set(ended.map(({ state }) => presentVisit(state.context.viewing).scene))].sort();
}

/** One viewer's way, from the notice to an ending. */
export interface Walk {
  readonly ended: boolean;
  readonly way: readonly string[];
  /** Every branch that was taken, as `from[index]`. */
  readonly branches: readonly string[];
}

/**
 * Sends viewers through a graph who, wherever they stand, take what was taken least so far. So every option of every
 * question is picked, and every branch that can be taken is taken, after few viewers.
 */
export function sendViewers(graph: Graph, count: number, attributes: Record<string, string> = {}): readonly Walk[] {
  const machine = compileGraph(graph);
  const questions = questionsById(graph);
  const taken = new Map<string, number>();
  return Array.from({ length: count }, () => {
    let [snapshot] = initialTransition(machine, { attributes });
    const branches: string[] = [];
    for (let steps = 0; steps < 200 && currentLife(snapshot) !== 'ended'; steps += 1) {
      const { scene } = presentVisit(snapshot.context.viewing);
      const key = (event: PlayerEvent): string => `${scene} ${JSON.stringify(event)}`;
      const times = (event: PlayerEvent): number => taken.get(key(event)) ?? 0;
      const [event] = [...waysOn(graph, snapshot)].sort((a, b) => times(a) - times(b));
      if (!event) break;
      taken.set(key(event), times(event) + 1);
      const before = snapshot;
      [snapshot] = transition(machine, before, event);
      const { viewing } = snapshot.context;
      if (viewing.visits === before.context.viewing.visits) continue;
      const ways = graph.scenes[scene]?.branches ?? [];
      const then = { ...viewing, path: before.context.viewing.path, visited: before.context.viewing.visited };
      branches.push(`${scene}[${ways.findIndex((way) => way === chooseBranch(ways, then, questions))}]`);
    }
    const { path } = snapshot.context.viewing;
    return { ended: currentLife(snapshot) === 'ended', way: path.map(({ scene }) => scene), branches };
  });
}
