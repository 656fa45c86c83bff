import type { PlayableClip } from './media.js';
import type { Source } from './media-engine.js';

/** One way of loading a clip. They are tried one after the other, until one begins. */
export interface Attempt {
  readonly source: Source;
  readonly cors: boolean;
}

/** Every source that the browser may play, in the author's order; where captions want it, first with CORS. */
export function planAttempts(
  clip: PlayableClip,
  page: string,
  canPlay: (source: Source) => boolean,
): readonly Attempt[] {
  const ways = wantsCors(clip, page) ? [true, false] : [false];
  return clip.sources.filter(canPlay).flatMap((source) => ways.map((cors) => ({ source, cors })));
}

/**
 * Captions of another origin show only in a video that was loaded with CORS, and a server that takes no part in CORS then
 * gives no video at all. So it is asked for only if there are such captions, and given up if that fails.
 */
function wantsCors(clip: PlayableClip, page: string): boolean {
  return clip.captions.some(({ src }) => !['null', page].includes(originOf(src, page)));
}

function originOf(src: string, page: string): string {
  try {
    return new URL(src, page).origin;
  } catch {
    // No address at all: the video element will say so.
    return page;
  }
}
