import type { PlayerView } from '../runtime/player-view.js';
import type { Language } from './language.js';

/** Turns captions off, or on in the viewer's language, or else in the first that there is. */
export function nextCaptions(
  { scene }: Pick<PlayerView, 'scene'>,
  present: string | undefined,
  language: Language,
): string | undefined {
  const captions = scene.clip?.captions ?? [];
  if (present !== undefined) return undefined;
  return (captions.find((one) => one.language.startsWith(language)) ?? captions[0])?.language;
}
