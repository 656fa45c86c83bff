/** Slows down whoever guesses: after some wrong tries each further one has to wait, longer and longer. */
export interface Failures {
  /** How many milliseconds this one has to wait before the next try counts. 0: it may try now. */
  waitMs(key: string): number;
  add(key: string): void;
  /** Forgets the wrong tries after a right one. */
  forget(key: string): void;
}

export interface FailureBounds {
  /** Wrong tries that cost nothing: people mistype. */
  readonly free: number;
  readonly longestMs: number;
  /** Wrong tries are forgotten when none came for so long. */
  readonly forgetMs: number;
  /** Most keys that are remembered. The one that was quiet for longest is forgotten first. */
  readonly keys: number;
}

const BOUNDS: FailureBounds = { free: 5, longestMs: 60_000, forgetMs: 15 * 60_000, keys: 10_000 };

/** Keeps wrong tries in memory only, by an address or by an account. */
export function countFailures(
  now: () => number = () => performance.now(),
  { free, longestMs, forgetMs, keys }: FailureBounds = BOUNDS,
): Failures {
  const tries = new Map<string, { readonly count: number; readonly last: number }>();
  const recent = (key: string) => {
    const found = tries.get(key);
    return found && now() - found.last < forgetMs ? found : undefined;
  };

  return {
    waitMs(key) {
      const found = recent(key);
      if (!found || found.count < free) return 0;
      const pause = Math.min(1_000 * 2 ** (found.count - free), longestMs);
      return Math.max(0, found.last + pause - now());
    },
    add(key) {
      const count = (recent(key)?.count ?? 0) + 1;
      tries.delete(key);
      tries.set(key, { count, last: now() });
      const [oldest] = tries.keys();
      if (tries.size > keys && oldest !== undefined) tries.delete(oldest);
    },
    forget: (key) => void tries.delete(key),
  };
}
