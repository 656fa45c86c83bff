import { createDecks } from './decks.js';
import type { Media } from './media.js';
import { createVideojsMedia } from './videojs-media.js';

/** Opens what plays the clips of a viewing: decks of Video.js. The first of them plays in `video`, if there is one. */
export function openMedia(video?: HTMLVideoElement): Media {
  let given = video;
  return createDecks({
    makeDeck: () => {
      const deck = createVideojsMedia({ video: given });
      given = undefined;
      return deck;
    },
  });
}
