import type { Withdrawal } from '../domain/withdrawal.js';
import type { MemoryOutbox } from './memory-outbox.js';
import type { Refusal } from './outbox.js';
import type { KeptWithdrawal, TakenBack, Withdrawals } from './withdrawals.js';

/** Remembers wishes to delete as long as the page lives. */
export class MemoryWithdrawals implements Withdrawals {
  readonly #outbox: MemoryOutbox;
  readonly #kept = new Map<string, KeptWithdrawal>();

  constructor(outbox: MemoryOutbox) {
    this.#outbox = outbox;
  }

  async add(withdrawal: Withdrawal): Promise<void> {
    this.#outbox.drop(withdrawal);
    this.#kept.set(withdrawal.id, { withdrawal });
  }

  async drop(what: TakenBack): Promise<void> {
    this.#outbox.drop(what);
  }

  async peek(limit: number): Promise<readonly Withdrawal[]> {
    const waiting = [...this.#kept.values()].filter(({ refusal }) => refusal === undefined);
    return waiting.slice(0, limit).map(({ withdrawal }) => withdrawal);
  }

  async markDone(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#kept.delete(id);
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    for (const { id, reason } of refused) {
      const kept = this.#kept.get(id);
      if (kept) this.#kept.set(id, { ...kept, refusal: reason });
    }
  }

  async readAll(): Promise<readonly KeptWithdrawal[]> {
    return [...this.#kept.values()];
  }
}
