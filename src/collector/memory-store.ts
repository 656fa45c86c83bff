import { questionOf, topicsOfReaction } from '../domain/reaction-facts.js';
import type { Identity, Reaction } from '../domain/reaction.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';
import type { Cursor, Kept, Page, ReactionStore, StoreFilter } from './reaction-store.js';

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
    close: () => Promise.resolve(),
  };
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
