import type { Withdrawal } from '../domain/withdrawal.js';
import type { Refusal } from './outbox.js';

/** What is to be deleted, without the key to it. */
export type TakenBack = Pick<Withdrawal, 'of' | 'viewing' | 'reactions'>;

/** A wish to have something deleted, on its way to the collector. */
export interface KeptWithdrawal {
  readonly withdrawal: Withdrawal;
  /** Why the collector will not carry it out, in its own words. */
  readonly refusal?: string;
}

/** Where the viewer's wishes to delete wait until the collector carried them out. */
export interface Withdrawals {
  /**
   * Deletes here, at once and in the same transaction, what is to be deleted there, and keeps the wish. Rejects where
   * that did not work: the viewer must not be told that it is gone.
   */
  add(withdrawal: Withdrawal): Promise<void>;
  /** Deletes here, again, what another tab took back, and keeps no wish: the other tab has it. */
  drop(what: TakenBack): Promise<void>;
  /** The oldest that were not answered yet, at most `limit`. */
  peek(limit: number): Promise<readonly Withdrawal[]>;
  /** The collector carried these out. Nothing of them is kept. */
  markDone(ids: readonly string[]): Promise<void>;
  /** Sets aside what the collector will never carry out, to be shown until it is forgotten. */
  markRefused(refused: readonly Refusal[]): Promise<void>;
  /** Those that wait, and those that were refused. */
  readAll(): Promise<readonly KeptWithdrawal[]>;
}
