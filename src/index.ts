/** Registers `<followup-player>`, and names what a page needs to work with it. */
import './define/followup-player.js';

export * from './element.js';
export type { Answer } from './domain/answer.js';
export { FollowupError } from './domain/error.js';
export type { Graph } from './domain/graph.js';
export type { Problem, ProblemCode } from './domain/problem.js';
export type { RecordingChoice } from './domain/reaction.js';
export type { Signal } from './domain/signal.js';
