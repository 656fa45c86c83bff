import type { Problem } from '../problem.js';
import { optionsOf, type Question } from '../questions/question.js';
import { hasReadWays, type DraftScene } from './draft.js';
import { aWarning, quote } from './finding.js';
import type { Place } from './path.js';
import type { Routes } from './routes.js';
import { optionKey, type Survey } from './survey.js';
import type { Ways } from './ways.js';

/**
 * Answers that lead nowhere or do nothing. Only hubs are looked at: elsewhere an answer without a branch of its own
 * is everyday (a rating, a quiz, "neither"), and it is in the log in any case.
 */
export function checkAnswers(scene: DraftScene, number: number, survey: Survey, routes: Routes): readonly Problem[] {
  const { question } = scene;
  const ways = routes.ways[number];
  if (!scene.hub || !question || !ways || !hasReadWays(scene) || routes.unclear[number]) return [];
  return [...checkIdleOptions(scene, question, survey), ...checkCircles(scene, question, ways)];
}

/** One option of a hub may be the one that goes on without being named. Two such do the same. */
function checkIdleOptions({ id, branches }: DraftScene, question: Question, survey: Survey): readonly Problem[] {
  const list = question.type === 'rating' ? 'steps' : 'options';
  const isNamed = (option: string) => survey.namedOptions.has(optionKey(question.id, option));
  const all = optionsOf(question);
  const idle = all.filter((option) => !isNamed(option.id) && !option.signals?.length);
  if (idle.length < 2 || idle.length === all.length || branches.length < 2) return [];
  const others = idle.map((option) => quote(option.id)).join(', ');
  return all.flatMap((option, index): readonly Problem[] => {
    if (!idle.includes(option)) return [];
    const message = `Scene ${quote(id)}: options ${others} of the hub all do the same, as no branch names them. Give ${quote(option.id)} a branch of its own, or remove it.`;
    return [aWarning('dead-answer', ['scenes', id, 'question', list, index], message)];
  });
}

/** An answer that brings the same question back at once, with nothing shown in between. */
function checkCircles({ id, branches }: DraftScene, question: Question, ways: Ways): readonly Problem[] {
  const at: Place = ['scenes', id, 'question'];
  const list = question.type === 'rating' ? 'steps' : 'options';
  return ways.byAnswer.flatMap(({ answer, branches: taken }): readonly Problem[] => {
    if (taken.size === 0 || ![...taken].every((branch) => branches[branch]?.to === id)) return [];
    if (answer.type === 'declined') {
      const message = `Scene ${quote(id)}: who leaves question ${quote(question.id)} unanswered is asked it again at once, for ever. Let the last branch lead on.`;
      return [aWarning('dead-answer', at, message)];
    }
    if (answer.type !== 'given') return [];
    const [option] = answer.options;
    const index = optionsOf(question).findIndex((one) => one.id === option);
    const what = option === undefined ? 'An answer that no branch names' : `The answer ${quote(option)}`;
    const place = index < 0 ? at : [...at, list, index];
    const message = `Scene ${quote(id)}: ${what} brings the same question back at once. Let it lead to a scene that answers it.`;
    return [aWarning('dead-answer', place, message)];
  });
}
