import type { Batch, Reaction } from '../../src/domain/reaction.js';
import type { Withdrawal, WithdrawalReceipt } from '../../src/domain/withdrawal.js';
import type { Clock } from '../../src/log/clock.js';
import type { ListenToPage, PageSignal } from '../../src/log/page-signals.js';
import type { Delivery, Sender } from '../../src/log/sender.js';

/** A clock that moves when it is told to. */
export class ScriptedClock implements Clock {
  #now = 0;
  #timers = new Set<{ readonly at: number; readonly work: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + ms, work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Moves on, rings what is due, and lets everything that follows from it happen. */
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    for (const timer of [...this.#timers].filter(({ at }) => at <= this.#now)) {
      this.#timers.delete(timer);
      timer.work();
    }
    await settled();
  }
}

/** Resolves when all that was waiting for promises has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

/** Takes everything. */
export const takeAll = (batch: Batch): Delivery => ({
  type: 'acknowledged',
  receipt: {
    stored: batch.reactions.map(({ id }) => id),
    known: [],
    refused: [],
    identities: (batch.identities ?? []).map(({ viewing }) => viewing),
    codes: (batch.codes ?? []).map(({ viewing }) => viewing),
  },
});

/** Carries out every wish to delete. */
export const doAll = (withdrawals: readonly Withdrawal[]): Delivery<WithdrawalReceipt> => ({
  type: 'acknowledged',
  receipt: { done: withdrawals.map(({ id }) => id), refused: [] },
});

/** A collector that answers as the script says, and remembers what it was sent. */
export class ScriptedSender implements Sender {
  answer: (batch: Batch) => Delivery | Promise<Delivery> = takeAll;
  readonly sent: Batch[] = [];
  readonly beaconed: Batch[] = [];
  answerWish: (withdrawals: readonly Withdrawal[]) => Delivery<WithdrawalReceipt> = doAll;
  readonly withdrawn: (readonly Withdrawal[])[] = [];
  readonly beaconedWishes: (readonly Withdrawal[])[] = [];
  leftWithBrowser: Batch | undefined;

  async send(batch: Batch): Promise<Delivery> {
    this.sent.push(batch);
    return this.answer(batch);
  }

  async withdraw(withdrawals: readonly Withdrawal[]): Promise<Delivery<WithdrawalReceipt>> {
    this.withdrawn.push(withdrawals);
    return this.answerWish(withdrawals);
  }

  sendOnLeaving(batch: Batch, withdrawals: readonly Withdrawal[] = []): readonly Batch[] {
    if (batch.reactions.length > 0 || batch.identities || batch.codes) this.beaconed.push(batch);
    if (withdrawals.length > 0) this.beaconedWishes.push(withdrawals);
    return [batch];
  }

  leaveWithBrowser(batch: Batch | undefined): void {
    this.leftWithBrowser = batch;
  }

  /** How many entries each request had. */
  get sizes(): readonly number[] {
    return this.sent.map(({ reactions, identities = [] }) => reactions.length + identities.length);
  }

  get reactions(): readonly Reaction[] {
    return this.sent.flatMap((batch) => batch.reactions);
  }
}

/** A page whose signals the test gives. */
export class ScriptedPage {
  readonly #listeners = new Set<(signal: PageSignal) => void>();

  readonly listen: ListenToPage = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(signal: PageSignal): void {
    for (const listener of this.#listeners) listener(signal);
  }
}
