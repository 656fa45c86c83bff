import { holds, keyOf, type DeckStack } from './deck-stack.js';
import type { PlayableClip, PreparedClip } from './media.js';
import type { Openings } from './openings.js';
import type { Posters } from './posters.js';
import type { StackedDeck } from './stacked-deck.js';
import type { UnusedBytes } from './unused-bytes.js';

export interface PreparationsOptions {
  readonly stack: DeckStack;
  readonly openings: Openings;
  readonly posters: Posters;
  readonly unused: UnusedBytes;
}

/** What is being made ready now. */
interface Work {
  readonly wish: PreparedClip;
  readonly ending: AbortController;
}

/** Makes clips ready in the order in which they are wished for, one at a time, so that the first has the line alone. */
export class Preparations {
  readonly #options: PreparationsOptions;
  #wishes: readonly PreparedClip[] = [];
  #work: Work | undefined;
  /** Not tried again for as long as they are wished for. */
  readonly #failed = new Set<string>();
  /** Not where the page's policy forbids it, or where what comes first in the files is not enough for a picture. */
  #mayPicture = true;
  readonly #settled = new Map<StackedDeck, () => void>();

  constructor(options: PreparationsOptions) {
    this.#options = options;
  }

  wish(wishes: readonly PreparedClip[]): void {
    const { stack, posters, unused } = this.#options;
    const before = this.#wishes;
    this.#wishes = withinDecks(wishes, stack.most - 1);
    const clips = new Set(this.#wishes.map(({ clip }) => keyOf(clip)));

    for (const key of this.#failed) if (!clips.has(key)) this.#failed.delete(key);
    for (const { clip } of before) if (!clips.has(keyOf(clip))) unused.drop(keyOf(clip));
    for (const deck of stack.decks) {
      // The last wish for a clip is for most of it. A picture does not stand in for the clip itself.
      const wish = this.#wishes.findLast(({ clip }) => holds(deck, clip));
      if (!deck.engaged && deck.clip && (!wish || (deck.isPicture && wish.how === 'deck'))) this.drop(deck);
    }
    for (const clip of clips) unused.wish(clip);
    // The answer that they were chosen by came to nothing.
    for (const deck of stack.decks) if (!deck.engaged) deck.endRehearsal();
    if (this.#work && !this.#wishes.some((wish) => isSame(wish, this.#work?.wish))) this.#stopWork();
    posters.keep(new Set(wishes.map(({ clip }) => clip.poster)));
    // Small, and nothing waits for them: whatever is chosen early has at least its poster as a bridge.
    for (const { clip } of wishes) if (clip.poster !== undefined) posters.take(clip.poster);
    this.goOn();
  }

  /** Begins the chosen clip before it is on air. Where it is ready, it gets going out of sight. */
  hasten(chosen: PlayableClip): void {
    const { stack } = this.#options;
    const found = stack.find(chosen);
    if (found?.standing === 'ready') return found.rehearse();
    this.halt(chosen);
    if (found) return;
    // Not the one that shows its picture until then.
    const deck = stack.takeRoom((clip) => keyOf(clip) === keyOf(chosen));
    if (!deck) return;
    if (deck.clip) this.drop(deck);
    deck.load(chosen);
  }

  /** Stops what is not ready: the chosen clip has the line alone. */
  halt(chosen: PlayableClip): void {
    const { stack, posters, unused } = this.#options;
    for (const { clip } of this.#wishes) if (!stack.find(clip)) unused.drop(keyOf(clip));
    this.#wishes = [];
    this.#stopWork();
    for (const deck of stack.decks) {
      if (!deck.engaged && !holds(deck, chosen) && deck.standing === 'loading') this.drop(deck);
    }
    posters.halt(chosen.poster);
  }

  /** Empties a deck that was made ready in vain. */
  drop(deck: StackedDeck): void {
    const { unused } = this.#options;
    if (deck.clip) {
      const key = keyOf(deck.clip);
      unused.add(key, deck.bytes);
      unused.drop(key);
    }
    deck.unload();
    this.settle(deck);
  }

  /** Takes the next wish in hand, if nothing is in hand and there is one that can be done now. */
  goOn(): void {
    if (this.#work) return;
    const wish = this.#wishes.find((one) => !this.#isDone(one) && this.#isPossible(one));
    if (!wish) return;
    const work = { wish, ending: new AbortController() };
    this.#work = work;
    void this.#make(wish, work.ending.signal).then(() => {
      if (this.#work !== work) return;
      this.#work = undefined;
      this.goOn();
    });
  }

  /** The deck is ready, has failed, or was taken. */
  settle(deck: StackedDeck): void {
    this.#settled.get(deck)?.();
    this.#settled.delete(deck);
  }

  async #make({ clip, seconds, how }: PreparedClip, signal: AbortSignal): Promise<void> {
    const opening = how === 'deck' ? undefined : await this.#options.openings.bring(clip, seconds, signal);
    const isEnough = how === 'opening' || !this.#mayPicture || !opening || signal.aborted;
    if (how !== 'deck' && isEnough) return;
    const deck = this.#takeRoom();
    if (!deck) return;
    if (deck.clip) this.drop(deck);
    const settled = new Promise<void>((resolve) => this.#settled.set(deck, resolve));
    deck.load(clip, { opening });
    await settled;
    if (deck.standing !== 'failed' || deck.engaged) return;
    if (opening) this.#mayPicture = false;
    else this.#failed.add(keyOf(clip));
    deck.unload();
  }

  #stopWork(): void {
    this.#work?.ending.abort();
    this.#work = undefined;
  }

  #takeRoom(): StackedDeck | undefined {
    const wished = new Set(this.#wishes.filter(({ how }) => how !== 'opening').map(({ clip }) => keyOf(clip)));
    return this.#options.stack.takeRoom((clip) => wished.has(keyOf(clip)));
  }

  #isDone({ clip, seconds, how }: PreparedClip): boolean {
    const { stack, openings } = this.#options;
    if (this.#failed.has(keyOf(clip)) || stack.decks.some((deck) => holds(deck, clip))) return true;
    return how !== 'deck' && openings.has(clip, seconds);
  }

  #isPossible({ how }: PreparedClip): boolean {
    return how !== 'deck' || this.#takeRoom() !== undefined;
  }
}

/** There are only so many decks: of what is wished for beyond, only the opening is fetched. */
function withinDecks(wishes: readonly PreparedClip[], most: number): readonly PreparedClip[] {
  const onDeck = new Set<string>();
  return wishes.map((wish) => {
    const key = keyOf(wish.clip);
    if (wish.how !== 'opening' && (onDeck.has(key) || onDeck.size < most)) {
      onDeck.add(key);
      return wish;
    }
    return { ...wish, how: 'opening' };
  });
}

function isSame(one: PreparedClip, other: PreparedClip | undefined): boolean {
  return one.how === other?.how && keyOf(one.clip) === keyOf(other.clip);
}
