import type { Batch, BatchReceipt } from '../domain/reaction.js';
import type { Withdrawal, WithdrawalReceipt } from '../domain/withdrawal.js';

/** What came of sending something. */
export type Delivery<Receipt = BatchReceipt> =
  | { readonly type: 'acknowledged'; readonly receipt: Receipt }
  /** Try again later; not before `afterMs`, if the collector said so. */
  | { readonly type: 'postponed'; readonly reason: string; readonly afterMs?: number }
  /** The collector will not take this as it is, ever. */
  | { readonly type: 'refused'; readonly status: number; readonly reason: string };

/** Carries things to the collector. Never throws: a dead network is a postponed delivery. */
export interface Sender {
  send(batch: Batch): Promise<Delivery>;
  withdraw(withdrawals: readonly Withdrawal[]): Promise<Delivery<WithdrawalReceipt>>;
  /**
   * Last words while the page goes away, wishes to delete first. Nobody waits for an answer, so nothing is marked as
   * sent. Returns what the browser took: it lets only so much through at once.
   */
  sendOnLeaving(batch: Batch, withdrawals?: readonly Withdrawal[]): readonly Batch[];
  /**
   * Leaves with the browser what it is to send by itself when the page is gone, killed without a word included. Takes
   * the place of what was left before. Does nothing in browsers that cannot.
   */
  leaveWithBrowser(batch: Batch | undefined): void;
}
