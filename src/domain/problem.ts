/** What kind of mistake it is. Callers switch on it, never on the words. */
export const PROBLEM_CODES = [
  'not-json',
  'wrong-shape',
  'unknown-format',
  'missing-notice',
  'missing-retention',
  'unknown-scene',
  'unknown-question',
  'unknown-option',
  'unknown-topic',
  'duplicate-id',
  'unreachable-scene',
  'no-way-to-ending',
  'no-way-out',
  'conditional-last-branch',
  'dead-branch',
  'dead-answer',
  'ending-with-branches',
  'hub-without-question',
  'hub-without-exit',
  'hub-without-return',
  'empty-scene',
  'late-question',
  'missing-captions',
  'missing-text',
  'unknown-media-type',
  'unsafe-address',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** An author's mistake, kept as data. */
export interface Problem {
  readonly code: ProblemCode;
  /** `error`: the graph cannot be played as it is. `warning`: it plays, and somebody is left out or puzzled. */
  readonly severity: 'error' | 'warning';
  /** Where, written as in JavaScript: `scenes.ask.branches[0].to`. Empty for the whole document. */
  readonly path: string;
  /** What, where, and what to do. */
  readonly message: string;
}

/** Tells whether a graph with these problems can still be played. */
export function isPlayable(problems: readonly Problem[]): boolean {
  return !problems.some(({ severity }) => severity === 'error');
}
