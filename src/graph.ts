/** The branch graph as plain data: types, checks and pure functions. Needs no browser. */
export type { Answer } from './domain/answer.js';
export { chooseBranch, holds, topicTotal, type Questions } from './domain/branch.js';
export { checkGraph } from './domain/check-graph.js';
export type { Condition } from './domain/condition.js';
export {
  findScene,
  GRAPH_FORMAT,
  listQuestions,
  questionsById,
  topicsOf,
  type Graph,
  type GraphId,
  type Notice,
} from './domain/graph.js';
export { isPlayable, type Problem, type ProblemCode } from './domain/problem.js';
export type { Option, OptionId } from './domain/questions/question-base.js';
export { optionsOf, type Question, type QuestionId, type QuestionType } from './domain/questions/question.js';
export type { Reaction, ReactionId, ReactionType, RecordingChoice } from './domain/reaction.js';
export type { Branch, Captions, Clip, ClipSource, Ending, Link, Scene, SceneId } from './domain/scene.js';
export type { Signal, SignalKind } from './domain/signal.js';
export { DEFAULT_TOPICS, type Topic, type TopicId } from './domain/topic.js';
export type { Viewing } from './domain/viewing.js';
