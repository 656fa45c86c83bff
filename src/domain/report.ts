import type { GraphId } from './graph.js';
import type { QuestionId, QuestionType } from './questions/question.js';
import type { OptionId } from './questions/question-base.js';
import type { SceneId } from './scene.js';
import type { TopicId } from './topic.js';

/**
 * How many viewings a figure needs before it is shown. A figure moves on by whole groups of `group`
 * viewings, so that no two reports, of other days or other periods, differ by fewer people than that.
 */
export interface ReportMinimum {
  /** For topics, and for how many finished. */
  readonly group: number;
  /** For how many chose what. */
  readonly distribution: number;
}

/** Nothing is ever shown of fewer viewings than this, whatever is configured. */
export const LOWEST_MINIMUM = 3;
export const DEFAULT_MINIMUM: ReportMinimum = { group: 5, distribution: 8 };

/** Asks for a part of what is kept. Instants in UTC; `since` is the first that counts, `until` the first that does not. */
export interface ReadingFilter {
  readonly graph?: GraphId;
  readonly since?: string;
  readonly until?: string;
  readonly topic?: TopicId;
}

/** Stands in the place of a figure that too few people are behind. */
export interface Hidden {
  readonly hidden: true;
  /** How many viewings the figure needs. */
  readonly needed: number;
  /** How many more it takes until it is shown. At least 1. */
  readonly missing: number;
}

/** A figure, or how far it is from being one. */
export type Figure<Facts> = Hidden | (Facts & { readonly hidden: false; readonly of: number });

/** How many viewings finished, out of `of`. */
export interface Finished {
  readonly viewings: number;
}

/** Signals of one kind for one topic. */
export interface Strength {
  /** How many viewings gave at least one. */
  readonly viewings: number;
  /** The sum of their weights. */
  readonly weight: number;
}

/** Interest and anxiety for one topic, as viewers said it themselves. */
export interface TopicReport {
  readonly topic: TopicId;
  readonly label: string;
  readonly figure: Figure<{ readonly interest: Strength; readonly anxiety: Strength }>;
}

/** How many viewings chose one option. */
export interface OptionReport {
  readonly option: OptionId;
  readonly label: string;
  readonly viewings: number;
}

/** How many chose what, out of `of` viewings that came past the question and answered it or declined to. */
export interface Distribution {
  readonly options: readonly OptionReport[];
  /** 答えたくない. Counted apart and never a signal. */
  readonly declined: number;
  /** How many wrote something. */
  readonly written: number;
}

export interface QuestionReport {
  readonly question: QuestionId;
  readonly prompt: string;
  /** Undefined if the graph is not known to the collector. */
  readonly type?: QuestionType;
  readonly scene?: SceneId;
  readonly figure: Figure<Distribution>;
  /** What viewers wrote as an answer to it, the newest first. */
  readonly texts: readonly Words[];
}

/** Words that a viewer wrote to the company. */
export interface Words {
  readonly text: string;
  /** In UTC. */
  readonly at: string;
  readonly topic?: TopicId;
  readonly topicLabel?: string;
  /** Only where the viewer chose to be recorded by name. */
  readonly name?: string;
  readonly reference?: string;
}

/** What the viewings of one graph say together. */
export interface GraphReport {
  readonly graph: GraphId;
  readonly title: string;
  readonly language?: string;
  /** All viewings that began in the period. Always told: it says nothing of what anybody answered. */
  readonly viewings: number;
  readonly finished: Figure<Finished>;
  readonly topics: readonly TopicReport[];
  readonly questions: readonly QuestionReport[];
  /** What viewers asked the company, the newest first, at most `WORDS_LISTED`. */
  readonly asked: readonly Words[];
  /** How many were asked in all. */
  readonly askedInAll: number;
}

/** The answer to `GET /report`. */
export interface Report {
  readonly format: 1;
  readonly filter: ReadingFilter;
  readonly minimum: ReportMinimum;
  /** One for each graph that is known or has viewings, or the one that was asked for. */
  readonly graphs: readonly GraphReport[];
}

/** Most words listed in each list of a report. All are in the exported files. */
export const WORDS_LISTED = 200;
