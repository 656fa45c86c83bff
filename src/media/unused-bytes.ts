/** Counts what came for clips that were made ready and then dropped. */
export class UnusedBytes {
  readonly #bytes = new Map<string, number>();
  readonly #dropped = new Set<string>();
  readonly #shown = new Set<string>();

  add(clip: string, bytes: number): void {
    this.#bytes.set(clip, (this.#bytes.get(clip) ?? 0) + bytes);
  }

  drop(clip: string): void {
    this.#dropped.add(clip);
  }

  wish(clip: string): void {
    this.#dropped.delete(clip);
  }

  /** From now on all of it was of use, also what was dropped before: the cache gave it back. */
  show(clip: string): void {
    this.#shown.add(clip);
  }

  get total(): number {
    let total = 0;
    for (const clip of this.#dropped) if (!this.#shown.has(clip)) total += this.#bytes.get(clip) ?? 0;
    return total;
  }
}
