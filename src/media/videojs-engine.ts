// These three in this order: Video.js must be evaluated between the other two.
import './videojs-styles-begin.js';
import videojs from 'video.js/core.es.js';
import './videojs-styles-end.js';

import { isHls } from './early-video.js';
import { fill, makeVideo, unfill } from './make-video.js';
import type { EngineFault, MediaEngine, Source } from './media-engine.js';
import { forbidStyles } from './videojs-styles.js';

type Videojs = typeof videojs;
type Player = ReturnType<Videojs>;

/** The Video.js that can play HLS by script. Three times as big, so it is loaded only for whom it is needed. */
export type LoadHls = () => Promise<Videojs>;

/** What plays inside a player. Its types leave this out. */
interface SourceTech {
  disposeSourceHandler(): void;
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

/** Drives one video element by Video.js; by the one with HLS from the first clip on that needs it. */
export class VideojsEngine implements MediaEngine {
  readonly element = document.createElement('div');
  readonly video: HTMLVideoElement;
  readonly #nativeHls: boolean;
  readonly #loadHls: LoadHls;
  readonly #listeners = new Set<(fault: EngineFault) => void>();
  #videojs: Videojs = videojs;
  #player: Player;
  #wanted: Source | undefined;
  /** The Video.js at work is the one with HLS. In a build of one single file the two are the same. */
  #withHls = false;
  #hls: ReturnType<LoadHls> | undefined;
  #disposed = false;

  constructor(nativeHls: boolean, loadHls: LoadHls, video = makeVideo()) {
    this.video = video;
    this.#nativeHls = nativeHls && this.video.canPlayType('application/vnd.apple.mpegurl') !== '';
    this.#loadHls = loadHls;
    fill(this.element);
    this.#player = this.#makePlayer();
  }

  canPlay(source: Source): boolean {
    // By script it plays wherever there are media source extensions.
    if (isHls(source.type)) return this.#nativeHls || 'MediaSource' in window || 'ManagedMediaSource' in window;
    return this.video.canPlayType(source.type) !== '';
  }

  load(source: Source): void {
    this.#wanted = source;
    if (this.#needsScript(source) && !this.#withHls) void this.#changeToHls(source);
    else this.#player.src({ ...source });
  }

  takeOver(source: Source): void {
    this.#wanted = source;
  }

  isLoading(source: Source): boolean {
    // By script, the element is given a media source instead of the address.
    const isOwn = this.video.getAttribute('src') === source.src;
    return source === this.#wanted && isOwn !== this.#needsScript(source);
  }

  unload(): void {
    this.#wanted = undefined;
    // HLS by script goes on fetching into an element that was emptied.
    (this.#player.tech(true) as Partial<SourceTech> | undefined)?.disposeSourceHandler?.();
  }

  onFault(listener: (fault: EngineFault) => void): void {
    this.#listeners.add(listener);
  }

  dispose(): void {
    this.#disposed = true;
    this.#listeners.clear();
    this.#player.dispose();
    this.element.remove();
  }

  #needsScript(source: Source): boolean {
    return isHls(source.type) && !this.#nativeHls;
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
      this.#player.src({ ...source });
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

    const html5 = { ...OPTIONS.html5, vhs: { overrideNative: !this.#nativeHls } };
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
    return player;
  }

  #onPlayerError(player: Player): void {
    const error = player.error();
    // What the element itself has, the element tells.
    if (error && !this.video.error && player.currentSrc() === this.#wanted?.src)
      this.#tell({ code: error.code, message: error.message });
  }

  #tell(fault: EngineFault): void {
    for (const listener of this.#listeners) listener(fault);
  }
}
