import type { Line } from '../domain/prefetch.js';

/** The part of the Network Information API that is read. Chromium has it, others do not. */
interface Connection {
  readonly saveData?: boolean;
  /** Megabits a second, as the browser reckons it; 10 means 10 or more. */
  readonly downlink?: number;
}

/** Smaller answers say more of the delay than of the line. */
const LEAST_BYTES = 50_000;
const SAMPLES = 3;

/**
 * Reads how the network stands: by what clips really took to come, and where none was measured yet by what the
 * browser reckons.
 */
export function readLine(): Line {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  const downlink = connection?.downlink;
  const reckoned = downlink === undefined || downlink <= 0 ? undefined : downlink * 1_000_000;
  return { saveData: connection?.saveData ?? false, bitsPerSecond: measuredBits() ?? reckoned };
}

/**
 * The best of the latest downloads, each from its first byte on: answers that share the line, or wait for a server,
 * make it look slower than it is, never faster.
 */
function measuredBits(): number | undefined {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const paces = entries
    .filter(({ transferSize, responseEnd }) => transferSize >= LEAST_BYTES && responseEnd > 0)
    .slice(-SAMPLES)
    .map(
      ({ transferSize, responseStart, responseEnd }) =>
        (transferSize * 8_000) / Math.max(1, responseEnd - responseStart),
    );
  return paces.length > 0 ? Math.max(...paces) : undefined;
}
