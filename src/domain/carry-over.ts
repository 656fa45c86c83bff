import type { Answer } from './answer.js';
import { findScene, questionsById, type Graph } from './graph.js';
import { optionsOf, type Question } from './questions/question.js';
import { beginViewing, type Given, type Viewing } from './viewing.js';

/** What became of a viewing in another version of its graph. */
export interface CarriedOver {
  readonly viewing: Viewing;
  /** The scene that the viewer was in is still there. */
  readonly keptPlace: boolean;
}

/** Carries a viewing into a changed graph: it stays where it was, or goes to the last scene that still exists. */
export function carryOver(viewing: Viewing, graph: Graph): CarriedOver {
  const path = viewing.path.filter(({ scene }) => findScene(graph, scene));
  if (path.length === 0) return { viewing: beginViewing(graph.start, viewing.attributes), keptPlace: false };
  const questions = questionsById(graph);
  return {
    viewing: {
      ...viewing,
      path,
      visited: viewing.visited.filter((scene) => findScene(graph, scene)),
      given: viewing.given.filter((one) => stillFits(one, questions.get(one.question))),
    },
    keptPlace: path.at(-1) === viewing.path.at(-1),
  };
}

function stillFits({ answer }: Given, question: Question | undefined): boolean {
  return question !== undefined && answersTo(answer, question);
}

function answersTo(answer: Answer, question: Question): boolean {
  if (answer.type === 'declined') return true;
  if (answer.type === 'written') return question.type === 'free-text';
  const options = optionsOf(question);
  return answer.options.every((picked) => options.some(({ id }) => id === picked));
}
