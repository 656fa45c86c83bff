import type { Problem, ProblemCode } from '../problem.js';
import { formatPath, type Place } from './path.js';

const SHOWN_LENGTH = 60;

/** A mistake that keeps the graph from being played. */
export function anError(code: ProblemCode, place: Place, message: string): Problem {
  return { code, severity: 'error', path: formatPath(place), message };
}

/** A mistake that somebody is left out or puzzled by. */
export function aWarning(code: ProblemCode, place: Place, message: string): Problem {
  return { code, severity: 'warning', path: formatPath(place), message };
}

/** Puts quotes round an author's word, cut to a length that can be read in a sentence. */
export function quote(word: string): string {
  const letters = [...word.slice(0, SHOWN_LENGTH * 2).replace(/\p{C}/gu, '\u{fffd}')];
  return letters.length > SHOWN_LENGTH ? `"${letters.slice(0, SHOWN_LENGTH).join('')}…"` : `"${letters.join('')}"`;
}

/** Two or three examples of a longer list, for a sentence. */
export function quoteSome(words: readonly string[]): string {
  const shown = words.slice(0, 3).map(quote).join(', ');
  return words.length > 3 ? `${shown} …` : shown;
}
