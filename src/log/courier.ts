import { BATCH_REACTIONS, type Reaction } from '../domain/reaction.js';
import { WITHDRAWALS, type ViewingCode, type Withdrawal } from '../domain/withdrawal.js';
import { entriesOf, toBatch } from './batch.js';
import { pageClock, type Clock } from './clock.js';
import { deliverOnce } from './delivery-round.js';
import { Errand, type ErrandReport } from './errand.js';
import { inOneTab } from './one-tab.js';
import type { Log } from './open-log.js';
import { listenToPage, type ListenToPage, type PageSignal } from './page-signals.js';
import type { Sender } from './sender.js';
import { Unsent } from './unsent.js';
import { withdrawOnce } from './withdrawal-round.js';
import type { TakenBack } from './withdrawals.js';

export type CourierReport = ErrandReport;

/** Carries what waits in the log to the collector, in its own time. Nothing here ever throws. */
export interface Courier {
  /**
   * There is something new to send, already durable in the outbox. Naming it lets `leave()` send it without
   * reading the disk, for which a page that goes away has no time.
   */
  wake(added?: readonly Reaction[]): void;
  /** A viewing begins. Its code goes along with the first of it that is sent, so that it can always be taken back. */
  open(code: ViewingCode): void;
  /** The viewer takes something back, and the wish is durable already. */
  withdraw(withdrawal: Withdrawal): void;
  /** Another tab took it back, and tells the collector: it must not go out from here. */
  drop(what: TakenBack): void;
  /** The page may be going away: sends at once what was not acknowledged yet, and `last`. Called by itself on `pagehide`. */
  leave(last?: readonly Reaction[]): void;
  /** Lets go of listeners and timers. What was not sent waits for the next page. */
  stop(): void;
}

export interface CourierOptions extends Pick<Log, 'outbox' | 'withdrawals'> {
  readonly sender: Sender;
  readonly report?: (report: CourierReport) => void;
  /** Wishes to delete were carried out, or refused. */
  readonly settled?: () => void;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly listen?: ListenToPage;
  /** `undefined` where the browser has none. */
  readonly locks?: LockManager | undefined;
}

const LOCK = 'followup-player-courier';

/** Starts at once with what earlier pages left behind. */
export function startCourier(options: CourierOptions): Courier {
  return new LogCourier(options);
}

class LogCourier implements Courier {
  readonly #sender: Sender;
  readonly #unsent = new Unsent();
  /** Wishes of this page that were not answered yet. */
  readonly #wishes = new Map<string, Withdrawal>();
  readonly #stopping = new AbortController();
  readonly #unlisten: () => void;
  readonly #reactions: Errand;
  readonly #withdrawals: Errand;

  constructor(options: CourierOptions) {
    const { outbox, withdrawals, sender, clock = pageClock, random = Math.random, report, settled } = options;
    const locks = 'locks' in options ? options.locks : navigator.locks;
    const { signal } = this.#stopping;
    const setting = { clock, random, report: (said: CourierReport) => report?.(said) };
    this.#sender = sender;
    this.#reactions = new Errand({
      ...setting,
      mostEntries: BATCH_REACTIONS,
      deliver: async (entries) => {
        const round = await inOneTab(locks, LOCK, signal, () => deliverOnce(outbox, sender, this.#unsent, entries));
        this.#leaveWithBrowser(round.type === 'postponed');
        return round;
      },
    });
    this.#withdrawals = new Errand({
      ...setting,
      mostEntries: WITHDRAWALS,
      deliver: async (entries) => {
        const round = await inOneTab(locks, LOCK, signal, () => withdrawOnce(withdrawals, sender, entries));
        if (round.type !== 'postponed' && round.type !== 'too-many') this.#wishes.clear();
        if (round.type === 'delivered' || round.type === 'set-aside') settled?.();
        return round;
      },
    });
    this.#unlisten = (options.listen ?? listenToPage)((heard) => this.#heed(heard));
    void this.#withdrawals.run();
    void this.#reactions.run();
  }

  wake(added: readonly Reaction[] = []): void {
    this.#unsent.note(toBatch(added));
    this.#reactions.wake();
    if (this.#reactions.isWaiting) this.#leaveWithBrowser(true);
  }

  open(code: ViewingCode): void {
    this.#unsent.note(toBatch([], [], [code]));
  }

  withdraw(withdrawal: Withdrawal): void {
    this.drop(withdrawal);
    this.#wishes.set(withdrawal.id, withdrawal);
    this.#withdrawals.wake();
  }

  drop(what: TakenBack): void {
    this.#unsent.drop(what);
    if (this.#reactions.isWaiting) this.#leaveWithBrowser(true);
  }

  leave(last: readonly Reaction[] = []): void {
    this.#unsent.note(toBatch(last));
    const batch = this.#unsent.waiting();
    const wishes = [...this.#wishes.values()].slice(0, WITHDRAWALS);
    if (entriesOf(batch) + wishes.length === 0) return;
    for (const taken of this.#sender.sendOnLeaving(batch, wishes)) this.#unsent.setUnderWay(taken);
  }

  stop(): void {
    this.#stopping.abort();
    this.#unlisten();
    this.#reactions.stop();
    this.#withdrawals.stop();
  }

  #heed(signal: PageSignal): void {
    if (signal === 'leaving') {
      this.leave();
      return;
    }
    // Nobody acknowledged the beacons: what they carried is told again, and the collector knows it by id.
    if (signal === 'back' && !this.#reactions.isRunning) this.#unsent.allLanded();
    this.#reactions.hurry(signal === 'online');
    this.#withdrawals.hurry(signal === 'online');
  }

  /** While the collector is out of reach, the browser knows what to send should this page be killed. */
  #leaveWithBrowser(isAway: boolean): void {
    const batch = this.#unsent.all();
    this.#sender.leaveWithBrowser(isAway && entriesOf(batch) > 0 ? batch : undefined);
  }
}
