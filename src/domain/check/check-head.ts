import { findAddressFault } from '../address.js';
import type { Problem } from '../problem.js';
import { anError, quote } from './finding.js';
import { describeAddressFault } from './check-media.js';
import type { Routes } from './routes.js';
import { adviseOn } from './suggest.js';
import type { Survey } from './survey.js';

/** Mistakes in what stands before the scenes. */
export function checkHead(survey: Survey, { stops }: Routes): readonly Problem[] {
  return [...checkTopics(survey), ...checkPolicy(survey), ...checkStart(survey), ...checkEndings(stops)];
}

function checkTopics({ draft }: Survey): readonly Problem[] {
  const seen = new Set<string>();
  return draft.topics.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `topics[${index}] has the id ${quote(id)} of a topic before it. Give each topic an id of its own.`;
    return [anError('duplicate-id', ['topics', index, 'id'], message)];
  });
}

function checkPolicy({ draft }: Survey): readonly Problem[] {
  const { policy } = draft.notice;
  const fault = policy === undefined ? undefined : findAddressFault(policy, 'file');
  if (!fault || policy === undefined) return [];
  return [anError('unsafe-address', ['notice', 'policy'], `notice.policy: ${describeAddressFault(policy, fault)}`)];
}

function checkStart(survey: Survey): readonly Problem[] {
  const { start } = survey.draft;
  if (start === undefined || survey.numbers.has(start)) return [];
  const advice = adviseOn(start, survey.suggestScene, 'Add that scene, or begin with another.');
  return [anError('unknown-scene', ['start'], `The graph starts with ${quote(start)}, which is not in it. ${advice}`)];
}

function checkEndings(stops: readonly boolean[]): readonly Problem[] {
  if (stops.length === 0 || stops.includes(true)) return [];
  const message = 'No scene is an ending, so nobody ever comes to one. Give the last scene an "ending".';
  return [anError('no-way-to-ending', ['scenes'], message)];
}
