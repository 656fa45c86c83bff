/** The languages that the player has words in. */
export type Language = 'ja' | 'en';

/**
 * Picks the player's own language: the first tag that says something, Japanese for `ja…`, English for all others.
 * A page in a third language is read by more people in English than in Japanese.
 */
export function pickLanguage(...tags: readonly (string | null | undefined)[]): Language {
  const tag = tags.map((one) => one?.trim()).find((one) => one !== undefined && one !== '');
  return tag === undefined || /^ja\b/i.test(tag) ? 'ja' : 'en';
}
