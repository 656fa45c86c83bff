import { BATCH_REACTIONS, type Reaction } from '../domain/reaction.js';
import { backoffMs } from './backoff.js';
import { pageClock, type Clock } from './clock.js';
import { deliverOnce, type Round } from './delivery-round.js';
import { inOneTab } from './one-tab.js';
import type { Outbox, Refusal } from './outbox.js';
import { listenToPage, type ListenToPage, type PageSignal } from './page-signals.js';
import type { Sender } from './sender.js';
import { Unsent } from './unsent.js';

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

export interface CourierOptions {
  readonly outbox: Outbox;
  readonly sender: Sender;
  readonly report?: (report: CourierReport) => void;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly listen?: ListenToPage;
  /** `undefined` where the browser has none. */
  readonly locks?: LockManager | undefined;
}

const LOCK = 'followup-player-courier';

/** Starts at once with what earlier pages left behind. */
export function startCourier(options: CourierOptions): Courier {
  return new OutboxCourier(options);
}

class OutboxCourier implements Courier {
  readonly #options: CourierOptions;
  readonly #clock: Clock;
  readonly #locks: LockManager | undefined;
  readonly #unsent = new Unsent();
  readonly #stopping = new AbortController();
  readonly #unlisten: () => void;
  #running = false;
  #again = false;
  #cancelWait: (() => void) | undefined;
  /** The collector asked not to be disturbed before. */
  #notBefore = 0;
  #failures = 0;
  /** The page knows that the collector is out of reach. */
  #told = false;
  #entries = BATCH_REACTIONS;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#clock = options.clock ?? pageClock;
    this.#locks = 'locks' in options ? options.locks : navigator.locks;
    this.#unlisten = (options.listen ?? listenToPage)((signal) => this.#heed(signal));
    void this.#run();
  }

  wake(added: readonly Reaction[] = []): void {
    this.#unsent.note(added);
    // While waiting, new reactions wait too: a viewer who clicks on must not hammer a collector that is down.
    if (!this.#cancelWait) void this.#run();
  }

  leave(last: readonly Reaction[] = []): void {
    this.#unsent.note(last);
    const { reactions, identities } = this.#unsent.waiting();
    if (reactions.length + identities.length === 0) return;
    const batch = { format: 1, reactions, ...(identities.length > 0 && { identities }) } as const;
    this.#unsent.setUnderWay(batch);
    this.#options.sender.sendOnLeaving(batch);
  }

  stop(): void {
    this.#stopping.abort();
    this.#unlisten();
    this.#cancelWait?.();
    this.#cancelWait = undefined;
  }

  #heed(signal: PageSignal): void {
    if (signal === 'leaving') {
      this.leave();
      return;
    }
    // Nobody acknowledged the beacons: what they carried is told again, and the collector knows it by id.
    if (signal === 'back' && !this.#running) this.#unsent.allLanded();
    if (signal === 'online') this.#failures = 0;
    if (this.#clock.now() < this.#notBefore) return;
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    void this.#run();
  }

  /** Sends batch after batch until nothing waits or something is in the way. */
  async #run(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#again && !this.#stopping.signal.aborted) {
      this.#again = false;
      const round = await this.#deliver();
      this.#conclude(round);
    }
    this.#running = false;
  }

  async #deliver(): Promise<Round> {
    const { outbox, sender } = this.#options;
    try {
      return await inOneTab(this.#locks, LOCK, this.#stopping.signal, () =>
        deliverOnce(outbox, sender, this.#unsent, this.#entries),
      );
    } catch (cause) {
      return { type: 'postponed', reason: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  #conclude(round: Round): void {
    if (this.#stopping.signal.aborted) return;
    switch (round.type) {
      case 'empty':
        return;
      case 'delivered':
        this.#failures = 0;
        this.#told = false;
        this.#entries = Math.min(this.#entries * 2, BATCH_REACTIONS);
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
        this.#notBefore = this.#clock.now() + (round.afterMs ?? 0);
        this.#wait(round.afterMs ?? 0);
    }
  }

  /** In a task of its own, so that a listener that throws cannot stop the delivery. */
  #report(report: CourierReport): void {
    queueMicrotask(() => this.#options.report?.(report));
  }

  #wait(atLeastMs: number): void {
    this.#failures += 1;
    this.#again = false;
    const ms = Math.max(backoffMs(this.#failures, this.#options.random ?? Math.random), atLeastMs);
    this.#cancelWait = this.#clock.after(ms, () => {
      this.#cancelWait = undefined;
      void this.#run();
    });
  }
}
