import type { Condition } from '../condition.js';
import { optionsOf, type Question, type QuestionId } from '../questions/question.js';
import type { SceneId } from '../scene.js';
import type { SignalKind } from '../signal.js';
import { hasReadWays, type Draft, type DraftScene } from './draft.js';
import { makeSuggest, type Suggest } from './suggest.js';

/** A question by its id: where it is asked, and what is asked if that could be read. */
export interface SurveyedQuestion {
  readonly scene: SceneId;
  readonly question: Question | undefined;
}

/** What the checks have to look up again and again. */
export interface Survey {
  readonly draft: Draft;
  readonly numbers: ReadonlyMap<SceneId, number>;
  /** The first question of each id. */
  readonly questions: ReadonlyMap<QuestionId, SurveyedQuestion>;
  readonly suggestScene: Suggest;
  readonly suggestQuestion: Suggest;
  readonly suggestTopic: Suggest;
  /** Options that some condition asks after, written by `optionKey`. */
  readonly namedOptions: ReadonlySet<string>;
  /** The most that a topic's total can come to, written by `totalKey`. None of it where there is no entry. */
  readonly greatestTotals: ReadonlyMap<string, number>;
  /** Every question could be read, so that the totals are the whole. */
  readonly totalsKnown: boolean;
}

export function surveyDraft(draft: Draft): Survey {
  const numbers = new Map(draft.scenes.map(({ id }, number) => [id, number]));
  const questions = surveyQuestions(draft.scenes);
  return {
    draft,
    numbers,
    questions,
    suggestScene: makeSuggest(numbers.keys()),
    suggestQuestion: makeSuggest(questions.keys()),
    suggestTopic: makeSuggest(draft.topics.map(({ id }) => id)),
    namedOptions: new Set(draft.scenes.flatMap(({ branches }) => branches.flatMap((one) => namedIn(one?.when)))),
    greatestTotals: addUpSignals(draft.scenes),
    totalsKnown: !draft.scenes.some(({ unread }) => unread.has('question')),
  };
}

export function optionKey(question: QuestionId, option: string): string {
  return `${question} ${option}`;
}

export function totalKey(kind: SignalKind, topic: string): string {
  return `${kind} ${topic}`;
}

/** Whether a total can grow to this at all. Unsure is yes. */
export function canTotal(
  { draft, greatestTotals, totalsKnown }: Survey,
  kind: SignalKind,
  topic: string,
  atLeast: number,
): boolean {
  if (kind === 'interest' && draft.asksAnyTime) return true;
  if (!totalsKnown) return true;
  return (greatestTotals.get(totalKey(kind, topic)) ?? 0) >= atLeast;
}

/** Whether it hangs on mistakes in the scene itself, told on their own, where it leads. */
export function isUnclear({ numbers }: Survey, scene: DraftScene): boolean {
  if (scene.ending) return false;
  if (!hasReadWays(scene) || scene.branches.length === 0) return true;
  return scene.branches.some((branch) => branch && !numbers.has(branch.to));
}

function surveyQuestions(scenes: readonly DraftScene[]): ReadonlyMap<QuestionId, SurveyedQuestion> {
  const questions = new Map<QuestionId, SurveyedQuestion>();
  for (const { id: scene, question, guessedQuestion } of scenes) {
    const id = question?.id ?? guessedQuestion;
    if (id !== undefined && !questions.has(id)) questions.set(id, { scene, question });
  }
  return questions;
}

function namedIn(condition: Condition | undefined): readonly string[] {
  switch (condition?.type) {
    case 'answer':
      return condition.option === undefined ? [] : [optionKey(condition.question, condition.option)];
    case 'all':
    case 'any':
      return condition.of.flatMap(namedIn);
    case 'not':
      return namedIn(condition.of);
    default:
      return [];
  }
}

/** Each option counts once, however often a hub asks, so the sum over all options is the bound. */
function addUpSignals(scenes: readonly DraftScene[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { question } of scenes) {
    for (const { kind, topic, weight } of question ? optionsOf(question).flatMap(({ signals }) => signals ?? []) : []) {
      const key = totalKey(kind, topic);
      totals.set(key, (totals.get(key) ?? 0) + (weight ?? 1));
    }
  }
  return totals;
}
