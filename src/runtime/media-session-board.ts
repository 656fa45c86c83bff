import type { MediaKeyPress, NowPlaying, NowPlayingBoard } from './now-playing.js';

const ALWAYS = ['play', 'pause', 'seekto', 'seekbackward', 'seekforward'] as const;
/** Browsers count on by themselves. What is further away than this was a seek, a stall or a new clip. */
const DRIFT_SECONDS = 1;

/** What was told last of the position, and when. */
interface Told {
  readonly at: number;
  readonly nowPlaying: NowPlaying;
}

/**
 * Shows what plays by the Media Session API. A page has one session for all its players: the one that plays has it,
 * and one that only stands paused takes it from nobody.
 */
export class MediaSessionBoard implements NowPlayingBoard {
  readonly #session: MediaSession;
  readonly #now: () => number;
  #metadata: MediaMetadata | undefined;
  #shown: NowPlaying | undefined;
  #told: Told | undefined;

  constructor(session: MediaSession, now: () => number) {
    this.#session = session;
    this.#now = now;
  }

  show(nowPlaying: NowPlaying, onKey: (press: MediaKeyPress) => void): void {
    const isOurs = this.#isOurs();
    if (!isOurs && !nowPlaying.playing) return;
    if (!isOurs || !isSameScene(this.#shown, nowPlaying)) {
      this.#metadata = makeMetadata(nowPlaying);
      this.#session.metadata = this.#metadata;
      this.#told = undefined;
    }
    if (!isOurs) for (const action of ALWAYS) this.#handle(action, onKey);
    if (!isOurs || this.#shown?.canGoBack !== nowPlaying.canGoBack)
      this.#handle('previoustrack', nowPlaying.canGoBack ? onKey : undefined);
    this.#session.playbackState = nowPlaying.playing ? 'playing' : 'paused';
    this.#tellPosition(nowPlaying);
    this.#shown = nowPlaying;
  }

  clear(): void {
    if (this.#isOurs()) {
      this.#session.metadata = null;
      this.#session.playbackState = 'none';
      for (const action of [...ALWAYS, 'previoustrack'] as const) this.#handle(action, undefined);
      this.#session.setPositionState?.();
    }
    this.#metadata = undefined;
    this.#shown = undefined;
    this.#told = undefined;
  }

  #isOurs(): boolean {
    return this.#metadata !== undefined && this.#session.metadata === this.#metadata;
  }

  #handle(action: MediaKeyPress['action'], onKey: ((press: MediaKeyPress) => void) | undefined): void {
    try {
      this.#session.setActionHandler(
        action,
        onKey ? ({ seekTime, seekOffset }) => onKey({ action, seekTime, seekOffset }) : null,
      );
    } catch {
      // A browser throws at keys that it does not know; the others do.
    }
  }

  #tellPosition(nowPlaying: NowPlaying): void {
    const { durationSeconds, currentSeconds, rate } = nowPlaying;
    if (durationSeconds <= 0 || rate <= 0 || !hasDrifted(this.#told, nowPlaying, this.#now())) return;
    this.#told = { at: this.#now(), nowPlaying };
    const position = Math.min(Math.max(currentSeconds, 0), durationSeconds);
    // Safari has had the session without the position.
    this.#session.setPositionState?.({ duration: durationSeconds, position, playbackRate: rate });
  }
}

/** Makes the board of this page; undefined where the browser has none. */
export function findBoard(): NowPlayingBoard | undefined {
  if (!('mediaSession' in navigator) || typeof MediaMetadata === 'undefined') return undefined;
  return new MediaSessionBoard(navigator.mediaSession, () => performance.now());
}

function makeMetadata({ title, album, artwork }: NowPlaying): MediaMetadata {
  return new MediaMetadata({ title, album, artwork: artwork === undefined ? [] : [{ src: artwork }] });
}

function isSameScene(one: NowPlaying | undefined, other: NowPlaying): boolean {
  return one?.title === other.title && one.album === other.album && one.artwork === other.artwork;
}

function hasDrifted(told: Told | undefined, present: NowPlaying, now: number): boolean {
  if (!told) return true;
  const { nowPlaying: before, at } = told;
  const isOther = (['playing', 'durationSeconds', 'rate'] as const).some((fact) => before[fact] !== present[fact]);
  const expected = before.currentSeconds + (before.playing ? ((now - at) / 1_000) * before.rate : 0);
  return isOther || Math.abs(expected - present.currentSeconds) > DRIFT_SECONDS;
}
