import type { Answer } from '../answer.js';
import { holds, type Questions } from '../branch.js';
import type { Condition } from '../condition.js';
import { optionsOf, type Question } from '../questions/question.js';
import type { Branch } from '../scene.js';
import { giveAnswer, type Viewing } from '../viewing.js';

/** One way in which the viewing may stand when its next branch is chosen. */
export interface Outlook {
  /** As it stands then. Nothing is picked yet in the answer to `unsettled`. */
  readonly viewing: Viewing;
  /** A question that is answered by then; which of its options are picked is not known. */
  readonly unsettled?: Question;
}

/** Whether something holds, as far as is known. */
export type Verdict = 'yes' | 'no' | 'open';

/**
 * All that can become of a viewing by answering one question. Each option is looked at by itself, so what one answer
 * rules out is ruled out. Sets of several options would be too many: what is in them stays unsettled.
 */
export function foresee(viewing: Viewing, question: Question): readonly Outlook[] {
  const after = (answer: Answer): Outlook => ({ viewing: giveAnswer(viewing, question.id, answer) });
  const declined = after({ type: 'declined' });
  switch (question.type) {
    case 'free-text':
      return [declined, after({ type: 'written', text: '…' })];
    case 'multiple-choice':
      return [declined, { ...after({ type: 'picked', options: [] }), unsettled: question }];
    default:
      return [declined, ...optionsOf(question).map(({ id }) => after({ type: 'picked', options: [id] }))];
  }
}

/** Lists the branches that may be taken. The first that is surely open cuts off what stands behind it. */
export function listOpenBranches(
  branches: readonly Branch[],
  outlook: Outlook,
  questions: Questions,
): readonly Branch[] {
  const open: Branch[] = [];
  for (const branch of branches) {
    const verdict = branch.when ? couldHold(branch.when, outlook, questions) : 'yes';
    if (verdict !== 'no') open.push(branch);
    if (verdict === 'yes') break;
  }
  return open;
}

/** `holds` of branch.ts where one answer may not be known. May say 'open' of what is settled, never the reverse. */
export function couldHold(condition: Condition, outlook: Outlook, questions: Questions): Verdict {
  const { viewing, unsettled } = outlook;
  switch (condition.type) {
    case 'all':
      return joinAll(condition.of.map((one) => couldHold(one, outlook, questions)));
    case 'any':
      return turn(joinAll(condition.of.map((one) => turn(couldHold(one, outlook, questions)))));
    case 'not':
      return turn(couldHold(condition.of, outlook, questions));
    case 'answer':
    case 'interest':
    case 'anxiety': {
      // More picked options never make one of these fail, so it is enough to try none and all of them.
      if (holds(condition, viewing, questions)) return 'yes';
      return unsettled && holds(condition, pickAll(viewing, unsettled), questions) ? 'open' : 'no';
    }
    default:
      return holds(condition, viewing, questions) ? 'yes' : 'no';
  }
}

function pickAll(viewing: Viewing, question: Question): Viewing {
  return giveAnswer(viewing, question.id, { type: 'picked', options: optionsOf(question).map(({ id }) => id) });
}

function joinAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('open') ? 'open' : 'yes';
}

function turn(verdict: Verdict): Verdict {
  if (verdict === 'open') return 'open';
  return verdict === 'yes' ? 'no' : 'yes';
}
