import { ClipMedia, type ClipMediaOptions } from './clip-media.js';
import type { Deck } from './deck.js';
import { VideojsEngine, type LoadHls } from './videojs-engine.js';
import { forbidStyles } from './videojs-styles.js';

export interface VideojsMediaOptions extends ClipMediaOptions {
  /** Plays HLS with the browser's own means where it has any. On unless switched off. */
  readonly nativeHls?: boolean;
  /** Loads the Video.js that plays HLS by script. */
  readonly loadHls?: LoadHls;
}

/** Plays with Video.js. mp4 and WebM need its core only; HLS by script is loaded when a clip asks for it. */
export function createVideojsMedia({
  nativeHls = true,
  loadHls = importHls,
  ...options
}: VideojsMediaOptions = {}): Deck {
  return new ClipMedia(new VideojsEngine(nativeHls, loadHls, options.video), options);
}

async function importHls(): ReturnType<LoadHls> {
  const allowStyles = forbidStyles();
  try {
    const { default: videojs } = await import('video.js');
    return videojs;
  } finally {
    allowStyles();
  }
}
