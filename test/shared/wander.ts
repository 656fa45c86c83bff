import type { Answer } from '../../src/domain/answer.js';
import { chooseBranch } from '../../src/domain/branch.js';
import { findScene, questionsById, type Graph } from '../../src/domain/graph.js';
import { optionsOf, type Question } from '../../src/domain/questions/question.js';
import type { SceneId } from '../../src/domain/scene.js';
import { beginViewing, enterScene, giveAnswer, goBack, presentVisit, type Viewing } from '../../src/domain/viewing.js';

/** One branch that a viewer took. */
export interface Step {
  readonly scene: SceneId;
  readonly branch: number;
}

/**
 * Walks through a graph by the model alone, as a viewer would who answers, declines and goes back by chance. Each
 * number of `chances` decides one thing, from 0 up to but without 1.
 */
export function wander(graph: Graph, chances: readonly number[], attributes: Viewing['attributes']): readonly Step[] {
  const questions = questionsById(graph);
  const steps: Step[] = [];
  let viewing = beginViewing(graph.start, attributes);
  for (const chance of chances) {
    const id = presentVisit(viewing).scene;
    const scene = findScene(graph, id);
    if (scene?.question) viewing = giveAnswer(viewing, scene.question.id, anAnswer(scene.question, chance));
    const earlier = viewing.path.at(-2);
    if (earlier && (chance * 100) % 1 < 0.2) {
      viewing = goBack(viewing, earlier.number);
      continue;
    }
    const branches = scene?.branches ?? [];
    const branch = chooseBranch(branches, viewing, questions);
    if (!branch) break;
    steps.push({ scene: id, branch: branches.indexOf(branch) });
    viewing = enterScene(viewing, branch.to);
  }
  return steps;
}

function anAnswer(question: Question, chance: number): Answer {
  if (chance < 0.15) return { type: 'declined' };
  if (question.type === 'free-text') return { type: 'written', text: 'words' };
  const ids = optionsOf(question).map(({ id }) => id);
  const first = Math.floor(chance * 7919) % ids.length;
  if (question.type !== 'multiple-choice') return { type: 'picked', options: ids.slice(first, first + 1) };
  const most = Math.min(question.atMost ?? ids.length, ids.length);
  return { type: 'picked', options: ids.slice(first, first + (Math.floor(chance * 104729) % (most + 1))) };
}
