import type { Line } from '../domain/prefetch.js';

/** The part of the Network Information API that is read. Chromium has it, others do not. */
interface Connection {
  readonly saveData?: boolean;
  /** Megabits a second, as the browser reckons it; 10 means 10 or more. */
  readonly downlink?: number;
}

/** Smaller answers say more of the delay than of the line. */
const LEAST_BYTES = 100_000;
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
 * What the latest downloads took together, each from its first byte on. Waiting for a server says nothing of the line;
 * answers that share it make it look slower than it is.
 */
function measuredBits(): number | undefined {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const latest = entries
    .filter(({ transferSize, responseEnd }) => transferSize >= LEAST_BYTES && responseEnd > 0)
    .slice(-SAMPLES);
  const bytes = latest.reduce((sum, { transferSize }) => sum + transferSize, 0);
  const ms = latest.reduce((sum, { responseStart, responseEnd }) => sum + responseEnd - responseStart, 0);
  return latest.length > 0 ? (bytes * 8_000) / Math.max(1, ms) : undefined;
}
