/** Bytes that bring the clip on by less than this are a trickle. */
const STEP_SECONDS = 0.25;
/** A trickle is waited for longer than silence: the beginning of a badly made file has no second of film in it. */
const TRICKLE = 4;

/** Notices that a clip which should play gets no data for too long. Browsers may wait for minutes before they say so. */
export class StallWatch {
  readonly #timeoutMs: number;
  readonly #onTimeout: () => void;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #trickle: ReturnType<typeof setTimeout> | undefined;
  /** Up to where the clip could be played when the trickle began. */
  #bufferedSeconds = 0;

  constructor(timeoutMs: number, onTimeout: () => void) {
    this.#timeoutMs = timeoutMs;
    this.#onTimeout = onTimeout;
  }

  /** The viewer waits from now on. */
  begin(): void {
    if (this.#silence !== undefined) return;
    this.#bufferedSeconds = 0;
    this.#restart();
  }

  /** Something came, and the clip can be played up to there: the time begins again, if somebody waits. */
  progress(bufferedSeconds: number): void {
    if (this.#silence === undefined) return;
    if (bufferedSeconds >= this.#bufferedSeconds + STEP_SECONDS) {
      this.#bufferedSeconds = bufferedSeconds;
      this.#restart();
      return;
    }
    clearTimeout(this.#silence);
    this.#silence = this.#giveUpAfter(this.#timeoutMs);
  }

  end(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#trickle);
    this.#silence = undefined;
    this.#trickle = undefined;
  }

  #restart(): void {
    this.end();
    this.#silence = this.#giveUpAfter(this.#timeoutMs);
    this.#trickle = this.#giveUpAfter(this.#timeoutMs * TRICKLE);
  }

  #giveUpAfter(ms: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.end();
      this.#onTimeout();
    }, ms);
  }
}
