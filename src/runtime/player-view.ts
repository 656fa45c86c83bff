import type { Answer } from '../domain/answer.js';
import type { ClipFailure } from '../domain/clip-failure.js';
import type { Graph } from '../domain/graph.js';
import type { OptionId } from '../domain/questions/question-base.js';
import type { Question } from '../domain/questions/question.js';
import type { RecordingChoice } from '../domain/reaction.js';
import type { Scene, SceneId } from '../domain/scene.js';

/** The player's life, as the statechart names it. */
export type Life =
  | 'notice'
  | 'loading'
  | 'playing'
  | 'paused'
  | 'stalled'
  | 'asking'
  /** The text version of a scene that asks nothing. */
  | 'reading'
  | 'failed'
  | 'ended';

/** One scene of the way taken so far. */
export interface WayPoint {
  /** Names the visit to go back to. */
  readonly visit: number;
  readonly scene: SceneId;
  readonly title: string;
}

/** All that the views show, as plain data made from the machine's snapshot. */
export interface PlayerView {
  readonly graph: Graph;
  readonly life: Life;
  /** Only while the life is `failed`. */
  readonly failure: ClipFailure | undefined;
  /** The text version is on. */
  readonly reading: boolean;
  readonly sceneId: SceneId;
  readonly scene: Scene;
  /** Only while asking. */
  readonly question: Question | undefined;
  /** What the viewer gave to this question in this visit before, to be changed. */
  readonly given: Answer | undefined;
  /** Options that were taken before: a hub marks them as seen. */
  readonly seen: readonly OptionId[];
  /** From the first scene to the present one. */
  readonly way: readonly WayPoint[];
  readonly canGoBack: boolean;
  /** Undefined until the notice was answered. */
  readonly choice: RecordingChoice | undefined;
}

/** What a viewer can do. Views call these, and the log hears of it before the branch is taken. */
export interface PlayerCommands {
  answerNotice(choice: RecordingChoice): void;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  setRate(rate: number): void;
  setCaptions(language: string | undefined): void;
  setAudio(language: string): void;
  answer(answer: Answer): void;
  /** Without a visit: to the scene before. */
  goBack(visit?: number): void;
  replay(): void;
  retry(): void;
  /** Goes on without the clip that could not be played. */
  passClip(): void;
  readText(): void;
  watchVideo(): void;
  /** Goes on from a text that asks nothing. */
  goOn(): void;
  ask(text: string, topic?: string): void;
  /** Begins the graph again as a new viewing, from the notice on: on a shared device it may be somebody else. */
  startOver(): void;
}
