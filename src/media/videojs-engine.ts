// These three in this order: Video.js must be evaluated between the other two.
import './videojs-styles-begin.js';
import videojs from 'video.js/core.es.js';
import './videojs-styles-end.js';

import { isHls } from './early-video.js';
import { fill, makeVideo, unfill } from './make-video.js';
import type { EngineFault, MediaEngine, Reader, SoundTrack, Source } from './media-engine.js';
import { listenToSounds, soundList, soundsOf } from './sounds.js';
import type { Throughput } from './throughput.js';
import { forbidStyles } from './videojs-styles.js';

type Videojs = typeof videojs;
type Player = ReturnType<Videojs>;

/** The Video.js that can play HLS by script. Three times as big, so it is loaded only for whom it is needed. */
export type LoadHls = () => Promise<Videojs>;

/** What plays inside a player. Its types leave this out. */
interface SourceTech {
  disposeSourceHandler(): void;
  on(type: 'bandwidthupdate', listener: () => void): void;
  /** There while HLS plays by script. */
  readonly vhs?: { readonly bandwidth: number };
}

const OPTIONS = {
  // Everything else of Video.js' own surface stays out: the view has its own, and the hidden bar fails accessibility.
  children: ['mediaLoader'],
  controls: false,
  preload: 'auto',
  playsinline: true,
  // It would take over `src` and `load` of the element.
  enableSourceset: false,
  inactivityTimeout: 0,
  userActions: { click: false, doubleClick: false, hotkeys: false },
  html5: { nativeTextTracks: true, nativeAudioTracks: true, nativeVideoTracks: true },
};

/** What HLS by script goes by. Nothing of it is stored, and the measured line counts for more than what the browser guesses. */
const HLS = { useNetworkInformationApi: false, useBandwidthFromLocalStorage: false, useDevicePixelRatio: true };

export interface VideojsEngineOptions {
  /** Lets the browser read HLS where it does that well. */
  readonly nativeHls: boolean;
  readonly loadHls: LoadHls;
  /** What the line carries, as every deck measures it. */
  readonly throughput: Throughput;
  readonly video?: HTMLVideoElement | undefined;
}

/** Drives one video element by Video.js; by the one with HLS from the first clip on that needs it. */
export class VideojsEngine implements MediaEngine {
  readonly element = document.createElement('div');
  readonly video: HTMLVideoElement;
  readonly #hlsReaders: readonly Reader[];
  readonly #loadHls: LoadHls;
  readonly #throughput: Throughput;
  readonly #soundListeners = new Set<() => void>();
  readonly #listeners = new Set<(fault: EngineFault) => void>();
  #videojs: Videojs = videojs;
  #player: Player;
  #wanted: Source | undefined;
  #reader: Reader = 'browser';
  /** The Video.js at work is the one with HLS. In a build of one single file the two are the same. */
  #withHls = false;
  #hls: ReturnType<LoadHls> | undefined;
  #disposed = false;

  constructor({ nativeHls, loadHls, throughput, video = makeVideo() }: VideojsEngineOptions) {
    this.video = video;
    this.#hlsReaders = chooseHlsReaders(video, nativeHls);
    this.#loadHls = loadHls;
    this.#throughput = throughput;
    fill(this.element);
    this.#player = this.#makePlayer();
    listenToSounds(soundList(video), () => this.#tellSounds());
  }

  readersOf({ type }: Source): readonly Reader[] {
    if (isHls(type)) return this.#hlsReaders;
    return this.video.canPlayType(type) === '' ? [] : ['browser'];
  }

  load(source: Source, reader: Reader): void {
    this.#wanted = source;
    this.#reader = reader;
    if (reader === 'browser') this.#readByBrowser(source);
    else if (this.#withHls) this.#readByScript(source);
    else void this.#changeToHls(source);
  }

  takeOver(source: Source): void {
    this.#wanted = source;
    this.#reader = 'browser';
  }

  isLoading(source: Source): boolean {
    // By script, the element is given a media source instead of the address.
    const isOwn = this.video.getAttribute('src') === source.src;
    return source === this.#wanted && isOwn === (this.#reader === 'browser');
  }

  unload(): void {
    this.#wanted = undefined;
    this.#endHls();
  }

  sounds(): readonly SoundTrack[] {
    if (this.#reader === 'browser') return soundsOf(this.video);
    return Array.from(this.#player.audioTracks() as unknown as ArrayLike<SoundTrack>);
  }

  onSounds(listener: () => void): void {
    this.#soundListeners.add(listener);
  }

  onFault(listener: (fault: EngineFault) => void): void {
    this.#listeners.add(listener);
  }

  dispose(): void {
    this.#disposed = true;
    this.#listeners.clear();
    this.#soundListeners.clear();
    this.#player.dispose();
    this.element.remove();
  }

  get #tech(): Partial<SourceTech> | undefined {
    return this.#player.tech(true) as Partial<SourceTech> | undefined;
  }

  /**
   * `player.src()` waits a moment, and would then load a clip that was let go of in it, or the same one twice. And it
   * would have HLS read by script again.
   */
  #readByBrowser({ src }: Source): void {
    this.#endHls();
    this.video.src = src;
  }

  /** From the rendition on that the line is known to carry: a short clip is over before one has climbed up to it. */
  #readByScript(source: Source): void {
    // While a text stands in its place the video has no size, and the smallest picture would seem large enough.
    const hasSize = this.video.getClientRects().length > 0;
    const bandwidth = this.#throughput.bitsPerSecond;
    this.#player.src({ ...source, bandwidth, limitRenditionByPlayerDimensions: hasSize });
  }

  /** HLS by script goes on fetching into an element that was emptied. */
  #endHls(): void {
    this.#tech?.disposeSourceHandler?.();
  }

  #noteThroughput(): void {
    const bits = this.#tech?.vhs?.bandwidth;
    if (bits !== undefined) this.#throughput.note(bits);
  }

  async #changeToHls(source: Source): Promise<void> {
    try {
      this.#hls ??= this.#loadHls();
      const withHls = await this.#hls;
      // Another clip was loaded in between, and the player at work must not be taken away from it.
      if (this.#disposed || source !== this.#wanted) return;
      this.#withHls = true;
      this.#videojs = withHls;
      this.#replacePlayer();
      this.#readByScript(source);
    } catch (cause) {
      // So that a retry loads it again.
      this.#hls = undefined;
      if (source !== this.#wanted) return;
      this.#tell({ code: 2, message: `The HLS player could not be loaded: ${String(cause)}` });
    }
  }

  #replacePlayer(): void {
    const { volume, muted, defaultPlaybackRate } = this.video;
    this.#player.dispose();
    this.#player = this.#makePlayer();
    // A new player sets the element back to its own defaults.
    Object.assign(this.video, { volume, muted, defaultPlaybackRate, playbackRate: defaultPlaybackRate });
  }

  // Around the same video element each time. A parent marked like this is taken as the player's own element, so the
  // video is never cloned, as Video.js does on iOS otherwise.
  #makePlayer(): Player {
    const box = document.createElement('div');
    box.setAttribute('data-vjs-player', '');
    // Video.js copies the attributes of the video to the box, and a style attribute breaks a strict policy.
    unfill(this.video);
    box.append(this.video);
    this.element.replaceChildren(box);

    // Whether a script reads is settled before a source comes here.
    const html5 = { ...OPTIONS.html5, vhs: { ...HLS, overrideNative: this.#withHls } };
    this.#videojs.log.level('off');
    const allowStyles = forbidStyles();
    const player = this.#videojs(this.video, { ...OPTIONS, html5 });
    allowStyles();

    for (const part of [box, this.video]) {
      // The view names the region, in the viewer's language, and says what takes the focus.
      for (const name of ['role', 'aria-label', 'lang', 'tabindex', 'title']) part.removeAttribute(name);
      fill(part);
    }
    player.on('error', () => this.#onPlayerError(player));
    if (this.#withHls) listenToSounds(player.audioTracks() as unknown as EventTarget, () => this.#tellSounds());
    (player.tech(true) as Partial<SourceTech> | undefined)?.on?.('bandwidthupdate', () => this.#noteThroughput());
    return player;
  }

  #onPlayerError(player: Player): void {
    const error = player.error();
    // What the element itself has, the element tells.
    if (error && !this.video.error && player.currentSrc() === this.#wanted?.src)
      this.#tell({ code: error.code, message: error.message });
  }

  #tellSounds(): void {
    for (const listener of this.#soundListeners) listener();
  }

  #tell(fault: EngineFault): void {
    for (const listener of this.#listeners) listener(fault);
  }
}

/**
 * Safari's own HLS is the best there is on Apple's devices. Chromium's has no choice of sounds, and begins each clip as
 * if nothing were known of the line: it stands in where the script cannot be had, or the page's policy stops it.
 */
function chooseHlsReaders(video: HTMLVideoElement, nativeHls: boolean): readonly Reader[] {
  const browser: readonly Reader[] =
    nativeHls && video.canPlayType('application/vnd.apple.mpegurl') !== '' ? ['browser'] : [];
  if (browser.length > 0 && soundList(video)) return browser;
  return 'MediaSource' in window || 'ManagedMediaSource' in window ? ['script', ...browser] : browser;
}
