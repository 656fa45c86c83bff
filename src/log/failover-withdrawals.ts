import type { Withdrawal } from '../domain/withdrawal.js';
import type { Failover } from './failover.js';
import type { Refusal } from './outbox.js';
import type { KeptWithdrawal, TakenBack, Withdrawals } from './withdrawals.js';

/** Wishes to delete, on disk, and in memory when the disk fails. Both delete what they have. */
export class FailoverWithdrawals implements Withdrawals {
  readonly #disk: Withdrawals;
  readonly #memory: Withdrawals;
  readonly #failover: Failover;

  constructor(disk: Withdrawals, memory: Withdrawals, failover: Failover) {
    this.#disk = disk;
    this.#memory = memory;
    this.#failover = failover;
  }

  /** Told to the collector in any case. A disk that fails here does throw: what lies on it is not gone. */
  async add(withdrawal: Withdrawal): Promise<void> {
    await this.#memory.add(withdrawal);
    await this.#disk.add(withdrawal);
  }

  async drop(what: TakenBack): Promise<void> {
    await this.#memory.drop(what);
    await this.#failover.read(() => this.#disk.drop(what), undefined);
  }

  async peek(limit: number): Promise<readonly Withdrawal[]> {
    return (await this.readAll()).flatMap(({ withdrawal, refusal }) => (refusal ? [] : [withdrawal])).slice(0, limit);
  }

  async markDone(ids: readonly string[]): Promise<void> {
    await this.#memory.markDone(ids);
    await this.#failover.read(() => this.#disk.markDone(ids), undefined);
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    await this.#memory.markRefused(refused);
    await this.#failover.read(() => this.#disk.markRefused(refused), undefined);
  }

  async readAll(): Promise<readonly KeptWithdrawal[]> {
    const disk = await this.#failover.read(() => this.#disk.readAll(), []);
    const memory = await this.#memory.readAll();
    return [...new Map([...disk, ...memory].map((kept) => [kept.withdrawal.id, kept])).values()];
  }
}
