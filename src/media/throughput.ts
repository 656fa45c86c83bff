const SAMPLES = 3;

/**
 * What the line carries, carried on from clip to clip: they are short, and one that began at the bottom would be over
 * before it had climbed. It lives as long as its media, and is never stored.
 */
export class Throughput {
  readonly #estimate: () => number | undefined;
  #latest: readonly number[] = [];

  /** `estimate` says what is known before anything was measured. */
  constructor(estimate: () => number | undefined = () => undefined) {
    this.#estimate = estimate;
  }

  note(bitsPerSecond: number): void {
    if (bitsPerSecond > 0) this.#latest = [...this.#latest, bitsPerSecond].slice(-SAMPLES);
  }

  /** The middle of what was measured last, so that neither a hiccup nor a burst decides. */
  get bitsPerSecond(): number | undefined {
    const sorted = [...this.#latest].sort((one, other) => one - other);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? this.#estimate();
  }
}
