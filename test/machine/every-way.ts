import { getShortestPaths } from 'xstate/graph';

import { topicTotal } from '../../src/domain/branch.js';
import type { Condition } from '../../src/domain/condition.js';
import { questionsById, type Graph } from '../../src/domain/graph.js';
import { optionsOf } from '../../src/domain/questions/question.js';
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
      return [
        { type: 'skipped' },
        ...optionsOf(question).map(({ id }): PlayerEvent => ({
          type: 'answered',
          answer: { type: 'picked', options: [id] },
        })),
      ];
    case 'reading':
      return [{ type: 'text-read' }];
    case 'ended':
      return [];
    default:
      return [{ type: 'clip-ended' }];
  }
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
    limit: 200_000,
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
