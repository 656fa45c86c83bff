import type { PlayableClip } from './media.js';

export type Source = PlayableClip['sources'][number];

/** A fault that the video element itself does not tell. Codes are those of `MediaError`. */
export interface EngineFault {
  readonly code: number;
  readonly message: string;
}

/** Brings sources into one video element. How they play, the element tells itself. */
export interface MediaEngine {
  /** What the view places. */
  readonly element: HTMLElement;
  /** The same element for life: a viewer's tap gives its permission to play to this one. */
  readonly video: HTMLVideoElement;
  canPlay(source: Source): boolean;
  /** Loads the source, now or in a moment; `loadstart` follows. */
  load(source: Source): void;
  /** The element loads this source already, and goes on with it. */
  takeOver(source: Source): void;
  /** Tells whether what begins to load is that source, and not one that was asked for before it. */
  isLoading(source: Source): boolean;
  /** Fetches nothing more of what was loaded. The element itself is empty already. */
  unload(): void;
  onFault(listener: (fault: EngineFault) => void): void;
  dispose(): void;
}
