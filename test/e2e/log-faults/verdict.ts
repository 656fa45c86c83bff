import { setTimeout as wait } from 'node:timers/promises';

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

/** `acknowledged`: the choices of each tab, in its order. */
export function judge(acknowledged: readonly (readonly Choice[])[], stored: readonly Reaction[]): Verdict {
  const chosen = acknowledged.flat().map(nameOf);
  const inOrder = [...stored].sort((a, b) => a.sequence - b.sequence);
  const kept = inOrder.flatMap((one) =>
    one.type === 'answered' || one.type === 'answer-changed'
      ? [nameOf({ question: one.question, option: (one.options ?? []).join() })]
      : [],
  );
  const count = (names: readonly string[], name: string) => names.filter((one) => one === name).length;
  const different = [...new Set(chosen)];
  return {
    acknowledged: chosen.length,
    lost: different.filter((name) => count(kept, name) < count(chosen, name)),
    twice: different.filter((name) => count(kept, name) > count(chosen, name)),
    outOfOrder: acknowledged.flatMap((own) => jumps(own.map(nameOf), kept)),
    sharedNumbers: repeated(stored.map(({ viewing, sequence }) => `${viewing} ${sequence}`)),
  };
}

/** Choices that do not follow, in what is kept, on the one before them. */
function jumps(chosen: readonly string[], kept: readonly string[]): readonly string[] {
  return chosen.filter((name, index) => {
    const before = chosen[index - 1];
    return before !== undefined && kept.lastIndexOf(name) < kept.indexOf(before);
  });
}

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

const LOOK_EVERY_MS = 200;

/** Waits until all is there, at most so long: who was refused again and again comes back only after a while. */
export async function judgeInTheEnd(
  collector: CollectorProcess,
  trial: string,
  acknowledged: readonly (readonly Choice[])[],
  mostMs = 120_000,
): Promise<Verdict> {
  const until = performance.now() + mostMs;
  for (;;) {
    const isLate = performance.now() > until;
    try {
      const verdict = judge(acknowledged, await collector.read(trial));
      if (verdict.lost.length === 0 || isLate) return verdict;
    } catch (cause) {
      // The trial beside this one may have ended the collector.
      if (isLate) throw cause;
    }
    await wait(LOOK_EVERY_MS);
  }
}
