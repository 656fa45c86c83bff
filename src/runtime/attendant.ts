import { isOnAir, nowPlayingOf, pressMediaKey, type NowPlayingBoard } from './now-playing.js';
import type { PlayerSession } from './player-session.js';
import type { ScreenLight } from './screen-light.js';

/** What an attendant sees of a session, and does to it. */
export type Attended = Pick<PlayerSession, 'view' | 'commands' | 'media'>;

/** Follows a viewing outside the page: it shows on the lock screen, hears the media keys, keeps the screen on. */
export interface Attendant {
  /** The view or the media's facts are other than before. */
  follow(attended: Attended): void;
  leave(): void;
}

export interface AttendantSetup {
  /** The graph's own address: posters are relative to it. */
  readonly base: string;
  readonly board: NowPlayingBoard | undefined;
  readonly light: ScreenLight | undefined;
}

export function createAttendant({ base, board, light }: AttendantSetup): Attendant {
  /** Keys come later than what they are shown for, and mean what is there by then. */
  let latest: Attended | undefined;

  return {
    follow(attended) {
      latest = attended;
      const { view, media } = attended;
      const nowPlaying = nowPlayingOf(view, media.facts(), base);
      if (nowPlaying) board?.show(nowPlaying, (press) => latest && pressMediaKey(latest, press));
      else board?.clear();
      if (isOnAir(view)) light?.keepOn();
      else light?.letGo();
    },
    leave() {
      latest = undefined;
      board?.clear();
      light?.letGo();
    },
  };
}
