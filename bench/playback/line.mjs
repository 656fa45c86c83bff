/** How much a line may have in store: it never sends more at once than this many milliseconds would have brought. */
const BURST_MS = 20;

/**
 * Makes a token bucket: bytes that a line may send now. Time fills it, sending empties it, and nothing flows while the
 * line is down. It has no clock of its own, so that its arithmetic can be tested.
 */
export function createBucket({ bitsPerSecond, nowMs = 0 }) {
  const bytesPerMs = bitsPerSecond / 8_000;
  const fullBytes = bytesPerMs * BURST_MS;
  let storedBytes = fullBytes;
  let filledAtMs = nowMs;
  let upAtMs = -Infinity;

  return {
    /** Takes at most `wantedBytes`, and returns how many it may be. */
    take(nowMs, wantedBytes) {
      if (nowMs < upAtMs) return 0;
      if (bitsPerSecond === Infinity) return wantedBytes;
      storedBytes = Math.min(fullBytes, storedBytes + (nowMs - Math.max(filledAtMs, upAtMs)) * bytesPerMs);
      filledAtMs = nowMs;
      const taken = Math.min(wantedBytes, Math.floor(storedBytes));
      storedBytes -= taken;
      return taken;
    },
    /** Takes the line down. What was in store is lost with it. */
    drop(nowMs, forMs) {
      upAtMs = nowMs + forMs;
      storedBytes = 0;
    },
    /** When a request that is made now gets through to the server. */
    reachesAtMs: (nowMs, latencyMs) => Math.max(nowMs, upAtMs) + latencyMs,
  };
}

/** Parts bytes among those that want some, so that each gets the same or all that it wants. */
export function shareFairly(bytes, wants) {
  const shares = wants.map(() => 0);
  let left = bytes;
  let open = wants.map((_, index) => index).filter((index) => wants[index] > 0);
  while (left > 0 && open.length > 0) {
    const each = Math.max(1, Math.floor(left / open.length));
    for (const index of open) {
      const share = Math.min(each, wants[index] - shares[index], left);
      shares[index] += share;
      left -= share;
    }
    open = open.filter((index) => shares[index] < wants[index]);
  }
  return shares;
}

/** What of a file a `Range` header asks for: first and last byte, `undefined` for all of it, `null` for nothing. */
export function readRange(header, size) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || (from === '' && to === '')) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last } : null;
}
