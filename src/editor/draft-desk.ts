import type { Draft, DraftKeeper } from './draft-keeper.js';

/** What the editor does with drafts: keeps the one being written, and offers the earlier ones until that is decided. */
export class DraftDesk {
  readonly #keeper: DraftKeeper;
  readonly #document: string;
  readonly #sitting: string;
  readonly #original: string;
  #kept: 'nothing' | 'kept' | 'refused' = 'nothing';
  #waiting: readonly Draft[];

  /** @param sitting Names this time at the desk, so that another tab's draft of the same document is left alone. */
  constructor(keeper: DraftKeeper, document: string, sitting: string, original: string) {
    this.#keeper = keeper;
    this.#document = document;
    this.#sitting = sitting;
    this.#original = original;
    this.#waiting = keeper.recall(document).filter(({ text }) => text !== original);
  }

  /** Whether what is being written now would survive the page. */
  get kept(): 'nothing' | 'kept' | 'refused' {
    return this.#kept;
  }

  /** Earlier drafts that say something else than the document, the newest first. */
  get waiting(): readonly Draft[] {
    return this.#waiting;
  }

  note(text: string): void {
    if (text === this.#original) return this.settle();
    this.#kept = this.#keeper.keep(this.#document, this.#sitting, text) ? 'kept' : 'refused';
  }

  /** The text is safe elsewhere, or as it was: nothing has to be kept. */
  settle(): void {
    this.#keeper.forget(this.#document, this.#sitting);
    this.#kept = 'nothing';
  }

  /** Takes an earlier draft off the desk. Its text is the caller's from here on. */
  remove(sitting: string): void {
    this.#keeper.forget(this.#document, sitting);
    this.#waiting = this.#waiting.filter((draft) => draft.sitting !== sitting);
  }
}
