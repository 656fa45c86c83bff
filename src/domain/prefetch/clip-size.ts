import type { Clip } from '../scene.js';

/** Of a clip whose size or length is not written down: a person speaking, in 720p. */
export const ASSUMED_BITS_PER_SECOND = 1_500_000;
/** What stands before the first picture: the index of a short MP4 file. */
export const HEADER_BYTES = 16_384;

/** Names a clip by its files: two scenes may play the same. Addresses have no space in them. */
export function keyOfClip({ sources }: Clip): string {
  return sources.map(({ src }) => src).join(' ');
}

/** The bit rate that a line has to carry. */
export function bitsPerSecondOf(clip: Clip): number {
  const bytes = sizeOf(clip);
  return bytes && clip.durationSeconds ? (bytes * 8) / clip.durationSeconds : ASSUMED_BITS_PER_SECOND;
}

/** How many bytes the opening seconds of a clip take, about. */
export function bytesOf(clip: Clip, seconds: number): number {
  const bytes = HEADER_BYTES + Math.ceil((seconds * bitsPerSecondOf(clip)) / 8);
  return Math.min(bytes, sizeOf(clip) ?? bytes);
}

/** How many opening seconds of a clip fit into so many bytes, in tenths; 0 where not even its header does. */
export function secondsWithin(clip: Clip, bytes: number): number {
  if (bytes >= (sizeOf(clip) ?? Infinity)) return clip.durationSeconds ?? Infinity;
  const seconds = ((bytes - HEADER_BYTES) * 8) / bitsPerSecondOf(clip);
  return Math.max(0, Math.floor(seconds * 10) / 10);
}

/** The largest format, as it is not known which of them the browser takes. */
function sizeOf({ sources }: Clip): number | undefined {
  const sizes = sources.flatMap(({ bytes }) => bytes ?? []);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}
