import type { PlayableClip } from './media.js';

/**
 * Tells whether the clip is worth asking for with CORS. Captions of another origin show only in a video that was loaded
 * so, and a server that does not take part in CORS then gives no video at all. So: only if there are such captions, and
 * whoever asks tries again without.
 */
export function wantsCors(clip: PlayableClip, page: string): boolean {
  const isForeign = ({ src }: { readonly src: string }) => !['null', page].includes(originOf(src, page));
  return clip.captions.some(isForeign);
}

function originOf(src: string, page: string): string {
  try {
    return new URL(src, page).origin;
  } catch {
    // No address at all: the video element will say so.
    return page;
  }
}
