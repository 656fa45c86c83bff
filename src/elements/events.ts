import type { Answer } from '../domain/answer.js';
import type { FollowupError } from '../domain/error.js';
import type { Graph, GraphId } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';
import type { QuestionId } from '../domain/questions/question.js';
import type { RecordingChoice } from '../domain/reaction.js';
import type { SceneId } from '../domain/scene.js';
import type { Signal } from '../domain/signal.js';
import type { TopicId } from '../domain/topic.js';

/**
 * What a page hears. All events bubble and cross shadow roots, so that one listener on the document is enough,
 * and none can be cancelled: they tell what happened.
 */
abstract class FollowupEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The viewer did something. */
abstract class FollowupReactionEvent extends FollowupEvent {
  /** False where the viewer chose not to be recorded. A page that listens must then keep nothing either. */
  readonly recorded: boolean;

  constructor(type: string, recorded: boolean) {
    super(type);
    this.recorded = recorded;
  }
}

/** A graph was loaded and can be watched. */
export class FollowupReadyEvent extends FollowupEvent {
  readonly graph: GraphId;
  readonly version: Graph['version'];
  /** What an author may still want to mend. None of it keeps the graph from playing. */
  readonly problems: readonly Problem[];

  constructor({ id, version }: Pick<Graph, 'id' | 'version'>, problems: readonly Problem[] = []) {
    super('followup-ready');
    this.graph = id;
    this.version = version;
    this.problems = problems;
  }
}

/** The viewer answered the notice. */
export class FollowupNoticeEvent extends FollowupEvent {
  readonly choice: RecordingChoice;

  constructor(choice: RecordingChoice) {
    super('followup-notice');
    this.choice = choice;
  }
}

/** A scene was entered. */
export class FollowupSceneEvent extends FollowupReactionEvent {
  readonly scene: SceneId;
  /** The scene before it. Undefined for the first. */
  readonly from: SceneId | undefined;

  constructor(scene: SceneId, from: SceneId | undefined, recorded: boolean) {
    super('followup-scene', recorded);
    this.scene = scene;
    this.from = from;
  }
}

/** A question was put to the viewer. */
export class FollowupQuestionEvent extends FollowupReactionEvent {
  readonly scene: SceneId;
  readonly question: QuestionId;

  constructor(scene: SceneId, question: QuestionId, recorded: boolean) {
    super('followup-question', recorded);
    this.scene = scene;
    this.question = question;
  }
}

/** What a page is told of an answer. */
export interface AnswerDetails {
  readonly question: QuestionId;
  readonly answer: Answer;
  /** The scene that asked. */
  readonly from: SceneId;
  /** The scene that the answer leads to. */
  readonly to: SceneId;
  /** The viewer came back and answered otherwise. */
  readonly changed: boolean;
  /** What the author says that the answer means. Always empty for 答えたくない. */
  readonly signals: readonly Signal[];
}

/** A question was answered, answered otherwise, or left unanswered. */
export class FollowupAnswerEvent extends FollowupReactionEvent implements AnswerDetails {
  readonly question: QuestionId;
  readonly answer: Answer;
  readonly from: SceneId;
  readonly to: SceneId;
  readonly changed: boolean;
  readonly signals: readonly Signal[];

  constructor(details: AnswerDetails, recorded: boolean) {
    super('followup-answer', recorded);
    this.question = details.question;
    this.answer = details.answer;
    this.from = details.from;
    this.to = details.to;
    this.changed = details.changed;
    this.signals = details.signals;
  }
}

/** The viewer went back to an earlier scene. */
export class FollowupBackEvent extends FollowupReactionEvent {
  readonly from: SceneId;
  readonly to: SceneId;

  constructor(from: SceneId, to: SceneId, recorded: boolean) {
    super('followup-back', recorded);
    this.from = from;
    this.to = to;
  }
}

/** The viewer began the present scene again. */
export class FollowupReplayEvent extends FollowupReactionEvent {
  readonly scene: SceneId;

  constructor(scene: SceneId, recorded: boolean) {
    super('followup-replay', recorded);
    this.scene = scene;
  }
}

/** The viewer asked the company something. */
export class FollowupAskEvent extends FollowupReactionEvent {
  readonly scene: SceneId;
  readonly text: string;
  readonly topic: TopicId | undefined;

  constructor(scene: SceneId, text: string, topic: TopicId | undefined, recorded: boolean) {
    super('followup-ask', recorded);
    this.scene = scene;
    this.text = text;
    this.topic = topic;
  }
}

/** The viewer reached an ending. */
export class FollowupEndEvent extends FollowupReactionEvent {
  readonly scene: SceneId;

  constructor(scene: SceneId, recorded: boolean) {
    super('followup-end', recorded);
    this.scene = scene;
  }
}

/** Something went wrong. The player goes on as well as it can; what it shows stays what it was. */
export class FollowupErrorEvent extends FollowupEvent {
  readonly error: FollowupError;
  /** Every problem of the graph, if the graph is what is wrong. */
  readonly problems: readonly Problem[];

  constructor(error: FollowupError, problems: readonly Problem[] = []) {
    super('followup-error');
    this.error = error;
    this.problems = problems;
  }
}

declare global {
  // They bubble, so that one listener on the document will do: it is typed there too.
  interface GlobalEventHandlersEventMap {
    'followup-ready': FollowupReadyEvent;
    'followup-notice': FollowupNoticeEvent;
    'followup-scene': FollowupSceneEvent;
    'followup-question': FollowupQuestionEvent;
    'followup-answer': FollowupAnswerEvent;
    'followup-back': FollowupBackEvent;
    'followup-replay': FollowupReplayEvent;
    'followup-ask': FollowupAskEvent;
    'followup-end': FollowupEndEvent;
    'followup-error': FollowupErrorEvent;
  }
}
