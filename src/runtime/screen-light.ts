/** Keeps the screen from going dark. */
export interface ScreenLight {
  keepOn(): void;
  letGo(): void;
}

/** The part of `navigator.wakeLock` that is needed. */
interface WakeLocks {
  request(type: 'screen'): Promise<Pick<WakeLockSentinel, 'release' | 'released'>>;
}

type VisiblePage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Keeps the screen on by a wake lock. Browsers take the lock away whenever the page is hidden, so it is asked for anew
 * when the page is back.
 */
export class WakeLockLight implements ScreenLight {
  readonly #locks: WakeLocks;
  readonly #page: VisiblePage;
  #wanted = false;
  #asking = false;
  #lock: Pick<WakeLockSentinel, 'release' | 'released'> | undefined;

  constructor(locks: WakeLocks, page: VisiblePage) {
    this.#locks = locks;
    this.#page = page;
  }

  keepOn(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#page.addEventListener('visibilitychange', this.#ask);
    this.#ask();
  }

  letGo(): void {
    if (!this.#wanted) return;
    this.#wanted = false;
    this.#page.removeEventListener('visibilitychange', this.#ask);
    this.#release();
  }

  #ask = (): void => {
    const has = this.#lock !== undefined && !this.#lock.released;
    if (!this.#wanted || has || this.#asking || this.#page.visibilityState !== 'visible') return;
    this.#asking = true;
    this.#locks.request('screen').then(
      (lock) => {
        this.#asking = false;
        this.#lock = lock;
        if (!this.#wanted) this.#release();
      },
      () => {
        // Refused: the battery is low, or the page that frames this one does not allow it. The film plays all the same.
        this.#asking = false;
      },
    );
  };

  #release(): void {
    const lock = this.#lock;
    this.#lock = undefined;
    // One that is released already, or that the browser has taken away, needs nothing more.
    void lock?.release().catch(() => undefined);
  }
}

/** Makes the light of this page; undefined where the browser has no wake lock, or the page is not a secure one. */
export function findScreenLight(): ScreenLight | undefined {
  return 'wakeLock' in navigator ? new WakeLockLight(navigator.wakeLock, document) : undefined;
}
