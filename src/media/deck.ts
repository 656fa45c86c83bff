import type { Media } from './media.js';

/** A media of one element, of which several can stand by for one another. */
export interface Deck extends Media {
  /** The same for life. */
  readonly video: HTMLVideoElement;
  /** Lets go of its clip: requests end, memory is given back, and nothing more is told until the next `load()`. */
  unload(): void;
  /** Called within a viewer's tap, lets it play at any time from then on. Nothing is seen, heard or told of it. */
  permit(): void;
}
