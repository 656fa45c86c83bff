import { WORDS_LISTED, type Words } from './report.js';

/** The newest words, as many as a report lists. */
export function newestWords(words: readonly Words[]): readonly Words[] {
  return words.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, WORDS_LISTED);
}
