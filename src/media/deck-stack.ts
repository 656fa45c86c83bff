import type { Deck } from './deck.js';
import type { PlayableClip } from './media.js';
import { StackedDeck, type DeckListener } from './stacked-deck.js';

export interface DeckStackOptions {
  readonly makeDeck: () => Deck;
  readonly most: number;
  readonly listener: DeckListener;
  /** Called with each deck that is made. */
  onMade(deck: StackedDeck): void;
}

/** The decks, one over the other in one box. They are made as they are needed, never more than the most. */
export class DeckStack {
  readonly element = document.createElement('div');
  readonly #options: DeckStackOptions;
  readonly #decks: StackedDeck[] = [];

  constructor(options: DeckStackOptions) {
    this.#options = options;
    const { style } = this.element;
    style.display = 'block';
    style.position = 'relative';
    style.width = '100%';
    style.height = '100%';
  }

  get most(): number {
    return this.#options.most;
  }

  get decks(): readonly StackedDeck[] {
    return this.#decks;
  }

  /** The deck that this clip was made ready on, or is being made ready. */
  find(clip: PlayableClip): StackedDeck | undefined {
    return this.#decks.find(
      (deck) => !deck.engaged && !deck.isPicture && deck.standing !== 'failed' && holds(deck, clip),
    );
  }

  /** The deck that has nothing of this clip but its first picture. */
  findPicture(clip: PlayableClip): StackedDeck | undefined {
    return this.#decks.find((deck) => deck.isPicture && deck.hasPicture && holds(deck, clip));
  }

  /** A deck for another clip: a free one, a new one, or else the one that was made ready last and is not needed. */
  takeRoom(isNeeded: (clip: PlayableClip) => boolean = () => false): StackedDeck | undefined {
    const idle = this.#decks.filter(({ engaged }) => !engaged).sort((one, other) => other.since - one.since);
    return (
      idle.find(({ clip }) => !clip) ??
      (this.#decks.length < this.most ? this.#make() : undefined) ??
      idle.find(({ clip }) => clip && !isNeeded(clip))
    );
  }

  /** Makes all that there may be, so that a viewer's tap can give each its permission to play. */
  fill(): void {
    while (this.#decks.length < this.most) this.#make();
  }

  dispose(): void {
    for (const { media } of this.#decks) media.dispose();
    this.element.remove();
  }

  #make(): StackedDeck {
    const deck = new StackedDeck(this.#options.makeDeck(), this.#options.listener);
    this.#decks.push(deck);
    this.#options.onMade(deck);
    this.element.append(deck.media.element);
    return deck;
  }
}

export function holds({ clip }: StackedDeck, wanted: PlayableClip): boolean {
  return clip !== undefined && keyOf(clip) === keyOf(wanted);
}

/** The same clip in another version of the graph is the same clip. */
export function keyOf(clip: PlayableClip): string {
  return JSON.stringify(clip);
}
