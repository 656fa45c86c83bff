import { quote } from './finding.js';

/** Words compared in all; a graph full of mistakes gets fewer hints rather than a slow check. */
const MAX_COMPARISONS = 20_000;

/** Proposes what a misspelt word may have been meant to be. */
export type Suggest = (word: string) => string | undefined;

export function makeSuggest(words: Iterable<string>): Suggest {
  const known = [...words];
  const byForm = new Map(known.map((word) => [normalise(word), word]));
  let left = MAX_COMPARISONS;
  return (word) => {
    const same = byForm.get(normalise(word));
    if (same !== undefined) return same;
    left -= known.length;
    return left < 0 ? undefined : known.find((one) => isNearly(one, word));
  };
}

/** Ends a sentence about an unknown id: with what may be meant, or else with the advice. */
export function adviseOn(word: string, suggest: Suggest, advice: string): string {
  const meant = suggest(word);
  return meant === undefined ? advice : `Do you mean ${quote(meant)}? ${advice}`;
}

/** Tells words that differ in case, hyphens, or by one or two letters. */
export function isNearly(one: string, other: string): boolean {
  const [a, b] = [normalise(one), normalise(other)];
  if (a === b) return true;
  // Short words are all near each other: "end" is not "and".
  const most = a.length < 4 ? 0 : a.length < 5 ? 1 : 2;
  return Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most;
}

function normalise(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
