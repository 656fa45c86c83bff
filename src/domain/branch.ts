import type { Answer } from './answer.js';
import type { Condition } from './condition.js';
import type { Question, QuestionId } from './questions/question.js';
import { optionsOf } from './questions/question.js';
import type { Branch } from './scene.js';
import type { Signal, SignalKind } from './signal.js';
import type { TopicId } from './topic.js';
import { latestAnswer, type Viewing } from './viewing.js';

/** Questions by id: where the signals of an answer are looked up. */
export type Questions = ReadonlyMap<QuestionId, Question>;

/** Picks the branch to follow. Authors read from top to bottom, so the first open one wins. */
export function chooseBranch(branches: readonly Branch[], viewing: Viewing, questions: Questions): Branch | undefined {
  return branches.find(({ when }) => !when || holds(when, viewing, questions));
}

/** Tells whether a condition holds, given the whole viewing so far. */
export function holds(condition: Condition, viewing: Viewing, questions: Questions): boolean {
  switch (condition.type) {
    case 'answer':
      return matches(latestAnswer(viewing, condition.question), condition.option);
    case 'declined':
      return latestAnswer(viewing, condition.question)?.type === 'declined';
    case 'visited':
      return viewing.visited.includes(condition.scene);
    case 'interest':
    case 'anxiety':
      return topicTotal(condition.type, condition.topic, viewing, questions) >= condition.atLeast;
    case 'attribute':
      return (
        Object.hasOwn(viewing.attributes, condition.name) && viewing.attributes[condition.name] === condition.equals
      );
    case 'all':
      return condition.of.every((one) => holds(one, viewing, questions));
    case 'any':
      return condition.of.some((one) => holds(one, viewing, questions));
    case 'not':
      return !holds(condition.of, viewing, questions);
  }
}

function matches(answer: Answer | undefined, option: string | undefined): boolean {
  if (!answer || answer.type === 'declined') return false;
  if (option === undefined) return true;
  return answer.type === 'picked' && answer.options.includes(option);
}

/** The sum of the weights of a topic's signals so far. The same option counts once, however often a hub asked. */
export function topicTotal(kind: SignalKind, topic: TopicId, viewing: Viewing, questions: Questions): number {
  const asked = kind === 'interest' ? viewing.asked.filter((one) => one === topic).length : 0;
  return signalsOfViewing(viewing, questions)
    .filter((signal) => signal.kind === kind && signal.topic === topic)
    .reduce((sum, { weight }) => sum + (weight ?? 1), asked);
}

function signalsOfViewing({ given }: Viewing, questions: Questions): readonly Signal[] {
  const picks = new Map<QuestionId, Set<string>>();
  for (const { question, answer } of given) {
    if (answer.type !== 'picked') continue;
    const options = picks.get(question) ?? new Set();
    answer.options.forEach((option) => options.add(option));
    picks.set(question, options);
  }
  return [...picks].flatMap(([id, options]) => signalsOfOptions(questions.get(id), [...options]));
}

/** The signals that an author put on these options. */
export function signalsOfOptions(question: Question | undefined, options: readonly string[]): readonly Signal[] {
  if (!question) return [];
  return optionsOf(question).flatMap(({ id, signals }) => (options.includes(id) ? (signals ?? []) : []));
}
