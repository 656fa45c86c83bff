import type { ClipFailure } from '../domain/clip-failure.js';
import { replaceCaptions, showCaptions } from './captions.js';
import type { Deck } from './deck.js';
import { crossOriginOf, isUnderWay } from './early-video.js';
import { explainFailure } from './explain-failure.js';
import type { EngineFault, MediaEngine } from './media-engine.js';
import type { MediaEvent, MediaFacts, PlayableClip } from './media.js';
import { planAttempts, type Attempt } from './plan-attempts.js';
import { chooseSound, listSounds, soundThatIsOn } from './sounds.js';
import { StallWatch } from './stall-watch.js';
import { readFacts } from './video-facts.js';

export interface ClipMediaOptions {
  /** How long a clip that should play may go without data before it counts as failed. */
  readonly stallTimeoutMs?: number;
  /** The element to play in, which may be loading its first clip already: see `beginVideo`. Left out, one is made. */
  readonly video?: HTMLVideoElement | undefined;
}

/** `idle` until it plays for the first time. */
type Standing = 'idle' | 'playing' | 'paused' | 'stalled' | 'ended' | 'failed';

const STALL_TIMEOUT_MS = 30_000;
/** Phones on a low battery load nothing before play. They say `suspend`, and no `canplay` follows. */
const SUSPENDED_MS = 1_000;
const CHANGES = ['timeupdate', 'durationchange', 'progress', 'seeked', 'loadedmetadata'] as const;

/** Plays clips in the video element of an engine: what every media adapter has in common. */
export class ClipMedia implements Deck {
  readonly #engine: MediaEngine;
  readonly #video: HTMLVideoElement;
  readonly #listeners = new Set<(event: MediaEvent) => void>();
  readonly #disposing = new AbortController();
  readonly #stallWatch: StallWatch;

  #clip: PlayableClip | undefined;
  #attempts: readonly Attempt[] = [];
  /** The present attempt has begun: events are of this clip. Before, they may be late ones of the clip before. */
  #live = false;
  /** Counts loads and attempts, so that what was started for one is not taken for another. */
  #turn = 0;
  #ready = false;
  #standing: Standing = 'idle';
  #wantsToPlay = false;
  #settlePlay: ((mayPlay: boolean) => void) | undefined;
  #seekTo: number | undefined;
  #captions: string | undefined;
  #audio: string | undefined;
  /** The element will say that it plays and pauses, and neither was meant. */
  #isPermitting = false;
  /** Given from outside and not used yet. */
  #isGiven: boolean;

  constructor(engine: MediaEngine, { stallTimeoutMs = STALL_TIMEOUT_MS, video }: ClipMediaOptions = {}) {
    this.#engine = engine;
    this.#video = engine.video;
    this.#isGiven = video !== undefined;
    this.#stallWatch = new StallWatch(stallTimeoutMs, () => {
      this.#fail(
        'network',
        `${this.#attempts[0]?.source.src}: nothing to play came for ${stallTimeoutMs / 1_000} seconds or more.`,
      );
    });
    engine.onFault((fault) => this.#onFault(fault));
    engine.onSounds(() => this.#onSounds());
    this.#listenToVideo();
  }

  get element(): HTMLElement {
    return this.#engine.element;
  }

  get video(): HTMLVideoElement {
    return this.#video;
  }

  load(clip: PlayableClip): void {
    this.#forget();
    this.#clip = clip;
    this.#attempts = planAttempts(clip, window.origin, (source) => this.#engine.readersOf(source));
    this.#attempt();
  }

  unload(): void {
    this.#forget();
    this.#video.removeAttribute('poster');
    this.#clear();
    this.#engine.unload();
  }

  /** iPhones give the permission to play to single elements, and only to those that a tap reaches. */
  permit(): void {
    const video = this.#video;
    const { muted } = video;
    const plays = this.#wantsToPlay || !video.paused;
    if (!plays) video.muted = true;
    video.play().catch(() => undefined);
    if (plays) return;
    // Broken off at once.
    this.#isPermitting = true;
    video.pause();
    video.muted = muted;
  }

  prepare(): void {
    // One element plays one clip. Decks, made of several, do this.
  }

  async play(): Promise<boolean> {
    if (this.#standing === 'failed' || !this.#clip) return true;
    this.#finishPlay(true);
    this.#wantsToPlay = true;
    const mayPlay = new Promise<boolean>((resolve) => {
      this.#settlePlay = resolve;
    });
    this.#startPlaying();
    return mayPlay;
  }

  pause(): void {
    this.#wantsToPlay = false;
    this.#stallWatch.end();
    this.#video.pause();
    this.#finishPlay(true);
  }

  seek(seconds: number): void {
    const target = Math.max(0, seconds);
    this.#seekTo = target;
    if (this.#live && this.#video.readyState >= HTMLMediaElement.HAVE_METADATA) this.#seekAsAsked();
  }

  setVolume(volume: number): void {
    const fitting = Math.min(Math.max(volume, 0), 1);
    // Chromium takes a third of a millisecond for it, also where nothing changes.
    if (this.#video.volume !== fitting) this.#video.volume = fitting;
  }

  setMuted(muted: boolean): void {
    if (this.#video.muted !== muted) this.#video.muted = muted;
  }

  setRate(rate: number): void {
    // Loading sets the speed back to the default one.
    this.#video.defaultPlaybackRate = rate;
    this.#video.playbackRate = rate;
  }

  setCaptions(language: string | undefined): void {
    this.#captions = language;
    showCaptions(this.#video, language);
  }

  setAudio(language: string): void {
    this.#audio = language;
    this.#onSounds();
  }

  facts(): MediaFacts {
    const facts = readFacts(this.#video, { begun: this.#live });
    const sounds = this.#live ? this.#engine.sounds() : [];
    return {
      ...facts,
      ...(this.#seekTo !== undefined && { currentSeconds: this.#seekTo }),
      audio: soundThatIsOn(sounds),
      audios: listSounds(sounds),
    };
  }

  listen(listener: (event: MediaEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    if (this.#disposing.signal.aborted) return;
    this.#disposing.abort();
    this.#listeners.clear();
    this.#stallWatch.end();
    this.#turn += 1;
    this.#live = false;
    this.#finishPlay(true);
    empty(this.#video);
    this.#engine.dispose();
  }

  /** Nothing that was wanted of the clip before is wanted any more. */
  #forget(): void {
    this.#finishPlay(true);
    this.#wantsToPlay = false;
    this.#clip = undefined;
    this.#attempts = [];
    this.#standing = 'idle';
    this.#seekTo = undefined;
  }

  #clear(): void {
    this.#turn += 1;
    this.#live = false;
    this.#ready = false;
    this.#isPermitting = false;
    this.#stallWatch.end();
    // Empties the element at once: no event of the clip before comes from now on.
    empty(this.#video);
    replaceCaptions(this.#video, []);
  }

  #attempt(): void {
    const [attempt] = this.#attempts;
    const goesOn = this.#isGiven && attempt && isUnderWay(this.#video, attempt);
    this.#isGiven = false;
    const { poster } = this.#clip ?? {};
    if (!poster) this.#video.removeAttribute('poster');
    // Under a picture that stands it would be fetched for nothing.
    else if (!goesOn || this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) this.#video.poster = poster;
    if (goesOn) {
      this.#takeOver(attempt);
      return;
    }
    this.#clear();
    if (!attempt) {
      this.#failLater();
      return;
    }
    this.#video.crossOrigin = crossOriginOf(attempt);
    this.#engine.load(attempt.source, attempt.reader);
    if (this.#wantsToPlay) this.#stallWatch.begin();
  }

  /** Goes on with what the element loads already. What it has told by now is not told again. */
  #takeOver({ source }: Attempt): void {
    this.#turn += 1;
    this.#engine.takeOver(source);
    this.#begin();
    const { readyState, networkState } = this.#video;
    if (readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) this.#readyLater();
    else if (networkState === HTMLMediaElement.NETWORK_IDLE) this.#readyUnlessMore();
  }

  // Later, as whoever calls load() may listen only afterwards.
  #readyLater(): void {
    const turn = this.#turn;
    queueMicrotask(() => {
      if (turn === this.#turn) this.#becomeReady();
    });
  }

  #failLater(): void {
    const turn = this.#turn;
    queueMicrotask(() => {
      if (turn === this.#turn) this.#fail('unplayable', 'This browser plays none of the formats of this clip.');
    });
  }

  #startPlaying(): void {
    if (this.#standing !== 'playing') this.#stallWatch.begin();
    // Asked before the source is there, a play can stay without an answer for ever. `loadstart` comes back here.
    if (!this.#live) return;
    const turn = this.#turn;
    this.#video.play().then(
      () => this.#finishPlay(true),
      (error: unknown) => this.#onPlayRefused(error, turn),
    );
  }

  #onPlayRefused(error: unknown, turn: number): void {
    if (turn !== this.#turn) return;
    const needsTap = error instanceof DOMException && error.name === 'NotAllowedError';
    if (needsTap) {
      this.#wantsToPlay = false;
      this.#stallWatch.end();
    }
    // Anything else is a pause in between, or a failure that is told as an event.
    this.#finishPlay(!needsTap);
  }

  #finishPlay(mayPlay: boolean): void {
    this.#settlePlay?.(mayPlay);
    this.#settlePlay = undefined;
  }

  #listenToVideo(): void {
    const on = (types: readonly string[], work: () => void, target: EventTarget = this.#video) => {
      const guarded = () => {
        if (this.#live) work();
      };
      for (const type of types) target.addEventListener(type, guarded, { signal: this.#disposing.signal });
    };
    this.#video.addEventListener('loadstart', () => this.#onLoadStart(), { signal: this.#disposing.signal });
    on(['loadedmetadata'], () => this.#seekAsAsked());
    on(['canplay'], () => this.#becomeReady());
    on(['suspend'], () => this.#readyUnlessMore());
    on(['playing'], () => {
      if (!this.#isPermitting) this.#stand('playing');
    });
    on(['pause'], () => this.#onPause());
    on(['waiting', 'stalled'], () => this.#onWaiting());
    on(['ended'], () => this.#stand('ended'));
    on(['error'], () => {
      if (this.#video.error) this.#onFault(this.#video.error);
    });
    // Not `timeupdate`: a script that plays HLS gives a stalled clip a push now and then, which brings nothing.
    on(['progress'], () => this.#stallWatch.progress(this.facts().bufferedSeconds));
    on(CHANGES, () => this.#tell({ type: 'changed' }));
    // These belong to the viewer, not to a clip.
    const changed = () => this.#tell({ type: 'changed' });
    for (const type of ['volumechange', 'ratechange']) {
      this.#video.addEventListener(type, changed, { signal: this.#disposing.signal });
    }
    this.#video.textTracks.addEventListener('change', changed, { signal: this.#disposing.signal });
    // A stream brings its captions when its list was read.
    on(['addtrack'], () => showCaptions(this.#video, this.#captions), this.#video.textTracks);
  }

  #onLoadStart(): void {
    const [attempt] = this.#attempts;
    const isOurs = attempt !== undefined && this.#engine.isLoading(attempt.source);
    // HLS by script begins a moment after it was asked to, so perhaps twice, or when nobody wants it any more.
    if (isOurs && !this.#live) this.#begin();
    else if (isOurs && this.#wantsToPlay) this.#startPlaying();
    else if (!attempt && this.#video.hasAttribute('src')) this.unload();
  }

  #begin(): void {
    this.#live = true;
    this.#isPermitting = false;
    replaceCaptions(this.#video, this.#clip?.captions ?? []);
    showCaptions(this.#video, this.#captions);
    if (this.#wantsToPlay) this.#startPlaying();
  }

  #onSounds(): void {
    if (!this.#live) return;
    chooseSound(this.#engine.sounds(), this.#audio);
    this.#tell({ type: 'changed' });
  }

  #seekAsAsked(): void {
    const target = this.#seekTo;
    this.#seekTo = undefined;
    // What was taken over may stand there already, and its picture with it.
    if (target !== undefined && target !== this.#video.currentTime) this.#video.currentTime = target;
  }

  #becomeReady(): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#tell({ type: 'ready' });
  }

  #readyUnlessMore(): void {
    const turn = this.#turn;
    setTimeout(() => {
      if (turn === this.#turn && this.#live) this.#becomeReady();
    }, SUSPENDED_MS);
  }

  #onPause(): void {
    const isMeant = !this.#isPermitting;
    this.#isPermitting = false;
    // The end and a failure pause as well, and are told by themselves.
    if (isMeant && !this.#video.ended && !this.#video.error) this.#stand('paused');
  }

  #onWaiting(): void {
    const lacksData = this.#video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
    const isUnderWay = this.#standing === 'playing' || this.#standing === 'paused';
    if (isUnderWay && lacksData && !this.#video.paused && !this.#video.ended) this.#stand('stalled');
  }

  #stand(standing: 'playing' | 'paused' | 'stalled' | 'ended'): void {
    if (this.#standing === standing || this.#standing === 'failed') return;
    this.#standing = standing;
    if (standing === 'stalled') this.#stallWatch.begin();
    else this.#stallWatch.end();
    if (standing === 'playing') this.#becomeReady();
    this.#tell({ type: standing });
  }

  #onFault(fault: EngineFault): void {
    const [attempt, ...others] = this.#attempts;
    if (!attempt || this.#standing === 'failed' || fault.code === MediaError.MEDIA_ERR_ABORTED) return;
    // What did not even begin may do in another format, or without CORS.
    if (!this.#ready && others.length > 0) {
      this.#attempts = others;
      this.#attempt();
      return;
    }
    const turn = this.#turn;
    const { code, message } = fault;
    void explainFailure({ code, message }, { source: attempt.source, begun: this.#ready }).then(
      ({ failure, detail }) => {
        if (turn === this.#turn) this.#fail(failure, detail);
      },
    );
  }

  #fail(failure: ClipFailure, detail: string): void {
    if (this.#standing === 'failed') return;
    this.#standing = 'failed';
    this.#stallWatch.end();
    this.#wantsToPlay = false;
    this.#video.pause();
    this.#finishPlay(true);
    this.#tell({ type: 'failed', failure, detail });
  }

  #tell(event: MediaEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

function empty(video: HTMLVideoElement): void {
  video.pause();
  video.removeAttribute('src');
  video.load();
}
