import type { Messages } from './messages.js';

const whole = (seconds: number): number => (Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0);

/** Writes a position as a clock does: `1:05`. */
export function formatTime(seconds: number): string {
  const total = whole(seconds);
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
}

/** Says a position as one would aloud, for the seek bar's value text. */
export function speakPosition(currentSeconds: number, durationSeconds: number, words: Messages): string {
  const speak = (seconds: number) => words.duration(Math.floor(whole(seconds) / 60), whole(seconds) % 60);
  return durationSeconds > 0 ? words.positionOf(speak(currentSeconds), speak(durationSeconds)) : speak(currentSeconds);
}
