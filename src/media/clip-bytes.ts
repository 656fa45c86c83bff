import type { PlayableClip } from './media.js';

/** What a second of a clip takes whose size is not known: 1.3 Mbit/s, a company film in 720p. */
export const PRESUMED_BYTES_PER_SECOND = 160_000;

/** Bytes that a video has fetched since then. Browsers tell them only when a file is through; before, they are reckoned. */
export function fetchedBytes(video: HTMLVideoElement, clip: PlayableClip, since: number): number {
  const { currentSrc, buffered, duration } = video;
  const told = performance
    .getEntriesByName(currentSrc, 'resource')
    .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
    .filter(({ startTime }) => startTime >= since)
    .reduce((sum, { encodedBodySize, transferSize }) => sum + (transferSize > 0 ? encodedBodySize : 0), 0);
  if (told > 0 || buffered.length === 0 || !Number.isFinite(duration)) return told;
  const seconds = buffered.end(buffered.length - 1);
  const bytes = clip.sources.find(({ src }) => src === currentSrc)?.bytes;
  return Math.round(bytes === undefined ? seconds * PRESUMED_BYTES_PER_SECOND : (seconds / duration) * bytes);
}
