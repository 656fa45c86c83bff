import { questionOf, sceneOf, topicsOfReaction } from '../domain/reaction-facts.js';
import type { Reaction } from '../domain/reaction.js';

/** What filters and paging look at, beside the reaction itself. */
export interface ReactionFacts {
  readonly at: string;
  readonly named: boolean;
  readonly scene: string | null;
  readonly question: string | null;
  /** Ids hold no space, so each topic is found whole between two of them. */
  readonly topics: string;
}

export function factsOf(reaction: Reaction): ReactionFacts {
  return {
    // Early versions of the schema let a space stand for the T; times are compared as words.
    at: reaction.at.replace(' ', 'T'),
    named: reaction.type === 'notice-answered' && reaction.choice === 'named',
    scene: sceneOf(reaction) ?? null,
    question: questionOf(reaction) ?? null,
    topics: topicsOfReaction(reaction)
      .map((topic) => ` ${topic} `)
      .join(''),
  };
}

/** A topic as it is looked for in `topics`. */
export const topicWord = (topic: string): string => ` ${topic} `;
