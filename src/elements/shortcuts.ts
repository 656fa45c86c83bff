import type { MediaFacts } from './media-facts.js';
import type { PlayerCommands } from '../runtime/player-view.js';

/** How far an arrow key goes. */
export const SEEK_STEP_SECONDS = 5;
const VOLUME_STEP = 0.1;

type Deed = (commands: PlayerCommands, facts: MediaFacts) => void;

const playOrPause: Deed = (commands, { paused }) => (paused ? commands.play() : commands.pause());
const seekBy =
  (seconds: number): Deed =>
  (commands, facts) =>
    commands.seek(between(0, facts.currentSeconds + seconds, facts.durationSeconds));
const louderBy =
  (step: number): Deed =>
  (commands, { volume }) =>
    commands.setVolume(between(0, Math.round((volume + step) * 10) / 10, 1));

const DEEDS: ReadonlyMap<string, Deed> = new Map([
  ['k', playOrPause],
  [' ', playOrPause],
  ['ArrowLeft', seekBy(-SEEK_STEP_SECONDS)],
  ['ArrowRight', seekBy(SEEK_STEP_SECONDS)],
  ['ArrowUp', louderBy(VOLUME_STEP)],
  ['ArrowDown', louderBy(-VOLUME_STEP)],
  ['m', (commands, { muted }) => commands.setMuted(!muted)],
]);

/** What a key does while the video has the focus, if anything. `c` and `f` are the player's own. */
export function deedOfKey(event: KeyboardEvent): Deed | undefined {
  return isPlain(event) && !belongsToField(event) ? DEEDS.get(nameOf(event)) : undefined;
}

/** Tells whether a letter was pressed as a shortcut. */
export function isShortcut(event: KeyboardEvent, letter: string): boolean {
  return isPlain(event) && !belongsToField(event) && nameOf(event) === letter;
}

const nameOf = ({ key }: KeyboardEvent): string => (key.length === 1 ? key.toLowerCase() : key);

/** With a modifier it is the browser's or the screen reader's; while composing it is half a Japanese word. */
const isPlain = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.defaultPrevented;

/** Keys that the focused control needs for itself: all in a field, Space on a button, arrows on a slider. */
function belongsToField(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'range' || event.key.startsWith('Arrow');
  return (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) && event.key === ' ';
}

const between = (least: number, value: number, most: number): number => Math.min(Math.max(least, value), most);
