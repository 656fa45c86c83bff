/** Lets so many through, and tells the others when to come again. */
export interface RateLimit {
  /** 0: it may pass, and is counted. Else the milliseconds until the next may. */
  take(key: string): number;
}

export interface Rate {
  readonly perMinute: number;
  /** Most keys that are remembered. The one that was quiet for longest is forgotten first. */
  readonly keys?: number;
}

/**
 * A bucket of tokens for each key, full at first, a minute's worth deep and refilled all the time. Keys may be
 * addresses: they are in memory only, and are dropped when their bucket is full again.
 */
export function limitRate({ perMinute, keys = 50_000 }: Rate, now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  const perMs = perMinute / 60_000;
  const refill = (bucket: { readonly left: number; readonly at: number } | undefined) =>
    bucket ? Math.min(perMinute, bucket.left + (now() - bucket.at) * perMs) : perMinute;

  const sweep = () => {
    for (const [key, bucket] of buckets) {
      // Least recently used first: the rest is fresher.
      if (buckets.size <= keys && refill(bucket) < perMinute) return;
      buckets.delete(key);
    }
  };

  return {
    take(key) {
      const left = refill(buckets.get(key));
      if (left < 1) return Math.ceil((1 - left) / perMs);
      buckets.delete(key);
      buckets.set(key, { left: left - 1, at: now() });
      sweep();
      return 0;
    },
  };
}
