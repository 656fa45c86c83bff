import * as v from 'valibot';

import type { Question, QuestionId } from './questions/question.js';
import { sceneSchema, type Scene, type SceneId } from './scene.js';
import { addressSchema, described, idSchema, labelSchema, languageSchema, promptSchema } from './schema-parts.js';
import { DEFAULT_TOPICS, topicSchema, type Topic } from './topic.js';

/** The version of the document's own shape. */
export const GRAPH_FORMAT = 1;

const noticeSchema = v.strictObject({
  collector: described(labelSchema, 'Who collects: the company, and the department that answers for it.'),
  purpose: described(promptSchema, 'What for, in words from which a student can picture the use.'),
  readers: described(promptSchema, 'Who sees it: by name, or in groups only.'),
  retentionDays: described(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
    'For how many days it is kept. After that it is deleted.',
  ),
  version: v.optional(
    described(
      labelSchema,
      'Your own version of this notice. When it changes, viewers who agreed to another are asked again. Left out, they are asked again whenever collector, purpose, readers or retentionDays change.',
    ),
  ),
  contact: v.optional(described(labelSchema, 'Whom to ask about it, or to ask for deletion.')),
  policy: v.optional(described(addressSchema, 'Address of the privacy policy.')),
});

const asideSchema = v.strictObject({
  prompt: described(
    promptSchema,
    'What stands over the field in which a viewer asks the company something, at any time.',
  ),
  help: v.optional(described(promptSchema, 'How and when an answer comes.')),
});

export const graphSchema = v.strictObject({
  $schema: v.optional(described(addressSchema, 'Address of the JSON Schema, for completion in an editor.')),
  format: described(v.literal(GRAPH_FORMAT), 'The version of this document format: 1.'),
  id: described(idSchema, 'Names the graph in the log. Stays the same over its versions.'),
  version: described(labelSchema, 'The author\'s own version, such as "2026-11-20" or "3".'),
  language: described(languageSchema, 'The language that the graph is written in.'),
  title: described(labelSchema, 'What the video is called.'),
  topics: v.optional(
    described(
      v.pipe(v.array(topicSchema), v.maxLength(50)),
      'The topics. The seven of the offer period when left out.',
    ),
  ),
  notice: described(noticeSchema, 'What a viewer is shown before anything is recorded.'),
  ask: v.optional(described(asideSchema, 'Lets viewers ask the company something at any time. Left out, they cannot.')),
  start: described(idSchema, 'The scene that comes first.'),
  scenes: described(
    v.pipe(v.record(idSchema, sceneSchema), v.minEntries(1), v.maxEntries(20_000)),
    'The scenes, each under its id.',
  ),
});

/** An author's branching introduction, as plain data. */
export type Graph = v.InferOutput<typeof graphSchema>;
export type GraphId = Graph['id'];
/** What a viewer is told before anything is recorded. */
export type Notice = Graph['notice'];

/** Finds a scene. Own keys only, so that `constructor` is no scene. */
export function findScene(graph: Graph, id: SceneId): Scene | undefined {
  return Object.hasOwn(graph.scenes, id) ? graph.scenes[id] : undefined;
}

/** Lists every question with the scene that asks it, in the author's order. */
export function listQuestions(graph: Graph): readonly { readonly scene: SceneId; readonly question: Question }[] {
  return Object.entries(graph.scenes).flatMap(([scene, { question }]) => (question ? [{ scene, question }] : []));
}

/** The author's topics, or the default ones in the graph's language. */
export function topicsOf(graph: Graph): readonly Topic[] {
  return graph.topics ?? DEFAULT_TOPICS[graph.language.startsWith('ja') ? 'ja' : 'en'];
}

/** Questions by id, for whoever has to look up many. */
export function questionsById(graph: Graph): ReadonlyMap<QuestionId, Question> {
  return new Map(listQuestions(graph).map(({ question }) => [question.id, question]));
}
