import type { PlayableClip } from './media.js';
import type { Reader, Source } from './media-engine.js';

/** One way of loading a clip. They are tried one after the other, until one begins. */
export interface Attempt {
  readonly source: Source;
  readonly reader: Reader;
  readonly cors: boolean;
}

/** Every source that may be played here, in the author's order, by each who can read it; where captions want it, first with CORS. */
export function planAttempts(
  clip: PlayableClip,
  page: string,
  readersOf: (source: Source) => readonly Reader[],
): readonly Attempt[] {
  const ways = wantsCors(clip, page) ? [true, false] : [false];
  return clip.sources.flatMap((source) =>
    readersOf(source).flatMap((reader) =>
      // A script reads with CORS in any case, and what it feeds to the element is of the page itself.
      (reader === 'script' ? [false] : ways).map((cors) => ({ source, reader, cors })),
    ),
  );
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
