import { ClipMedia, type ClipMediaOptions } from './clip-media.js';
import type { Deck } from './deck.js';
import { Throughput } from './throughput.js';
import { VideojsEngine, type LoadHls } from './videojs-engine.js';
import { forbidStyles } from './videojs-styles.js';

export interface VideojsMediaOptions extends ClipMediaOptions {
  /** Lets the browser read HLS: first where it does that well, else where no script can. On unless switched off. */
  readonly nativeHls?: boolean;
  /** Loads the Video.js that plays HLS by script. */
  readonly loadHls?: LoadHls;
  /** What the line carries. Given to several, what one of them measures the others know. */
  readonly throughput?: Throughput;
}

/** Plays with Video.js. mp4 and WebM need its core only; HLS by script is loaded when a clip asks for it. */
export function createVideojsMedia({
  nativeHls = true,
  loadHls = importHls,
  throughput = new Throughput(),
  ...options
}: VideojsMediaOptions = {}): Deck {
  return new ClipMedia(new VideojsEngine({ nativeHls, loadHls, throughput, video: options.video }), options);
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
