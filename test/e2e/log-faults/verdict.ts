import type { Reaction } from '../../../src/domain/reaction.js';
import type { CollectorProcess } from './collector-process.js';
import type { Choice } from './viewer.js';

/** What became of the choices of one trial. Empty lists are what is promised. */
export interface Verdict {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Pairs of choices that are stored in another order than the viewer made them. */
  readonly outOfOrder: readonly string[];
  /** Numbers of a viewing that two reactions have. */
  readonly sharedNumbers: readonly string[];
}

const nameOf = ({ question, option }: Choice): string => `${question}=${option}`;

export function judge(acknowledged: readonly Choice[], stored: readonly Reaction[]): Verdict {
  const chosen = acknowledged.map(nameOf);
  const inOrder = [...stored].sort((a, b) => a.sequence - b.sequence);
  const kept = inOrder.flatMap((one) =>
    one.type === 'answered' || one.type === 'answer-changed'
      ? [nameOf({ question: one.question, option: (one.options ?? []).join() })]
      : [],
  );
  const found = kept.filter((name) => chosen.includes(name));
  const numbers = stored.map(({ viewing, sequence }) => `${viewing} ${sequence}`);
  return {
    acknowledged: chosen.length,
    lost: chosen.filter((name) => !kept.includes(name)),
    twice: repeated(found).filter((name) => !repeated(chosen).includes(name)),
    outOfOrder: found.filter(
      (name, index) => index > 0 && chosen.indexOf(name) < chosen.indexOf(found[index - 1] ?? ''),
    ),
    sharedNumbers: repeated(numbers),
  };
}

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

/** Waits until all is there, at most so long. */
export async function judgeInTheEnd(
  collector: CollectorProcess,
  trial: string,
  acknowledged: readonly Choice[],
  mostMs = 30_000,
): Promise<Verdict> {
  const until = performance.now() + mostMs;
  for (;;) {
    const verdict = judge(acknowledged, await collector.read(trial));
    if (verdict.lost.length === 0 || performance.now() > until) return verdict;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
