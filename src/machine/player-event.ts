import type { Answer } from '../domain/answer.js';
import type { ClipFailure } from '../domain/clip-failure.js';
import type { QuestionId } from '../domain/questions/question.js';
import type { RecordingChoice } from '../domain/reaction.js';
import type { TopicId } from '../domain/topic.js';
import type { Viewing } from '../domain/viewing.js';

/** Everything that can happen to a viewing: what the viewer did, and what the clip did. */
export type PlayerEvent =
  | { readonly type: 'notice-answered'; readonly choice: RecordingChoice }
  /** The viewer chose otherwise, in the middle of the viewing. */
  | { readonly type: 'choice-changed'; readonly choice: RecordingChoice }
  /** The viewer took back what they had answered to a question. */
  | { readonly type: 'answer-withdrawn'; readonly question: QuestionId }
  /** A recorded viewing goes on after a reload, or in a changed graph. */
  | {
      readonly type: 'resumed';
      readonly viewing: Viewing;
      readonly choice: RecordingChoice;
      readonly standing: 'watching' | 'asking' | 'ended';
      readonly reading: boolean;
    }
  | { readonly type: 'clip-started' }
  | { readonly type: 'clip-paused' }
  | { readonly type: 'clip-stalled' }
  | { readonly type: 'clip-ended' }
  /** Without a reason: nobody knows, so it may be the line. */
  | { readonly type: 'clip-failed'; readonly failure?: ClipFailure | undefined }
  /** The viewer goes on without the clip that could not be played. */
  | { readonly type: 'clip-passed' }
  /** The clip came to the second at which its question is asked. */
  | { readonly type: 'question-reached' }
  | { readonly type: 'answered'; readonly answer: Exclude<Answer, { type: 'declined' }> }
  /** 答えたくない. */
  | { readonly type: 'skipped' }
  /** Without a visit: to the one before. */
  | { readonly type: 'went-back'; readonly visit?: number | undefined }
  | { readonly type: 'replayed' }
  | { readonly type: 'retried' }
  | { readonly type: 'text-chosen' }
  | { readonly type: 'video-chosen' }
  /** The viewer goes on from a text that asks nothing. */
  | { readonly type: 'text-read' }
  | { readonly type: 'asked'; readonly text: string; readonly topic?: TopicId | undefined };

/** Raised by the machine itself: nothing is left to show in this scene, so a branch is taken. */
export interface SceneOver {
  readonly type: 'scene-over';
}
