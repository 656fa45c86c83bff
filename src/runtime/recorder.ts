import type { Graph } from '../domain/graph.js';
import type { Identity, Reaction, ReactionDraft, ViewingId } from '../domain/reaction.js';
import type { Outbox } from '../log/outbox.js';

/** Time and ids come from outside, so that tests decide them. */
export interface Circumstances {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A fresh random UUID. */
  newId(): string;
}

/** Writes one viewing into the log. */
export interface Recorder {
  readonly viewing: ViewingId;
  /** The last sequence number that was given out. */
  readonly sequence: number;
  /** Resolves once the reactions are durable. */
  record(drafts: readonly ReactionDraft[]): Promise<void>;
  identify(who: Omit<Identity, 'viewing'>): Promise<void>;
}

/** Gives each reaction its id, number and time, and commits it. */
export function createRecorder(
  graph: Pick<Graph, 'id' | 'version'>,
  outbox: Outbox,
  { now, newId }: Circumstances,
  resumed?: { readonly viewing: ViewingId; readonly sequence: number },
): Recorder {
  const viewing = resumed?.viewing ?? newId();
  let sequence = resumed?.sequence ?? 0;

  const stamp = (draft: ReactionDraft): Reaction => ({
    ...draft,
    id: newId(),
    viewing,
    sequence: ++sequence,
    graph: graph.id,
    graphVersion: graph.version,
    at: toTheSecond(now()),
  });

  return {
    viewing,
    get sequence() {
      return sequence;
    },
    record: (drafts) => outbox.add(drafts.map(stamp)),
    identify: (who) => outbox.addIdentity({ ...who, viewing }),
  };
}

/** Finer times are not needed: the sequence number gives the order. */
function toTheSecond(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
