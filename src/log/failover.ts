import { FollowupError } from '../domain/error.js';
import { toStorageError, withinTime } from './storage-error.js';

const TIMEOUT_MS = 3_000;

/** Watches over a disk that may fail at any time. Once it did, memory has to do until the page goes; told once. */
export class Failover {
  #failed = false;
  #toldFull = false;
  readonly #onFallback: (error: FollowupError) => void;
  readonly #timeoutMs: number;

  constructor(onFallback: (error: FollowupError) => void = () => undefined, timeoutMs = TIMEOUT_MS) {
    this.#onFallback = onFallback;
    this.#timeoutMs = timeoutMs;
  }

  get failed(): boolean {
    return this.#failed;
  }

  fail(cause: unknown): void {
    const error = toStorageError(cause);
    // A full disk may have room again, or room for something smaller: it is asked again with the next write.
    if (error.code === 'storage-full') {
      if (!this.#toldFull) this.#onFallback(error);
      this.#toldFull = true;
      return;
    }
    if (this.#failed) return;
    this.#failed = true;
    this.#onFallback(error);
  }

  /** Writes to disk; undefined if memory has to take it. A viewer waits for this, so a disk that hangs has failed. */
  async write<T>(work: () => Promise<T>): Promise<{ readonly result: T } | undefined> {
    if (this.#failed) return undefined;
    return this.read(async () => ({ result: await work() }), undefined);
  }

  /** Reads from disk what can still be read: old entries may be there although new ones are refused. */
  async read<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await withinTime(work(), this.#timeoutMs, hangs);
    } catch (cause) {
      this.fail(cause);
      return otherwise;
    }
  }
}

const hangs = () =>
  new FollowupError('storage-refused', 'The browser does not finish a write in time. Reload the page.');
