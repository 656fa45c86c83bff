import type { Graph } from '../domain/graph.js';
import type { Reaction, ReactionDraft, ViewingId } from '../domain/reaction.js';
import type { DeletionCode } from '../domain/withdrawal.js';

/** Time and ids come from outside, so that tests decide them. */
export interface Circumstances {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A fresh random UUID. */
  newId(): string;
  /** A fresh deletion code. */
  newCode(): DeletionCode;
}

/** Numbers the reactions of one viewing. */
export interface Stamper {
  readonly viewing: ViewingId;
  stamp(draft: ReactionDraft): Reaction;
  /** What the log kept may have been numbered on, because of another tab. From now on it is counted from there. */
  countFrom(kept: readonly Reaction[]): void;
}

/** Gives each reaction its id, number and time. A viewing that goes on after a reload goes on counting from `next`. */
export function createStamper(
  graph: Pick<Graph, 'id' | 'version'>,
  { now, newId }: Pick<Circumstances, 'now' | 'newId'>,
  resumed?: { readonly viewing: ViewingId; readonly next: number },
): Stamper {
  const viewing = resumed?.viewing ?? newId();
  let sequence = (resumed?.next ?? 1) - 1;
  return {
    viewing,
    stamp: (draft) => ({
      ...draft,
      id: newId(),
      viewing,
      sequence: ++sequence,
      graph: graph.id,
      graphVersion: graph.version,
      at: toTheSecond(now()),
    }),
    countFrom(kept) {
      for (const reaction of kept) if (reaction.viewing === viewing) sequence = Math.max(sequence, reaction.sequence);
    },
  };
}

/** The last second that is written with four digits of a year. */
const LAST_SECOND_MS = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Finer times are not needed: the sequence number gives the order, even where a clock jumps. */
function toTheSecond(ms: number): string {
  return `${new Date(Math.min(Math.max(ms, 0), LAST_SECOND_MS)).toISOString().slice(0, 19)}Z`;
}
