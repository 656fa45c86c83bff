import type { PlayerView } from '../runtime/player-view.js';
import type { Language } from './language.js';
import type { MediaFacts } from './media-facts.js';

/** Turns captions off, or on in the viewer's language, or else in the first that there is. */
export function nextCaptions(
  { scene }: Pick<PlayerView, 'scene'>,
  { captions: present, streamCaptions }: Pick<MediaFacts, 'captions' | 'streamCaptions'>,
  language: Language,
): string | undefined {
  if (present !== undefined) return undefined;
  const captions = [...(scene.clip?.captions ?? []), ...streamCaptions];
  return (captions.find((one) => one.language.startsWith(language)) ?? captions[0])?.language;
}
