import { fill, makeVideo } from './make-video.js';
import type { PlayableClip } from './media.js';
import { planAttempts, type Attempt } from './plan-attempts.js';

/**
 * Begins to load a clip in a bare video element, before any media is there to play it, and in the way in which
 * `createVideojsMedia({ video })` and `createNativeMedia({ video })` take it over without beginning anew. Nothing plays.
 * Undefined if there is nothing to show.
 */
export function beginVideo(clip: PlayableClip): HTMLVideoElement | undefined {
  const video = makeVideo();
  const [attempt] = planAttempts(clip, window.origin, ({ type }) =>
    isHls(type) || video.canPlayType(type) !== '' ? ['browser'] : [],
  );
  if (!attempt) return undefined;
  fill(video);
  if (clip.poster !== undefined) video.poster = clip.poster;
  video.crossOrigin = crossOriginOf(attempt);
  // Whether HLS plays by script or by the browser is the engine's to say.
  if (!isHls(attempt.source.type)) video.src = attempt.source.src;
  return video;
}

/** Tells whether the element loads just this already. */
export function isUnderWay(video: HTMLVideoElement, attempt: Attempt): boolean {
  return (
    video.getAttribute('src') === attempt.source.src && video.crossOrigin === crossOriginOf(attempt) && !video.error
  );
}

export function crossOriginOf({ cors }: Attempt): 'anonymous' | null {
  return cors ? 'anonymous' : null;
}

export function isHls(type: string): boolean {
  return /mpegurl/i.test(type);
}
