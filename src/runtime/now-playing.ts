import { playableClip } from '../domain/address.js';
import type { MediaFacts } from '../media/media.js';
import type { PlayerSession } from './player-session.js';
import type { Life, PlayerView } from './player-view.js';

/** What the device shows of a viewing, on its lock screen for one: as much as any video tells there. */
export interface NowPlaying {
  /** The scene's title. */
  readonly title: string;
  /** The graph's title. */
  readonly album: string;
  readonly artwork: string | undefined;
  readonly playing: boolean;
  readonly canGoBack: boolean;
  /** 0 until known. */
  readonly durationSeconds: number;
  readonly currentSeconds: number;
  readonly rate: number;
}

/** A key on a keyboard, a headset or a lock screen, as browsers hand it over. */
export interface MediaKeyPress {
  readonly action: 'play' | 'pause' | 'seekto' | 'seekbackward' | 'seekforward' | 'previoustrack';
  readonly seekTime?: number | undefined;
  readonly seekOffset?: number | undefined;
}

/** Shows what plays outside the page. */
export interface NowPlayingBoard {
  show(nowPlaying: NowPlaying, onKey: (press: MediaKeyPress) => void): void;
  /** Takes away what was shown, and nothing of another player's. */
  clear(): void;
}

const SKIP_SECONDS = 10;
const ON_AIR: readonly Life[] = ['loading', 'playing', 'stalled'];
const WATCHING: readonly Life[] = [...ON_AIR, 'paused'];

/** The clip runs, or will as soon as it can. */
export function isOnAir({ life, reading }: Pick<PlayerView, 'life' | 'reading'>): boolean {
  return !reading && ON_AIR.includes(life);
}

/**
 * Tells what to show, or undefined where nothing plays: before the notice was answered, in the text version, at the
 * end. A question is part of the clip that it interrupts, so what is shown stands, paused.
 */
export function nowPlayingOf(view: PlayerView, facts: MediaFacts, base: string): NowPlaying | undefined {
  const { life, reading, scene, graph, canGoBack } = view;
  if (reading || !scene.clip || ![...WATCHING, 'asking'].includes(life)) return undefined;
  return {
    title: scene.title,
    album: graph.title,
    artwork: playableClip(scene.clip, base).poster,
    playing: isOnAir(view),
    canGoBack,
    durationSeconds: facts.durationSeconds,
    currentSeconds: facts.currentSeconds,
    rate: facts.rate,
  };
}

/** Does what a key asks for. While a question waits, only the way back is open: no key plays the clip behind it. */
export function pressMediaKey(
  { view, commands, media }: Pick<PlayerSession, 'view' | 'commands' | 'media'>,
  { action, seekTime, seekOffset = SKIP_SECONDS }: MediaKeyPress,
): void {
  if (action === 'previoustrack' && view.canGoBack) commands.goBack();
  if (action === 'previoustrack' || view.reading || !WATCHING.includes(view.life)) return;
  const { currentSeconds, durationSeconds } = media.facts();
  const seek = (seconds: number) => commands.seek(Math.min(Math.max(seconds, 0), durationSeconds || seconds));
  if (action === 'play') commands.play();
  else if (action === 'pause') commands.pause();
  else if (action === 'seekto') seek(seekTime ?? currentSeconds);
  else seek(currentSeconds + (action === 'seekforward' ? seekOffset : -seekOffset));
}
