import { backoffMs } from './backoff.js';
import type { Clock } from './clock.js';
import type { Round } from './delivery-round.js';
import type { Refusal } from './outbox.js';

/** What the page may want to hear of a delivery. */
export type ErrandReport =
  /** Set aside for good. */
  | { readonly type: 'refused'; readonly refused: readonly Refusal[] }
  /** The collector cannot be reached or does not take anything now. Told once, until something gets through again. */
  | { readonly type: 'postponed'; readonly reason: string };

export interface ErrandOptions {
  /** Sends at most so many at once. May throw, which counts as postponed. */
  readonly deliver: (entries: number) => Promise<Round>;
  readonly mostEntries: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly report: (report: ErrandReport) => void;
}

/** Delivers one kind of thing, round after round, until nothing waits or something is in the way. */
export class Errand {
  readonly #options: ErrandOptions;
  #running = false;
  #again = false;
  #stopped = false;
  #cancelWait: (() => void) | undefined;
  /** The collector asked not to be disturbed before. */
  #notBefore = 0;
  #failures = 0;
  /** The page knows that the collector is out of reach. */
  #told = false;
  #entries: number;

  constructor(options: ErrandOptions) {
    this.#options = options;
    this.#entries = options.mostEntries;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  /** Something was in the way, and it will be tried again by itself. */
  get isWaiting(): boolean {
    return this.#cancelWait !== undefined;
  }

  /** There may be something new. While waiting, that waits too: a viewer who clicks on must not hammer a collector. */
  wake(): void {
    if (!this.isWaiting) void this.run();
  }

  /** Something changed for the better: tries at once, unless the collector said when. */
  hurry(forgetFailures: boolean): void {
    if (forgetFailures) this.#failures = 0;
    if (this.#options.clock.now() < this.#notBefore) return;
    this.#cancel();
    void this.run();
  }

  async run(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#again && !this.#stopped) {
      this.#again = false;
      this.#conclude(await this.#deliver());
    }
    this.#running = false;
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  async #deliver(): Promise<Round> {
    try {
      return await this.#options.deliver(this.#entries);
    } catch (cause) {
      return { type: 'postponed', reason: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  #conclude(round: Round): void {
    if (this.#stopped) return;
    switch (round.type) {
      case 'empty':
        return;
      case 'delivered':
        this.#failures = 0;
        this.#told = false;
        this.#entries = Math.min(this.#entries * 2, this.#options.mostEntries);
        this.#again = true;
        if (round.refused.length > 0) this.#report({ type: 'refused', refused: round.refused });
        return;
      case 'too-many':
        this.#entries = round.entries;
        this.#again = true;
        return;
      case 'set-aside':
        this.#report({ type: 'refused', refused: round.refused });
        this.#wait(0);
        return;
      case 'postponed':
        if (!this.#told) this.#report({ type: 'postponed', reason: round.reason });
        this.#told = true;
        this.#notBefore = this.#options.clock.now() + (round.afterMs ?? 0);
        this.#wait(round.afterMs ?? 0);
    }
  }

  /** In a task of its own, so that a listener that throws cannot stop the delivery. */
  #report(report: ErrandReport): void {
    queueMicrotask(() => this.#options.report(report));
  }

  #wait(atLeastMs: number): void {
    this.#failures += 1;
    this.#again = false;
    const ms = Math.max(backoffMs(this.#failures, this.#options.random), atLeastMs);
    this.#cancelWait = this.#options.clock.after(ms, () => {
      this.#cancelWait = undefined;
      void this.run();
    });
  }

  #cancel(): void {
    this.#cancelWait?.();
    this.#cancelWait = undefined;
  }
}
