import { createDecks } from './decks.js';
import type { Media } from './media.js';
import { Throughput } from './throughput.js';
import { createVideojsMedia } from './videojs-media.js';

export { afterNextFrame } from './after-next-frame.js';

export interface MediaSetup {
  /** How many video elements there may be. */
  readonly decks: number;
  /** The first clip plays in it, if it is given. */
  readonly video?: HTMLVideoElement | undefined;
  /** What the line is thought to carry, before a clip has measured it. */
  readonly estimate?: () => number | undefined;
}

/** Opens what plays the clips of a viewing: decks of Video.js. */
export function openMedia({ decks, video, estimate }: MediaSetup): Media {
  const throughput = new Throughput(estimate);
  let given = video;
  return createDecks({
    most: decks,
    makeDeck: () => {
      const deck = createVideojsMedia({ video: given, throughput });
      given = undefined;
      return deck;
    },
  });
}
