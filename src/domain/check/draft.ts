import type { GraphId, Notice } from '../graph.js';
import type { Question } from '../questions/question.js';
import type { Branch, Clip, Ending, SceneId } from '../scene.js';
import type { Topic, TopicId } from '../topic.js';

/** A graph as far as it could be read. A mistake in one scene leaves the others to be checked as they are. */
export interface Draft {
  readonly id: GraphId | undefined;
  readonly start: SceneId | undefined;
  readonly language: string;
  readonly notice: Partial<Notice>;
  /** As the author listed them; the default ones if there is no list. */
  readonly topics: readonly Topic[];
  /** Undefined if the list could not be read: then no topic is unknown. */
  readonly topicIds: ReadonlySet<TopicId> | undefined;
  /** Whether viewers can ask the company something, which adds to interest without bound. */
  readonly asksAnyTime: boolean;
  readonly scenes: readonly DraftScene[];
}

/** The parts of a scene that have the right shape. */
export interface DraftScene {
  readonly id: SceneId;
  readonly title: string | undefined;
  readonly topic: TopicId | undefined;
  readonly clip: Clip | undefined;
  readonly text: string | undefined;
  readonly question: Question | undefined;
  readonly hub: boolean;
  /** In their places; undefined where one could not be read. */
  readonly branches: readonly (Branch | undefined)[];
  readonly ending: Ending | undefined;
  /** Scenes that unreadable branches seem to lead to. */
  readonly guessedTargets: readonly SceneId[];
  /** Questions that could not be read, by the id that they seem to have. */
  readonly guessedQuestion: string | undefined;
  /** Parts that are there and could not be read. Nothing is said about what may be in them. */
  readonly unread: ReadonlySet<string>;
}

/** Whether all that leads on from a scene could be read. If not, nothing is said about its ways. */
export function hasReadWays({ unread }: DraftScene): boolean {
  return !['question', 'hub', 'branches', 'ending'].some((part) => unread.has(part));
}
