import type { Condition } from '../condition.js';
import type { Problem } from '../problem.js';
import { optionsOf, type Question } from '../questions/question.js';
import type { DraftScene } from './draft.js';
import { anError, quote, quoteSome } from './finding.js';
import type { Place } from './path.js';
import { whereOf } from './shape-sentences.js';
import { adviseOn, makeSuggest } from './suggest.js';
import type { Survey } from './survey.js';

/** Names that a scene uses for something that is not there, and names used twice. */
export function checkReferences(scene: DraftScene, survey: Survey): readonly Problem[] {
  const at: Place = ['scenes', scene.id];
  return [
    ...checkTopic(scene.topic, survey, [...at, 'topic']),
    ...(scene.question ? checkQuestion(scene.question, scene, survey) : []),
    ...scene.branches.flatMap((branch, index) =>
      branch
        ? [
            ...checkTarget(branch.to, scene, survey, [...at, 'branches', index, 'to']),
            ...checkCondition(branch.when, survey, [...at, 'branches', index, 'when']),
          ]
        : [],
    ),
  ];
}

function checkTopic(topic: string | undefined, { draft, suggestTopic }: Survey, place: Place): readonly Problem[] {
  if (topic === undefined || !draft.topicIds || draft.topicIds.has(topic)) return [];
  const known = quoteSome(draft.topics.map(({ id }) => id));
  const advice = adviseOn(topic, suggestTopic, `Add it to "topics", or use one of them: ${known}.`);
  return [anError('unknown-topic', place, `${whereOf(place)}: there is no topic ${quote(topic)}. ${advice}`)];
}

function checkTarget(to: string, scene: DraftScene, survey: Survey, place: Place): readonly Problem[] {
  if (survey.numbers.has(to)) return [];
  const advice = adviseOn(to, survey.suggestScene, 'Add that scene, or lead somewhere else.');
  const message = `Scene ${quote(scene.id)} leads to ${quote(to)}, which is not in this graph. ${advice}`;
  return [anError('unknown-scene', place, message)];
}

function checkQuestion(question: Question, scene: DraftScene, survey: Survey): readonly Problem[] {
  const at: Place = ['scenes', scene.id, 'question'];
  const first = survey.questions.get(question.id);
  const list = question.type === 'rating' ? 'steps' : 'options';
  const topic = question.type === 'free-text' ? question.topic : undefined;
  return [
    ...(first && first.scene !== scene.id ? [questionTwice(question.id, first.scene, scene.id, [...at, 'id'])] : []),
    ...checkTopic(topic, survey, [...at, 'topic']),
    ...optionsTwice(question, [...at, list]),
    ...optionsOf(question).flatMap(({ signals }, option) =>
      (signals ?? []).flatMap((signal, index) =>
        checkTopic(signal.topic, survey, [...at, list, option, 'signals', index, 'topic']),
      ),
    ),
  ];
}

function questionTwice(id: string, first: string, second: string, place: Place): Problem {
  const message = `Scenes ${quote(first)} and ${quote(second)} both have a question with the id ${quote(id)}. Give each question of the graph an id of its own.`;
  return anError('duplicate-id', place, message);
}

function optionsTwice(question: Question, at: Place): readonly Problem[] {
  const seen = new Set<string>();
  return optionsOf(question).flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const place = [...at, index, 'id'];
    const message = `${whereOf(place)}: ${quote(id)} is the id of an earlier one in question ${quote(question.id)}. Give each an id of its own.`;
    return [anError('duplicate-id', place, message)];
  });
}

function checkCondition(condition: Condition | undefined, survey: Survey, at: Place): readonly Problem[] {
  switch (condition?.type) {
    case 'answer':
      return [
        ...checkQuestionId(condition.question, survey, [...at, 'question']),
        ...checkOption(condition.question, condition.option, survey, [...at, 'option']),
      ];
    case 'declined':
      return checkQuestionId(condition.question, survey, [...at, 'question']);
    case 'visited':
      return checkVisited(condition.scene, survey, [...at, 'scene']);
    case 'interest':
    case 'anxiety':
      return checkTopic(condition.topic, survey, [...at, 'topic']);
    case 'all':
    case 'any':
      return condition.of.flatMap((one, index) => checkCondition(one, survey, [...at, 'of', index]));
    case 'not':
      return checkCondition(condition.of, survey, [...at, 'of']);
    default:
      return [];
  }
}

function checkQuestionId(id: string, survey: Survey, place: Place): readonly Problem[] {
  if (survey.questions.has(id)) return [];
  const advice = adviseOn(id, survey.suggestQuestion, 'Ask it in some scene, or name another question.');
  return [anError('unknown-question', place, `${whereOf(place)}: nothing asks the question ${quote(id)}. ${advice}`)];
}

function checkOption(id: string, option: string | undefined, survey: Survey, place: Place): readonly Problem[] {
  const question = survey.questions.get(id)?.question;
  if (!question || option === undefined) return [];
  const ids = optionsOf(question).map((one) => one.id);
  if (ids.includes(option)) return [];
  if (ids.length === 0) {
    const message = `${whereOf(place)}: question ${quote(id)} asks for words and has no options. Leave "option" out.`;
    return [anError('unknown-option', place, message)];
  }
  const advice = adviseOn(option, makeSuggest(ids), `It has ${quoteSome(ids)}. Use one of its options, or add this.`);
  const message = `${whereOf(place)}: question ${quote(id)} has no option ${quote(option)}. ${advice}`;
  return [anError('unknown-option', place, message)];
}

function checkVisited(scene: string, survey: Survey, place: Place): readonly Problem[] {
  if (survey.numbers.has(scene)) return [];
  const advice = adviseOn(scene, survey.suggestScene, 'Add that scene, or name another.');
  return [anError('unknown-scene', place, `${whereOf(place)}: there is no scene ${quote(scene)}. ${advice}`)];
}
