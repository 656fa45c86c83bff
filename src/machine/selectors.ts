import type { Answer } from '../domain/answer.js';
import type { ClipFailure } from '../domain/clip-failure.js';
import type { Question } from '../domain/questions/question.js';
import { findScene, type Graph } from '../domain/graph.js';
import type { Scene } from '../domain/scene.js';
import { presentAnswer, presentVisit } from '../domain/viewing.js';
import type { SnapshotFrom } from 'xstate';
import type { PlayerMachine } from './compile-graph.js';

export type PlayerSnapshot = SnapshotFrom<PlayerMachine>;

/** What the player is doing, in one word. */
export type LifeState =
  'notice' | 'loading' | 'playing' | 'paused' | 'stalled' | 'asking' | 'reading' | 'failed' | 'ended';

const STATES: readonly LifeState[] = ['notice', 'asking', 'reading', 'failed', 'ended'];
const CLIP_STATES: readonly LifeState[] = ['playing', 'paused', 'stalled'];

const FAILURES = [
  ['notFound', 'not-found'],
  ['network', 'network'],
  ['unplayable', 'unplayable'],
] as const satisfies readonly (readonly [string, ClipFailure])[];

export function currentLife(snapshot: PlayerSnapshot): LifeState {
  return (
    STATES.find((life) => snapshot.matches({ life } as never)) ??
    CLIP_STATES.find((clip) => snapshot.matches({ life: { watching: clip } } as never)) ??
    'loading'
  );
}

export function currentScene(graph: Graph, { context }: PlayerSnapshot): Scene {
  return findScene(graph, presentVisit(context.viewing).scene) ?? { title: '' };
}

/** The question that is being asked just now. */
export function currentQuestion(graph: Graph, snapshot: PlayerSnapshot): Question | undefined {
  return currentLife(snapshot) === 'asking' ? currentScene(graph, snapshot).question : undefined;
}

/** What was given to the present question in this visit already, to be changed. */
export function currentAnswer(graph: Graph, snapshot: PlayerSnapshot): Answer | undefined {
  const question = currentScene(graph, snapshot).question;
  return question && presentAnswer(snapshot.context.viewing, question.id);
}

/** Why the clip could not be played, as long as the viewer has not chosen how to go on. */
export function currentFailure(snapshot: PlayerSnapshot): ClipFailure | undefined {
  return FAILURES.find(([state]) => snapshot.matches({ life: { failed: state } } as never))?.[1];
}

/** The text version is on, by the viewer's choice. */
export function isReading(snapshot: PlayerSnapshot): boolean {
  return snapshot.matches({ mode: 'text' } as never);
}

/** The clip has still to come to the second at which its question is asked. */
export function isQuestionAhead(snapshot: PlayerSnapshot): boolean {
  return snapshot.matches({ question: 'open', life: 'watching' } as never);
}

/** The question is asked inside the clip, which goes on after it. */
export function isAskingMidway(snapshot: PlayerSnapshot): boolean {
  return snapshot.matches({ life: { asking: 'midway' } } as never);
}

/** The scene's question is still to come, or is being asked. */
export function isQuestionOpen(snapshot: PlayerSnapshot): boolean {
  return snapshot.matches({ question: 'open' } as never);
}
