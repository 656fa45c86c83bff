import type { Condition } from '../condition.js';
import { optionsOf, type Question } from '../questions/question.js';
import type { DraftScene } from './draft.js';
import { canTotal, type Survey } from './survey.js';

/** A condition that is not made of others. */
export type SimpleCondition = Exclude<Condition, { readonly of: unknown }>;

/** One state of one thing that conditions look at. */
export type Value =
  | { readonly type: 'unanswered' }
  | { readonly type: 'declined' }
  /** `options`: those that some branch here names; none of them where another was picked, or words were written. */
  | { readonly type: 'given'; readonly options: readonly string[] }
  | { readonly type: 'fact'; readonly value: string | number | boolean | undefined };

/** Everything that the branches of a scene look at, with the states that it can be in. */
export type Variables = ReadonlyMap<string, readonly Value[]>;

/** More options than this in one question of several choices make too many sets of them to go through. */
const MAX_SET_OPTIONS = 5;

/** Lists what the branches of a scene look at; undefined if it is too much. The scene's own question comes first. */
export function listVariables(scene: DraftScene, survey: Survey): Variables | undefined {
  const groups = new Map<string, SimpleCondition[]>();
  if (scene.question) groups.set(answerKey(scene.question.id), []);
  for (const condition of scene.branches.flatMap((branch) => simpleIn(branch?.when))) {
    const key = keyOf(condition);
    const group = groups.get(key) ?? [];
    group.push(condition);
    groups.set(key, group);
  }
  const variables = new Map<string, readonly Value[]>();
  for (const [key, conditions] of groups) {
    const values = valuesOf(conditions, scene, survey);
    if (!values) return undefined;
    variables.set(key, values);
  }
  return variables;
}

const answerKey = (question: string) => `answer ${question}`;

/** Names what a simple condition looks at. */
export function keyOf(condition: SimpleCondition): string {
  switch (condition.type) {
    case 'answer':
    case 'declined':
      return answerKey(condition.question);
    case 'visited':
      return `visited ${condition.scene}`;
    case 'interest':
    case 'anxiety':
      return `${condition.type} ${condition.topic}`;
    case 'attribute':
      return `attribute ${condition.name}`;
  }
}

function simpleIn(condition: Condition | undefined): readonly SimpleCondition[] {
  if (!condition) return [];
  if (condition.type === 'not') return simpleIn(condition.of);
  return condition.type === 'all' || condition.type === 'any' ? condition.of.flatMap(simpleIn) : [condition];
}

/** All of `conditions` look at the same thing; there are none where only the scene's own question is looked at. */
function valuesOf(
  conditions: readonly SimpleCondition[],
  scene: DraftScene,
  survey: Survey,
): readonly Value[] | undefined {
  const [first] = conditions;
  switch (first?.type) {
    case undefined:
      return answersOf(scene.question, true, []);
    case 'answer':
    case 'declined': {
      const own = first.question === scene.question?.id;
      const question = own ? scene.question : survey.questions.get(first.question)?.question;
      return answersOf(question, own, conditions);
    }
    case 'visited':
      // A scene is visited while one is in it, and the first one always was.
      return facts(first.scene === scene.id || first.scene === survey.draft.start ? [true] : [false, true]);
    case 'interest':
    case 'anxiety': {
      const { type, topic } = first;
      const totals = conditions.flatMap((one) => ('atLeast' in one ? [one.atLeast] : []));
      return facts([0, ...new Set(totals.filter((atLeast) => canTotal(survey, type, topic, atLeast)))]);
    }
    case 'attribute':
      return facts([undefined, ...new Set(conditions.flatMap((one) => ('equals' in one ? [one.equals] : [])))]);
  }
}

function facts(values: readonly (string | number | boolean | undefined)[]): readonly Value[] {
  return values.map((value) => ({ type: 'fact', value }));
}

/** All that can have been given to a question, told apart only as far as the conditions tell it apart. */
function answersOf(
  question: Question | undefined,
  own: boolean,
  conditions: readonly SimpleCondition[],
): readonly Value[] | undefined {
  // Options that do not exist stay possible: that they are unknown is told elsewhere, once.
  const named = [...new Set(conditions.flatMap((one) => ('option' in one && one.option ? [one.option] : [])))];
  const several = question?.type === 'multiple-choice';
  if (several && named.length > MAX_SET_OPTIONS) return undefined;
  const sets = several ? subsetsOf(named, question.atMost) : singlesOf(named, question);
  const given = sets.map((options): Value => ({ type: 'given', options }));
  // The branches of a scene are read after its own question was answered or left.
  return [...(own ? [] : [{ type: 'unanswered' } as const]), { type: 'declined' }, ...given];
}

function singlesOf(named: readonly string[], question: Question | undefined): readonly (readonly string[])[] {
  const all = question && question.type !== 'free-text' && optionsOf(question).every(({ id }) => named.includes(id));
  return [...named.map((option) => [option]), ...(all ? [] : [[]])];
}

function subsetsOf(options: readonly string[], atMost = Infinity): readonly (readonly string[])[] {
  const sets = options.reduce<string[][]>((all, option) => [...all, ...all.map((set) => [...set, option])], [[]]);
  return sets.filter(({ length }) => length <= atMost);
}
