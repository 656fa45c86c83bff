import type { Graph } from './graph.js';
import { isPlayable, type Problem } from './problem.js';
import { checkAnswers } from './check/check-answers.js';
import { checkHead } from './check/check-head.js';
import { checkMedia } from './check/check-media.js';
import { checkReferences } from './check/check-references.js';
import { checkWays } from './check/check-ways.js';
import type { Draft } from './check/draft.js';
import { anError } from './check/finding.js';
import { readDraft, type DraftRead } from './check/read-draft.js';
import { findRoutes } from './check/routes.js';
import { surveyDraft } from './check/survey.js';

/** A graph if it can be played, and all that is wrong with it in any case. */
export interface GraphRead {
  readonly graph: Graph | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Finds every mistake of an author at once: errors first, then warnings, each in the order of the document. Takes
 * anything, and never throws.
 *
 * @example checkGraph(JSON.parse(text)).filter(({ severity }) => severity === 'error')
 */
export function checkGraph(input: unknown): readonly Problem[] {
  return readGraph(input).problems;
}

/** Checks anything, and gives it back as a graph if it can be played. The graph is a copy that nobody else holds. */
export function readGraph(input: unknown): GraphRead {
  try {
    const read = readDraft(input);
    const problems = sortBySeverity(read.draft ? checkDraft(read.draft, read) : read.problems);
    return { graph: isPlayable(problems) ? toGraph(read) : undefined, problems };
  } catch {
    // Only an object made to resist reading comes here (a getter or a proxy that throws). JSON never does.
    const message = 'The graph could not be read. Write it as plain JSON.';
    return { graph: undefined, problems: [anError('wrong-shape', [], message)] };
  }
}

function checkDraft(draft: Draft, { problems, sceneProblems }: DraftRead): readonly Problem[] {
  const survey = surveyDraft(draft);
  const routes = findRoutes(survey);
  const ofScenes = draft.scenes.flatMap((scene, number) => [
    ...(sceneProblems.get(scene.id) ?? []),
    ...checkReferences(scene, survey),
    ...checkMedia(scene),
    ...checkWays(scene, number, survey, routes),
    ...checkAnswers(scene, number, survey, routes),
  ]);
  return [...problems, ...checkHead(survey, routes), ...ofScenes];
}

function sortBySeverity(problems: readonly Problem[]): readonly Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? problems : [...errors, ...problems.filter(({ severity }) => severity === 'warning')];
}

function toGraph({ head, scenes }: DraftRead): Graph {
  // The cast: without an error every part has passed its schema.
  return { ...head, scenes: Object.fromEntries(scenes) } as unknown as Graph;
}
