import { questionOf, topicsOfReaction } from '../domain/reaction-facts.js';
import type { Identity, Reaction } from '../domain/reaction.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';
import {
  WAY_BOUNDS,
  type Cursor,
  type Kept,
  type Page,
  type ReactionStore,
  type StoreFilter,
} from './reaction-store.js';
import { gatherWays, type Way } from './ways.js';

interface Row extends Cursor {
  readonly reaction: Reaction;
}

/** Keeps reactions until the process ends. For tests, and for trying a graph out. */
export function openMemoryStore(): ReactionStore {
  const rows: Row[] = [];
  const ids = new Set<string>();
  const viewings = new Map<string, number>();
  const identities = new Map<string, Identity>();
  const named = new Set<string>();

  const keepOne = (reaction: Reaction): boolean => {
    if (ids.has(reaction.id)) return false;
    ids.add(reaction.id);
    const key = `${reaction.viewing} ${reaction.graph}`;
    const viewing = viewings.get(key) ?? viewings.size + 1;
    viewings.set(key, viewing);
    if (reaction.type === 'notice-answered' && reaction.choice === 'named') named.add(reaction.viewing);
    rows.push({ reaction, viewing, sequence: reaction.sequence, arrival: rows.length + 1 });
    return true;
  };
  const arrived = ({ reaction, arrival }: Row): ArrivedReaction => ({
    reaction,
    arrival,
    identity: named.has(reaction.viewing) ? identities.get(reaction.viewing) : undefined,
  });

  return {
    keep(reactions, names): Promise<Kept> {
      const stored = reactions.filter(keepOne).map(({ id }) => id);
      const known = reactions.map(({ id }) => id).filter((id) => !stored.includes(id));
      for (const identity of names) {
        if (!identities.has(identity.viewing)) identities.set(identity.viewing, identity);
      }
      return Promise.resolve({ stored, known, identities: names.map(({ viewing }) => viewing) });
    },
    readPage(filter, after, limit): Promise<Page> {
      const ahead = rows.toSorted(inOrder).filter((row) => !after || inOrder(row, after) > 0);
      const looked = ahead.slice(0, limit);
      const fitting = looked.filter(({ reaction }) => fits(reaction, filter));
      return Promise.resolve({ rows: fitting.map(arrived), next: ahead.length > limit ? looked.at(-1) : undefined });
    },
    listGraphs: () => Promise.resolve([...new Set(rows.map(({ reaction }) => reaction.graph))].toSorted()),
    countWays: (graph) =>
      Promise.resolve(gatherWays(countWays(rows.filter(({ reaction }) => reaction.graph === graph)))),
    close: () => Promise.resolve(),
  };
}

function countWays(rows: readonly Row[]): readonly Way[] {
  const latest = new Set(
    [...new Set(rows.map(({ viewing }) => viewing))].toSorted((a, b) => b - a).slice(0, WAY_BOUNDS.viewings),
  );
  const returns = new Set(
    rows.flatMap(({ reaction, viewing, sequence }) =>
      reaction.type === 'went-back' ? `${viewing} ${sequence + 1}` : [],
    ),
  );
  const viewings = new Map<string, Set<number>>();
  for (const { reaction, viewing, sequence } of rows) {
    if (reaction.type !== 'scene-left' || reaction.to === undefined) continue;
    if (!latest.has(viewing) || returns.has(`${viewing} ${sequence}`)) continue;
    // Ids hold no space.
    const way = `${reaction.scene} ${reaction.to}`;
    viewings.set(way, (viewings.get(way) ?? new Set()).add(viewing));
  }
  return [...viewings]
    .map(([way, { size }]) => ({ from: way.split(' ')[0] ?? '', to: way.split(' ')[1] ?? '', viewings: size }))
    .toSorted((a, b) => b.viewings - a.viewings)
    .slice(0, WAY_BOUNDS.ways);
}

function inOrder(a: Cursor, b: Cursor): number {
  return a.viewing - b.viewing || a.sequence - b.sequence || a.arrival - b.arrival;
}

function fits(reaction: Reaction, { graph, since, until, topic, topicQuestions = [] }: StoreFilter): boolean {
  if (graph !== undefined && reaction.graph !== graph) return false;
  if (since !== undefined && reaction.at < since) return false;
  if (until !== undefined && reaction.at >= until) return false;
  if (topic === undefined || topicsOfReaction(reaction).includes(topic)) return true;
  const question = questionOf(reaction);
  return topicQuestions.some((one) => one.graph === reaction.graph && one.question === question);
}
