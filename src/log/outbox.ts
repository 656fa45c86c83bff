import type { GraphId } from '../domain/graph.js';
import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { ViewingCode } from '../domain/withdrawal.js';

/** Why the collector will not take an entry: its own words. */
export interface Refusal {
  /** The id of a reaction or withdrawal, or the viewing of an identity. */
  readonly id: ReactionId | ViewingId;
  readonly reason: string;
}

/** A viewing of this browser, and the code by which it can be deleted from any other. */
export interface OwnViewing extends ViewingCode {
  readonly graph: GraphId;
}

/** What the collector has now. */
export interface Acknowledged {
  readonly reactions: readonly ReactionId[];
  /** Viewings whose name it has. */
  readonly identities?: readonly ViewingId[];
  /** Viewings whose code it has. */
  readonly codes?: readonly ViewingId[];
}

/** Where reactions are kept, and wait until the collector has them. */
export interface Outbox {
  /** `disk` outlives the page; `memory` is what is left when the browser refuses storage. May sink while in use. */
  readonly durability: 'disk' | 'memory';
  /** Begins a viewing. Its code waits to be sent, and stays readable until the viewing is deleted. */
  begin(viewing: OwnViewing): Promise<void>;
  /**
   * Resolves once all are durable, in one transaction, with the reactions as they are kept: numbered on, where another
   * tab went on with the viewing in between. Adding an id twice keeps the first.
   */
  add(reactions: readonly Reaction[]): Promise<readonly Reaction[]>;
  /** Hands out a number of the viewing, which no other page gets: the first for a page that takes it up. */
  reserve(viewing: ViewingId): Promise<number>;
  /** Keeps a name apart from the reactions, until the collector has it. */
  addIdentity(identity: Identity): Promise<void>;
  /** The oldest that were not acknowledged yet, at most `limit`, in the order they were added. */
  peek(limit: number): Promise<readonly Reaction[]>;
  peekIdentities(limit: number): Promise<readonly Identity[]>;
  peekCodes(limit: number): Promise<readonly ViewingCode[]>;
  /** Marks as sent. A name that the collector has is not kept here any longer. */
  markSent(acknowledged: Acknowledged): Promise<void>;
  /** Sets aside what the collector will never take. It stays readable and is not sent again. */
  markRefused(refused: readonly Refusal[]): Promise<void>;
  /** Everything that is kept, sent or not, in order per viewing: the viewer's own log. */
  readAll(): Promise<readonly Reaction[]>;
  readViewings(): Promise<readonly OwnViewing[]>;
  close(): void;
}
