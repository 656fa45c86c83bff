/** Notices that a clip which should play gets no data for too long. Browsers may wait for minutes before they say so. */
export class StallWatch {
  readonly #timeoutMs: number;
  readonly #onTimeout: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeoutMs: number, onTimeout: () => void) {
    this.#timeoutMs = timeoutMs;
    this.#onTimeout = onTimeout;
  }

  /** The viewer waits from now on. */
  begin(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#onTimeout();
    }, this.#timeoutMs);
  }

  /** Something came: the time begins again, if somebody waits. */
  progress(): void {
    if (this.#timer === undefined) return;
    this.end();
    this.begin();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
