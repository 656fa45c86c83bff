import type { ClipFailure } from '../domain/clip-failure.js';

/** A clip with its addresses made absolute. */
export interface PlayableClip {
  readonly sources: readonly {
    readonly src: string;
    readonly type: string;
    /** Size of the file, where it is known: how much an opening takes is reckoned by it. */
    readonly bytes?: number;
  }[];
  /** Length of the clip, where it is known before it is loaded. */
  readonly durationSeconds?: number;
  readonly poster?: string;
  readonly captions: readonly { readonly src: string; readonly language: string; readonly label: string }[];
}

/** A wish to have a clip ready before it is known whether it will be played. */
export interface PreparedClip {
  readonly clip: PlayableClip;
  /** How much of its beginning is wanted. */
  readonly seconds: number;
  /**
   * `opening`: its first bytes lie in the browser's cache. `picture`: they do, and its first picture, made of them,
   * stands in an element of its own. `deck`: the clip itself stands there. `chosen`: it is the next that is loaded, as
   * soon as the answer is written down. It has the line alone from now on.
   */
  readonly how: 'opening' | 'picture' | 'deck' | 'chosen';
}

/** What happens in the player, told in the order it happens. */
export type MediaEvent =
  | { readonly type: 'ready' }
  | { readonly type: 'playing' }
  | { readonly type: 'paused' }
  | { readonly type: 'stalled' }
  /** The position, length, buffer, volume, speed or captions changed. Read `facts()`. */
  | { readonly type: 'changed' }
  | { readonly type: 'ended' }
  | { readonly type: 'failed'; readonly failure: ClipFailure; readonly detail: string };

/** A language that something of the clip comes in, by the name that its menu shows. */
export interface LanguageChoice {
  readonly language: string;
  readonly label: string;
}

/** How the player stands. */
export interface MediaFacts {
  readonly currentSeconds: number;
  /** 0 until known. */
  readonly durationSeconds: number;
  readonly bufferedSeconds: number;
  /** Seconds of this clip that were really played since it was loaded, each counted once. */
  readonly watchedSeconds: number;
  readonly paused: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
  readonly rate: number;
  /** Language of the captions that are on, if any are. */
  readonly captions: string | undefined;
  /** Captions that come with the stream, beside those that the graph names. */
  readonly streamCaptions: readonly LanguageChoice[];
  /** Language of the sound, where the clip has a choice of it. */
  readonly audio: string | undefined;
  /** The languages that the sound comes in. Empty where there is nothing to choose. */
  readonly audios: readonly LanguageChoice[];
  /** Bytes that came for clips that were made ready and dropped without being shown. What a browser does not tell is reckoned. */
  readonly unusedBytes: number;
}

/** Plays one clip at a time in an element that the view places. */
export interface Media {
  /** Made once; load() changes what it plays. Put it anywhere in the page. */
  readonly element: HTMLElement;
  /** Loads a clip from its beginning. Volume, speed, and the languages of captions and sound carry over. */
  load(clip: PlayableClip): void;
  /**
   * Makes these clips ready, one after the other, and drops what is not among them any more. The clip on air is never
   * disturbed, and nothing of it is told. A `load()` stops what is not ready yet; what is ready stays until the next
   * call. A media with one single element may ignore it.
   */
  prepare(wishes: readonly PreparedClip[]): void;
  /** Plays as soon as it can. Resolves to false if the browser asks for a tap first. */
  play(): Promise<boolean>;
  pause(): void;
  seek(seconds: number): void;
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  setRate(rate: number): void;
  /** Turns captions on in this language, or off. */
  setCaptions(language: string | undefined): void;
  /** Plays the sound in this language, wherever a clip has it. Until then each clip plays the one that its author put first. */
  setAudio(language: string): void;
  facts(): MediaFacts;
  /** Calls back on every event until the returned function is called. */
  listen(listener: (event: MediaEvent) => void): () => void;
  dispose(): void;
}
