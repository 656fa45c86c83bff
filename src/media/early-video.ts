import { afterNextFrame } from './after-next-frame.js';
import { onFirstPicture } from './first-picture.js';
import { fill, makeVideo, settle } from './make-video.js';
import type { PlayableClip } from './media.js';
import { planAttempts, type Attempt } from './plan-attempts.js';

/** A clip that shows nothing by then has a line that is too slow, or a server that is too busy, to be waited for. */
const PATIENCE_MS = 2_000;
/** What a page may say of its own video. All else would reach into the player: classes, sizes, controls, autoplay. */
const KEPT_ATTRIBUTES = new Set(['src', 'crossorigin', 'poster', 'preload', 'playsinline', 'muted']);

/** A clip, and the place in it that is seen. */
export interface Sight {
  readonly clip: PlayableClip;
  readonly seconds: number;
}

/**
 * Begins to load a clip in a bare video element, before any media is there to play it, and in the way in which
 * `createVideojsMedia({ video })` and `createNativeMedia({ video })` take it over without beginning anew. Nothing plays.
 * Undefined if there is nothing to show.
 */
export function beginVideo({ clip, seconds }: Sight): HTMLVideoElement | undefined {
  const video = makeVideo();
  const attempt = firstAttempt(clip, video);
  if (!attempt) return undefined;
  fill(video);
  if (clip.poster !== undefined) video.poster = clip.poster;
  video.crossOrigin = crossOriginOf(attempt);
  // Whether HLS plays by script or by the browser is the engine's to say.
  if (!isHls(attempt.source.type)) video.src = attempt.source.src;
  return standAt(video, seconds);
}

/**
 * Makes a video of the page's own markup the one that `beginVideo` would have made, if it loads just this clip. What it
 * has loaded stays, so that the picture is there as soon as a plain page would have it.
 */
export function adoptVideo(video: HTMLVideoElement, { clip, seconds }: Sight): boolean {
  const attempt = firstAttempt(clip, video);
  if (!attempt || isHls(attempt.source.type) || !isUnderWay(video, attempt)) return false;
  for (const { name } of [...video.attributes]) if (!KEPT_ATTRIBUTES.has(name)) video.removeAttribute(name);
  video.replaceChildren();
  video.pause();
  fill(settle(standAt(video, seconds)));
  return true;
}

/** Before the clip is there too: it then begins at that place. */
function standAt(video: HTMLVideoElement, seconds: number): HTMLVideoElement {
  if (seconds > 0) video.currentTime = seconds;
  return video;
}

/**
 * Resolves when the first picture stands, or as soon as it is clear that waiting for it would only hold up the player:
 * the clip fails, the browser loads no more before a tap, or it takes too long.
 */
export function pictureStands(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const ending = new AbortController();
    const { signal } = ending;
    const done = (): void => {
      ending.abort();
      resolve();
    };
    if (!video.src || video.error) return void done();
    // No frame is told of that was drawn before: a page's own video may be far ahead of the script.
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.seeking) return void afterNextFrame(done);
    const timer = setTimeout(done, PATIENCE_MS);
    const stopLooking = onFirstPicture(video, done);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      stopLooking();
    });
    for (const type of ['error', 'suspend', 'emptied']) video.addEventListener(type, done, { signal });
  });
}

function firstAttempt(clip: PlayableClip, video: HTMLVideoElement): Attempt | undefined {
  return planAttempts(clip, window.origin, ({ type }) =>
    isHls(type) || video.canPlayType(type) !== '' ? ['browser'] : [],
  )[0];
}

/** Tells whether the element loads just this already. */
export function isUnderWay(video: HTMLVideoElement, attempt: Attempt): boolean {
  return video.src === attempt.source.src && video.crossOrigin === crossOriginOf(attempt) && !video.error;
}

export function crossOriginOf({ cors }: Attempt): 'anonymous' | null {
  return cors ? 'anonymous' : null;
}

export function isHls(type: string): boolean {
  return /mpegurl/i.test(type);
}
