import type { PlayableClip } from './media.js';

export type Source = PlayableClip['sources'][number];

/** Who reads the source: the browser by its own means, or a script that feeds it. */
export type Reader = 'browser' | 'script';

/** The sound in one language. Browsers and Video.js list it alike. */
export interface SoundTrack {
  readonly language: string;
  readonly label: string;
  enabled: boolean;
}

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
  /** Who can read this source here, the best first. Nobody: it cannot be played. */
  readersOf(source: Source): readonly Reader[];
  /** Loads the source, now or in a moment; `loadstart` follows. */
  load(source: Source, reader: Reader): void;
  /** The element loads this source already, and goes on with it. */
  takeOver(source: Source): void;
  /** Tells whether what begins to load is that source, and not one that was asked for before it. */
  isLoading(source: Source): boolean;
  /** Fetches nothing more of what was loaded. The element itself is empty already. */
  unload(): void;
  /** The sounds of what is loaded, as far as they are known by now. */
  sounds(): readonly SoundTrack[];
  /** Calls back when there are other sounds to choose from, or another one is on. */
  onSounds(listener: () => void): void;
  onFault(listener: (fault: EngineFault) => void): void;
  dispose(): void;
}
