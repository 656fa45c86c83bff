import { ClipMedia, type ClipMediaOptions } from './clip-media.js';
import type { Deck } from './deck.js';
import { fill, makeVideo } from './make-video.js';
import type { MediaEngine, Reader, SoundTrack, Source } from './media-engine.js';
import { listenToSounds, soundList, soundsOf } from './sounds.js';

/** Plays with the browser's own means: no bytes to load, HLS only where the browser knows it. */
export function createNativeMedia(options?: ClipMediaOptions): Deck {
  return new ClipMedia(new NativeEngine(options?.video), options);
}

class NativeEngine implements MediaEngine {
  readonly video: HTMLVideoElement;

  constructor(video = makeVideo()) {
    this.video = video;
    fill(video);
  }

  get element(): HTMLElement {
    return this.video;
  }

  readersOf({ type }: Source): readonly Reader[] {
    return this.video.canPlayType(type) === '' ? [] : ['browser'];
  }

  load({ src }: Source): void {
    this.video.src = src;
  }

  takeOver(): void {
    // It is the element itself that loads.
  }

  isLoading({ src }: Source): boolean {
    return this.video.getAttribute('src') === src;
  }

  unload(): void {
    // The element fetches nothing once it is empty.
  }

  sounds(): readonly SoundTrack[] {
    return soundsOf(this.video);
  }

  onSounds(listener: () => void): void {
    listenToSounds(soundList(this.video), listener);
  }

  onFault(): void {
    // The element tells every fault itself.
  }

  dispose(): void {
    this.video.remove();
  }
}
