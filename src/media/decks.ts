import { afterNextFrame } from './after-next-frame.js';
import { Bridge } from './bridge.js';
import type { Deck } from './deck.js';
import { DeckStack, holds, keyOf } from './deck-stack.js';
import { fadeOut, isSounding } from './fade-out.js';
import type { Media, MediaEvent, MediaFacts, PlayableClip, PreparedClip } from './media.js';
import { Openings } from './openings.js';
import { Posters } from './posters.js';
import { Preparations } from './preparations.js';
import type { StackedDeck } from './stacked-deck.js';
import { UnusedBytes } from './unused-bytes.js';

export interface DecksOptions {
  readonly makeDeck: () => Deck;
  /** How many decks there may be. With a single one nothing stands ready, and only openings are fetched. */
  readonly most?: number;
  readonly fetch?: typeof fetch;
}

/**
 * Makes one media of several decks: while one is on air, the others are made ready for what may come next.
 *
 * A clip that is ready goes on air in the very frame in which it is loaded. Otherwise the old picture, or the poster of
 * the new clip over it, stays until the first new picture was presented. What is told, and what `facts()` say, is
 * always of the clip that was loaded last.
 */
export function createDecks(options: DecksOptions): Media {
  return new Decks(options);
}

class Decks implements Media {
  readonly #stack: DeckStack;
  readonly #preparations: Preparations;
  readonly #bridge: Bridge;
  readonly #unused = new UnusedBytes();
  readonly #listeners = new Set<(event: MediaEvent) => void>();
  /** Has the clip that was loaded last. */
  #onAir: StackedDeck;
  /** Has the picture that stands: the one before, until the one on air has its own. */
  #inSight: StackedDeck;
  #volume = 1;
  #muted = false;
  #rate = 1;
  #captions: string | undefined;
  #audio: string | undefined;
  /** Does the rest of the old clip's fading at once. */
  #endFading: (() => void) | undefined;
  /** Calls off what is to be done once the new picture is drawn. */
  #cancelTidying: (() => void) | undefined;
  /** What was wished for in the meantime. */
  #wishes: readonly PreparedClip[] | undefined;
  /** Aborted by the first tap. */
  readonly #waitingForTap = new AbortController();
  #disposed = false;

  constructor({ makeDeck, most = 3, fetch = window.fetch.bind(window) }: DecksOptions) {
    const posters = new Posters();
    this.#stack = new DeckStack({
      makeDeck,
      most,
      listener: {
        onEvent: (deck, event) => this.#onEvent(deck, event),
        onPicture: (deck) => this.#onPicture(deck),
      },
      onMade: ({ media }) => this.#carryOver(media),
    });
    this.#bridge = new Bridge(this.#stack.element, posters);
    this.#onAir = this.#inSight = this.#takeRoom();
    const openings = new Openings({
      fetch,
      canPlay: (type) => this.#onAir.media.video.canPlayType(type) !== '',
      onBytes: (clip, bytes) => this.#unused.add(keyOf(clip), bytes),
    });
    this.#preparations = new Preparations({ stack: this.#stack, openings, posters, unused: this.#unused });
    this.#onAir.goOnAir();
    this.#onAir.media.setMuted(false);
    this.#onAir.show();
    const { signal } = this.#waitingForTap;
    // What a tap leads to may be played only after the log has written it, when the tap is over.
    const onTap = ({ isTrusted }: Event) => isTrusted && this.#permitAll();
    for (const type of ['click', 'keydown']) window.addEventListener(type, onTap, { capture: true, signal });
  }

  get element(): HTMLElement {
    return this.#stack.element;
  }

  load(clip: PlayableClip): void {
    if (this.#disposed) return;
    this.#endFading?.();
    this.#releaseRest();
    this.#bridge.uncover();
    const before = this.#onAir;
    const ready = this.#stack.find(clip);
    const next = ready ?? (this.#mayLeave(before) ? this.#takeRoom() : before);
    next.engaged = true;
    this.#preparations.settle(next);
    this.#preparations.halt(clip);
    this.#unused.show(keyOf(clip));
    if (!ready) {
      if (next !== before && next.clip) this.#preparations.drop(next);
      if (next === this.#inSight && next.hasPicture && next.clip) this.#bridge.keep(next.media.video, keyOf(next.clip));
      next.load(clip, { poster: !this.#hasSight });
    }
    this.#putOnAir(next, before);
    if (next.hasPicture) this.#bridge.end();
    if (next.hasPicture || !this.#hasSight) this.#show(next);
    if (!next.hasPicture) this.#awaitPicture(clip, { ready: ready !== undefined });
    this.#wishes = undefined;
    this.#tidySoon();
    if (ready?.standing === 'ready') this.#tellReady(next);
  }

  prepare(wishes: readonly PreparedClip[]): void {
    if (this.#disposed) return;
    const others = wishes.filter(({ clip }) => !holds(this.#onAir, clip));
    const chosen = others.find(({ how }) => how === 'chosen');
    if (chosen) this.#preparations.hasten(chosen.clip);
    else if (this.#cancelTidying) this.#wishes = others;
    else this.#preparations.wish(others);
  }

  play(): Promise<boolean> {
    const playing = this.#onAir.media.play();
    this.#permitAll();
    return playing;
  }

  pause(): void {
    this.#onAir.media.pause();
  }

  seek(seconds: number): void {
    this.#onAir.media.seek(seconds);
  }

  setVolume(volume: number): void {
    this.#volume = volume;
    this.#endFading?.();
    for (const { media } of this.#stack.decks) media.setVolume(volume);
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#endFading?.();
    this.#onAir.media.setMuted(muted);
  }

  setRate(rate: number): void {
    this.#rate = rate;
    for (const { media } of this.#stack.decks) media.setRate(rate);
  }

  setCaptions(language: string | undefined): void {
    this.#captions = language;
    for (const { media } of this.#stack.decks) media.setCaptions(language);
  }

  setAudio(language: string): void {
    this.#audio = language;
    for (const { media } of this.#stack.decks) media.setAudio(language);
  }

  facts(): MediaFacts {
    const facts = this.#onAir.facts();
    const volume = this.#endFading ? this.#volume : facts.volume;
    return { ...facts, volume, unusedBytes: this.#unused.total };
  }

  listen(listener: (event: MediaEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#listeners.clear();
    this.#waitingForTap.abort();
    this.#endFading?.();
    this.#cancelTidying?.();
    this.#bridge.end();
    this.#preparations.wish([]);
    this.#disposed = true;
    this.#stack.dispose();
  }

  /** The picture of this deck stays where it is while another deck loads. */
  #mayLeave(deck: StackedDeck): boolean {
    if (deck !== this.#inSight || !deck.hasPicture || this.#stack.most === 1) return false;
    // What failed may hang on a dead line. Chromium gives the same line to another element that asks for the same.
    return deck.standing !== 'failed';
  }

  /** There is a picture to look at, be it a copy. */
  get #hasSight(): boolean {
    return this.#inSight.hasPicture || this.#bridge.keeps;
  }

  /** What stands until the deck on air has its own picture. */
  #awaitPicture(clip: PlayableClip, { ready }: { readonly ready: boolean }): void {
    const picture = this.#stack.findPicture(clip);
    if (picture) {
      picture.engaged = true;
      this.#show(picture);
      this.#bridge.end();
      return;
    }
    // What is loaded into the deck in sight brings its poster along, and a clip that is tried again goes on from its picture.
    const isBare = ready || this.#onAir !== this.#inSight || this.#bridge.keeps;
    if (isBare && !this.#bridge.keepsOf(keyOf(clip))) this.#bridge.begin(clip.poster, this.#inSight.media.video);
  }

  /** The new one sounds only once the old one is silent. */
  #putOnAir(next: StackedDeck, before: StackedDeck): void {
    this.#onAir = next;
    next.goOnAir();
    next.media.setMuted(this.#muted);
    if (next === before) return;
    if (isSounding(before.media.video)) next.media.setVolume(0);
    let over = false;
    const end = fadeOut(before.media.video, () => {
      over = true;
      this.#endFading = undefined;
      before.media.setMuted(true);
      before.media.pause();
      before.media.setVolume(this.#volume);
      next.media.setVolume(this.#volume);
      this.#tidySoon();
    });
    // There may have been nothing to fade.
    if (!over) this.#endFading = end;
  }

  #show(next: StackedDeck): void {
    const old = this.#inSight;
    if (next === old) return;
    next.show();
    old.hide();
    this.#inSight = next;
    this.#tidySoon();
  }

  /**
   * Not before the new picture is drawn: letting go of a clip, and making another ready, take milliseconds that the
   * viewer would wait for. What was on its way for nothing has ended already.
   */
  #tidySoon(): void {
    this.#cancelTidying?.();
    this.#cancelTidying = afterNextFrame(() => {
      this.#cancelTidying = undefined;
      this.#releaseRest();
      const wishes = this.#wishes;
      this.#wishes = undefined;
      if (wishes) this.#preparations.wish(wishes);
    });
  }

  /** Frees the decks that neither sound nor show any more. */
  #releaseRest(): void {
    if (this.#endFading) return;
    for (const deck of this.#stack.decks) {
      if (!deck.engaged || deck === this.#onAir || deck === this.#inSight) continue;
      deck.engaged = false;
      deck.unload();
    }
    this.#preparations.goOn();
  }

  #onEvent(deck: StackedDeck, event: MediaEvent): void {
    if (event.type === 'ready' || event.type === 'failed') this.#preparations.settle(deck);
    if (deck === this.#onAir) this.#tell(event);
  }

  #onPicture(deck: StackedDeck): void {
    if (deck !== this.#onAir) return;
    this.#show(deck);
    this.#bridge.end();
  }

  /** Later, as after any load. */
  #tellReady(deck: StackedDeck): void {
    const { clip, plays } = deck;
    queueMicrotask(() => {
      if (deck !== this.#onAir || deck.clip !== clip) return;
      this.#tell({ type: 'ready' });
      if (plays) this.#tell({ type: 'playing' });
    });
  }

  #takeRoom(): StackedDeck {
    const deck = this.#stack.takeRoom();
    if (!deck) throw new Error('One deck at most is engaged here, and there is another.');
    return deck;
  }

  #carryOver(media: Deck): void {
    media.setVolume(this.#volume);
    media.setRate(this.#rate);
    media.setCaptions(this.#captions);
    if (this.#audio !== undefined) media.setAudio(this.#audio);
  }

  /** The first tap reaches all decks, before it is known which will be needed. */
  #permitAll(): void {
    const { userActivation } = navigator as { readonly userActivation?: { readonly isActive: boolean } };
    if (this.#waitingForTap.signal.aborted || userActivation?.isActive === false) return;
    this.#waitingForTap.abort();
    this.#stack.fill();
    for (const { media } of this.#stack.decks) media.permit();
  }

  #tell(event: MediaEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
