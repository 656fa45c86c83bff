import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';

/** Why the collector will not take an entry: its own words. */
export interface Refusal {
  /** The reaction's id, or the viewing of an identity. */
  readonly id: ReactionId | ViewingId;
  readonly reason: string;
}

/** Where reactions are kept, and wait until the collector has them. */
export interface Outbox {
  /** `disk` outlives the page; `memory` is what is left when the browser refuses storage. May sink while in use. */
  readonly durability: 'disk' | 'memory';
  /** Resolves once all are durable, in one transaction. Adding an id twice keeps the first. */
  add(reactions: readonly Reaction[]): Promise<void>;
  /** Keeps a name apart from the reactions, until the collector has it. */
  addIdentity(identity: Identity): Promise<void>;
  /** The oldest that were not acknowledged yet, at most `limit`, in the order they were added. */
  peek(limit: number): Promise<readonly Reaction[]>;
  peekIdentities(limit: number): Promise<readonly Identity[]>;
  /** Marks as sent: the collector acknowledged these ids. A name that it has is not kept here any longer. */
  markSent(ids: readonly ReactionId[], identities?: readonly ViewingId[]): Promise<void>;
  /** Sets aside what the collector will never take. It stays readable and is not sent again. */
  markRefused(refused: readonly Refusal[]): Promise<void>;
  /** Everything that is kept, sent or not, in order per viewing: the viewer's own log. */
  readAll(): Promise<readonly Reaction[]>;
  /** Deletes everything that is kept of one viewing, or of all. */
  clear(viewing?: ViewingId): Promise<void>;
  close(): void;
}
