import { parseTree, type Node, type ParseError, type ParseErrorCode } from 'jsonc-parser';

import { readGraph } from '../domain/check-graph.js';
import { parsePath } from '../domain/check/path.js';
import type { Graph } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';
import { findDuplicateKeys } from './duplicate-keys.js';
import { describeSyntax } from './syntax-sentences.js';
import { findPlace } from './text-place.js';

/** A problem and the piece of the text that it is about. */
export interface LocatedProblem extends Problem {
  /** Where the piece begins and ends, in UTF-16 code units from the start of the text. */
  readonly from: number;
  readonly to: number;
  /** Of its beginning, both from 1. */
  readonly line: number;
  readonly column: number;
}

/** A graph if the text can be played, and all that is wrong with it in any case. */
export interface GraphTextRead {
  readonly graph: Graph | undefined;
  readonly problems: readonly LocatedProblem[];
}

/** Deeper nesting is no graph, and would be too much for a parser that calls itself. */
const MAX_DEPTH = 200;
/** The first mistakes in writing; those after them are often only their echo. */
const MAX_SYNTAX_PROBLEMS = 10;

/** Reads a graph as its author wrote it, and says where in the text each mistake stands. Never throws. */
export function readGraphText(text: string): GraphTextRead {
  // Some Windows editors begin a file with a byte order mark, which an author can neither see nor remove.
  const plain = text.startsWith('\u{feff}') ? ` ${text.slice(1)}` : text;
  const locate = makeLocate(plain);
  const tooDeep = findTooDeep(plain);
  if (tooDeep !== undefined) {
    return refuse([
      locate(notJson('This is nested too deep to be a graph. Remove some brackets.'), tooDeep, tooDeep + 1),
    ]);
  }
  const errors: ParseError[] = [];
  const root = parseTree(plain, errors, { disallowComments: true, allowTrailingComma: false });
  if (!root || errors.length > 0) return refuse(describeErrors(plain, errors, locate));
  return readTree(plain, root, locate);
}

function readTree(text: string, root: Node, locate: Locate): GraphTextRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // The two parsers disagree: the browser's own is right, and says so in words only.
    return refuse([locate(notJson(`This is not JSON: ${String(cause)}. Mend it.`), 0, text.length)]);
  }
  const { graph, problems } = readGraph(value);
  const twice = findDuplicateKeys(root).map(({ problem, key }) => locate(problem, key.offset, key.offset + key.length));
  const placeOf = findPlace(root);
  const located = problems.map((problem) => {
    const { offset, length } = placeOf(parsePath(problem.path));
    return locate(problem, offset, offset + length);
  });
  return { graph: twice.length > 0 ? undefined : graph, problems: [...twice, ...located] };
}

function refuse(problems: readonly LocatedProblem[]): GraphTextRead {
  return { graph: undefined, problems };
}

function notJson(message: string): Problem {
  return { code: 'not-json', severity: 'error', path: '', message };
}

function describeErrors(text: string, errors: readonly ParseError[], locate: Locate): readonly LocatedProblem[] {
  if (errors.length === 0) return [locate(notJson('There is nothing here yet. Write a graph in { }.'), 0, text.length)];
  return errors.slice(0, MAX_SYNTAX_PROBLEMS).map(({ error, offset, length }) => {
    const found = text.slice(offset, offset + length);
    return locate(notJson(describeSyntax(error as ParseErrorCode, found)), offset, offset + length);
  });
}

type Locate = (problem: Problem, from: number, to: number) => LocatedProblem;

/** Finds lines by halving, so that ten thousand problems in a long text do not each read it from the top. */
function makeLocate(text: string): Locate {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (problem, from, to) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= from) low = middle;
      else high = middle - 1;
    }
    return {
      ...problem,
      from,
      to: Math.min(Math.max(to, from), text.length),
      line: low + 1,
      column: from - (starts[low] ?? 0) + 1,
    };
  };
}

/** Where the text first nests too deep, strings left aside. */
function findTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return index;
  }
  return undefined;
}
