/** Bytes that bring the clip on by less than this are a trickle. */
const STEP_SECONDS = 0.25;
/** A trickle is waited for longer than silence: the beginning of a badly made file has no second of film in it. */
const TRICKLE = 4;
/** How many times within the time limit it is looked whether it is over. */
const TICKS = 30;

/**
 * Notices that a clip which should play gets no data for too long. Browsers may wait for minutes before they say so.
 *
 * It counts its own ticks, not what the clock says: while the device sleeps nothing ticks, and after an hour of sleep
 * the line has its full time left to come back.
 */
export class StallWatch {
  readonly #timeoutMs: number;
  readonly #onTimeout: () => void;
  #ticking: ReturnType<typeof setInterval> | undefined;
  /** Ticks since anything came. */
  #silence = 0;
  /** Ticks since film came. */
  #trickle = 0;
  /** Up to where the clip could be played when the trickle began. */
  #bufferedSeconds = 0;

  constructor(timeoutMs: number, onTimeout: () => void) {
    this.#timeoutMs = timeoutMs;
    this.#onTimeout = onTimeout;
  }

  /** The viewer waits from now on. */
  begin(): void {
    if (this.#ticking !== undefined) return;
    this.#silence = this.#trickle = this.#bufferedSeconds = 0;
    this.#ticking = setInterval(() => this.#tick(), this.#timeoutMs / TICKS);
  }

  /** Something came, and the clip can be played up to there: the time begins again, if somebody waits. */
  progress(bufferedSeconds: number): void {
    if (this.#ticking === undefined) return;
    this.#silence = 0;
    if (bufferedSeconds < this.#bufferedSeconds + STEP_SECONDS) return;
    this.#bufferedSeconds = bufferedSeconds;
    this.#trickle = 0;
  }

  end(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  #tick(): void {
    this.#silence += 1;
    this.#trickle += 1;
    if (this.#silence < TICKS && this.#trickle < TICKS * TRICKLE) return;
    this.end();
    this.#onTimeout();
  }
}
