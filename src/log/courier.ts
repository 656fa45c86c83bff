import type { Reaction } from '../domain/reaction.js';
import type { Refusal } from './outbox.js';

/** What the page may want to hear of the delivery. */
export type CourierReport =
  /** Set aside for good. They stay in the viewer's own log. */
  | { readonly type: 'refused'; readonly refused: readonly Refusal[] }
  /** The collector cannot be reached or does not take anything now. Told once, until something gets through again. */
  | { readonly type: 'postponed'; readonly reason: string };

/** Carries what waits in the outbox to the collector, in its own time. Nothing here ever throws. */
export interface Courier {
  /**
   * There is something new to send, already durable in the outbox. Naming it lets `leave()` send it without
   * reading the disk, for which a page that goes away has no time.
   */
  wake(added?: readonly Reaction[]): void;
  /** The page may be going away: sends at once what was not acknowledged yet, and `last`. Called by itself on `pagehide`. */
  leave(last?: readonly Reaction[]): void;
  /** Lets go of listeners and timers. What was not sent waits for the next page. */
  stop(): void;
}
