import type { Language } from '../elements/language.js';
import { en } from './messages-en.js';
import { ja } from './messages-ja.js';

/** All that the author's tools say themselves. */
export interface EditorMessages {
  readonly code: string;
  readonly toolbar: string;
  readonly format: string;
  readonly undo: string;
  readonly redo: string;
  readonly keys: string;

  readonly problems: string;
  readonly noProblems: string;
  counted(errors: number, warnings: number): string;
  readonly error: string;
  readonly warning: string;
  place(line: number, column: number): string;
  more(count: number): string;

  readonly drafts: string;
  readonly draftsLead: string;
  draftOf(when: Date, characters: number): string;
  readonly restore: string;
  readonly discard: string;
  readonly draftKept: string;
  readonly draftRefused: string;

  readonly workbench: string;
  readonly examples: string;
  readonly pickExample: string;
  readonly openFile: string;
  readonly saveFile: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyRefused: string;
  readonly fileUnreadable: string;
  readonly preview: string;
  readonly lastGood: string;
  readonly nothingToPlay: string;

  /** CodeMirror's own words, where they are not English. */
  readonly phrases: Readonly<Record<string, string>>;
}

const TABLE: Readonly<Record<Language, EditorMessages>> = { ja, en };

export function editorMessagesIn(language: Language): EditorMessages {
  return TABLE[language];
}
