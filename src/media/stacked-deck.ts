import { fetchedBytes } from './clip-bytes.js';
import type { Deck } from './deck.js';
import { onFirstPicture } from './first-picture.js';
import type { MediaEvent, MediaFacts, PlayableClip } from './media.js';

/** `free` has no clip. */
export type DeckStanding = 'free' | 'loading' | 'ready' | 'failed';

/** What a viewer may lose of the beginning of a clip, silent, where its answer was slow to be written down. */
const MOST_MISSED_SECONDS = 0.1;

export interface DeckListener {
  onEvent(deck: StackedDeck, event: MediaEvent): void;
  /** The first picture of its clip was presented, be it in sight or not. */
  onPicture(deck: StackedDeck): void;
}

export interface DeckLoad {
  /** The element shows the clip's poster until it plays. */
  readonly poster?: boolean;
  readonly opening?: Blob | undefined;
}

/** One deck of the stack: what is on it, and how far that has come. */
export class StackedDeck {
  readonly media: Deck;
  readonly #listener: DeckListener;
  #clip: PlayableClip | undefined;
  #standing: DeckStanding = 'free';
  #hasPicture = false;
  /** Address of the opening that the first picture is made of. */
  #opening: string | undefined;
  /** On air, or still in sight: not to be taken for anything else. */
  engaged = false;
  #stopLooking: (() => void) | undefined;
  #since = 0;
  #priming = false;
  #rehearsing = false;
  #plays = false;
  #unwatchedSeconds = 0;

  constructor(media: Deck, listener: DeckListener) {
    this.media = media;
    this.#listener = listener;
    media.listen((event) => this.#onEvent(event));
    this.hide();
  }

  get clip(): PlayableClip | undefined {
    return this.#clip;
  }

  get standing(): DeckStanding {
    return this.#standing;
  }

  get hasPicture(): boolean {
    return this.#hasPicture;
  }

  /** Nothing of its clip is here but the opening, and so its first picture. */
  get isPicture(): boolean {
    return this.#opening !== undefined;
  }

  /** With an opening, no more than the first picture is loaded, from what was fetched of the clip already. */
  load(clip: PlayableClip, { poster, opening }: DeckLoad = {}): void {
    this.#empty();
    this.#clip = clip;
    this.#standing = 'loading';
    this.#since = performance.now();
    this.#stopLooking = onFirstPicture(this.media.video, () => this.#onPicture());
    const { poster: _, ...bare } = clip;
    if (opening) {
      this.#opening = URL.createObjectURL(opening);
      this.media.load({ sources: [{ src: this.#opening, type: opening.type }], captions: [] });
      return;
    }
    // The element shows its poster until it plays. Where there is a picture before it, the bridge shows it instead.
    this.media.load(poster ? clip : bare);
  }

  unload(): void {
    this.#empty();
    this.media.unload();
  }

  /** Out of sight, out of the layout and silent, yet with its first picture drawn: Chromium shows black for a frame after `opacity: 0`. */
  hide(): void {
    const { style } = this.media.element;
    style.visibility = 'hidden';
    style.position = 'absolute';
    style.inset = '0';
    this.media.setMuted(true);
  }

  /** In sight as far as the page lets it: with `visible` it would stand out of a hidden parent. */
  show(): void {
    const { style } = this.media.element;
    style.visibility = style.position = style.inset = '';
  }

  /** It will be on air in a moment: what a clip needs to get going is done by then. */
  rehearse(): void {
    if (this.#standing !== 'ready' || !this.#hasPicture) return;
    this.#rehearsing = true;
    void this.media.play();
  }

  /** Back to its beginning, as it was made ready. */
  endRehearsal(): void {
    if (!this.#rehearsing) return;
    this.#rehearsing = this.#plays = false;
    this.media.pause();
    this.media.seek(0);
  }

  /** Has said by itself that it plays, when nobody was to hear it yet. */
  get plays(): boolean {
    return this.#plays;
  }

  /** From now on it is what the viewer watches. */
  goOnAir(): void {
    this.engaged = true;
    this.#endPriming();
    const hasMissed = this.#rehearsing && this.media.facts().currentSeconds > MOST_MISSED_SECONDS;
    this.#rehearsing = false;
    if (hasMissed) this.media.seek(0);
    this.#unwatchedSeconds = this.media.facts().watchedSeconds;
  }

  facts(): MediaFacts {
    const facts = this.media.facts();
    return { ...facts, watchedSeconds: Math.max(0, facts.watchedSeconds - this.#unwatchedSeconds) };
  }

  /** When its clip was asked for. */
  get since(): number {
    return this.#since;
  }

  /** Bytes that came for its clip. An opening is counted where it is fetched. */
  get bytes(): number {
    return this.#clip && !this.#opening ? fetchedBytes(this.media.video, this.#clip, this.#since) : 0;
  }

  #empty(): void {
    this.#stopLooking?.();
    if (this.#opening) URL.revokeObjectURL(this.#opening);
    this.#clip = this.#opening = undefined;
    this.#standing = 'free';
    this.#hasPicture = false;
    this.#priming = this.#rehearsing = this.#plays = false;
    this.#unwatchedSeconds = 0;
  }

  #onEvent(event: MediaEvent): void {
    if (!this.#clip) return;
    if (event.type !== 'changed') this.#plays = event.type === 'playing';
    if (event.type === 'failed') this.#standing = 'failed';
    if (event.type === 'ready') this.#becomeReady();
    this.#listener.onEvent(this, event);
  }

  #becomeReady(): void {
    if (this.#standing === 'loading') this.#standing = 'ready';
    const lacksPicture = this.media.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA;
    if (this.engaged || !lacksPicture) return;
    // Phones load nothing before play. Muted, they let it play out of sight, until the first picture is there.
    this.#priming = true;
    void this.media.play();
  }

  #endPriming(): void {
    if (!this.#priming) return;
    this.#priming = false;
    this.media.pause();
    this.media.seek(0);
  }

  #onPicture(): void {
    this.#hasPicture = true;
    this.#endPriming();
    this.#listener.onPicture(this);
  }
}
