import type { PlayerView } from '../runtime/player-view.js';

/** What a viewer attends to: where focus goes, and what is announced, when it changes. */
export type Lead = 'notice' | 'video' | 'text' | 'question' | 'ending' | 'failure';

/** The number of the visit under way. */
export function visitOf({ way }: PlayerView): number {
  return way.at(-1)?.visit ?? 0;
}

/** Tells what to attend to now, given what was shown before. */
export function leadOf(view: PlayerView, before: PlayerView | undefined): Lead {
  const { life } = view;
  if (life === 'notice') return 'notice';
  if (life === 'failed') return 'failure';
  const arrived = !before || visitOf(before) !== visitOf(view) || before.reading !== view.reading;
  if (view.reading && view.scene.text !== undefined && arrived) return 'text';
  if (life === 'asking') return 'question';
  if (life === 'ended') return 'ending';
  return view.reading ? 'text' : 'video';
}

/** Stays the same for as long as nothing new is to be attended to. */
export function leadKeyOf(view: PlayerView): string {
  const { life, reading, question, scene } = view;
  const resting = ['notice', 'failed', 'asking', 'reading', 'ended'].includes(life) ? life : 'watching';
  return [resting, visitOf(view), reading, question?.id ?? scene.title].join('|');
}

/** Lives in which the clip is on. */
export function isWatching({ life }: PlayerView): boolean {
  return life === 'loading' || life === 'playing' || life === 'paused' || life === 'stalled';
}
