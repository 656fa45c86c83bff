import type { Graph } from '../domain/graph.js';
import type { Reaction, ReactionDraft, ViewingId } from '../domain/reaction.js';

/** Time and ids come from outside, so that tests decide them. */
export interface Circumstances {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A fresh random UUID. */
  newId(): string;
}

/** Numbers the reactions of one viewing. */
export interface Stamper {
  readonly viewing: ViewingId;
  /** The last sequence number that was given out. */
  readonly sequence: number;
  stamp(draft: ReactionDraft): Reaction;
}

/** Gives each reaction its id, number and time. A viewing that goes on after a reload goes on counting. */
export function createStamper(
  graph: Pick<Graph, 'id' | 'version'>,
  { now, newId }: Circumstances,
  resumed?: { readonly viewing: ViewingId; readonly sequence: number },
): Stamper {
  const viewing = resumed?.viewing ?? newId();
  let sequence = resumed?.sequence ?? 0;
  return {
    viewing,
    get sequence() {
      return sequence;
    },
    stamp: (draft) => ({
      ...draft,
      id: newId(),
      viewing,
      sequence: ++sequence,
      graph: graph.id,
      graphVersion: graph.version,
      at: toTheSecond(now()),
    }),
  };
}

/** Finer times are not needed: the sequence number gives the order. */
function toTheSecond(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
