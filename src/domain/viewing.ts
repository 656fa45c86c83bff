import type { Answer } from './answer.js';
import type { QuestionId } from './questions/question.js';
import type { SceneId } from './scene.js';
import type { TopicId } from './topic.js';

/** One stay in one scene. Coming into the same scene again is another visit. */
export interface Visit {
  readonly number: number;
  readonly scene: SceneId;
}

/** An answer, and the visit in which it was given. */
export interface Given {
  readonly visit: number;
  readonly question: QuestionId;
  readonly answer: Answer;
}

/** One person's way through a graph so far: all that conditions may look at. */
export interface Viewing {
  /** The way taken, from the first scene to the present one. Going back shortens it. */
  readonly path: readonly Visit[];
  /** How many visits there were, including those gone back from. */
  readonly visits: number;
  /** Every scene that was ever entered. */
  readonly visited: readonly SceneId[];
  /** In the order given. A changed answer takes the place of the one before it. */
  readonly given: readonly Given[];
  /** Topics of the questions that the viewer asked the company. */
  readonly asked: readonly (TopicId | undefined)[];
  /** What the page says of the viewer, such as `jobType`. Never sent anywhere. */
  readonly attributes: Readonly<Record<string, string>>;
}

export function beginViewing(start: SceneId, attributes: Viewing['attributes'] = {}): Viewing {
  return {
    path: [{ number: 1, scene: start }],
    visits: 1,
    visited: [start],
    given: [],
    asked: [],
    attributes,
  };
}

/** The visit under way. A viewing always has one. */
export function presentVisit(viewing: Viewing): Visit {
  const visit = viewing.path.at(-1);
  if (!visit) throw new RangeError('A viewing has at least one visit.');
  return visit;
}

/** Goes on to a scene, as a new visit. */
export function enterScene(viewing: Viewing, scene: SceneId): Viewing {
  const number = viewing.visits + 1;
  return {
    ...viewing,
    path: [...viewing.path, { number, scene }],
    visits: number,
    visited: viewing.visited.includes(scene) ? viewing.visited : [...viewing.visited, scene],
  };
}

/** Goes back to an earlier visit. What was said in between stays said. */
export function goBack(viewing: Viewing, visit: number): Viewing {
  const index = viewing.path.findIndex(({ number }) => number === visit);
  return index < 0 ? viewing : { ...viewing, path: viewing.path.slice(0, index + 1) };
}

/** Keeps an answer; one given in the same visit before is replaced. */
export function giveAnswer(viewing: Viewing, question: QuestionId, answer: Answer): Viewing {
  const visit = presentVisit(viewing).number;
  const given: Given = { visit, question, answer };
  const others = viewing.given.filter((one) => one.visit !== visit || one.question !== question);
  return { ...viewing, given: [...others, given] };
}

/** Forgets all that was said to a question. */
export function withdrawAnswer(viewing: Viewing, question: QuestionId): Viewing {
  return { ...viewing, given: viewing.given.filter((one) => one.question !== question) };
}

export function askCompany(viewing: Viewing, topic: TopicId | undefined): Viewing {
  return { ...viewing, asked: [...viewing.asked, topic] };
}

/** What was given to a question in the present visit. */
export function presentAnswer(viewing: Viewing, question: QuestionId): Answer | undefined {
  const visit = presentVisit(viewing).number;
  return viewing.given.find((one) => one.visit === visit && one.question === question)?.answer;
}

/** The latest answer to a question, from whichever visit. */
export function latestAnswer(viewing: Viewing, question: QuestionId): Answer | undefined {
  return viewing.given.findLast((one) => one.question === question)?.answer;
}

/** Options of a question that were picked in any visit: what a hub marks as seen. */
export function pickedOptions(viewing: Viewing, question: QuestionId): readonly string[] {
  return [
    ...new Set(
      viewing.given.flatMap((one) =>
        one.question === question && one.answer.type === 'picked' ? one.answer.options : [],
      ),
    ),
  ];
}
