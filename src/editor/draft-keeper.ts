/** What an author had written and not put anywhere yet. */
export interface Draft {
  /** The sitting it was written in. Two tabs are two sittings, so neither writes over the other. */
  readonly sitting: string;
  readonly text: string;
  readonly savedAt: Date;
}

/** Keeps what authors write until they have put it somewhere themselves. */
export interface DraftKeeper {
  /** Keeps the text, in place of what was kept of this sitting. False if it could not be kept. */
  keep(document: string, sitting: string, text: string): boolean;
  /** All drafts of a document, the newest first. */
  recall(document: string): readonly Draft[];
  forget(document: string, sitting: string): void;
}
