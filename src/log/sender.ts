import type { Batch, BatchReceipt } from '../domain/reaction.js';

/** What came of sending a batch. */
export type Delivery =
  | { readonly type: 'acknowledged'; readonly receipt: BatchReceipt }
  /** Try again later; not before `afterMs`, if the collector said so. */
  | { readonly type: 'postponed'; readonly reason: string; readonly afterMs?: number }
  /** The collector will not take this batch as it is, ever. */
  | { readonly type: 'refused'; readonly status: number; readonly reason: string };

/** Carries batches to the collector. Never throws: a dead network is a postponed delivery. */
export interface Sender {
  send(batch: Batch): Promise<Delivery>;
  /** Last words while the page goes away. Nobody waits for an answer, so nothing is marked as sent. */
  sendOnLeaving(batch: Batch): void;
}
