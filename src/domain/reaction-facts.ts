import type { Reaction } from './reaction.js';
import type { Signal } from './signal.js';

/** Topics that a reaction speaks of: those of its signals, and the one that a question to the company stands under. */
export function topicsOfReaction(reaction: Reaction): readonly string[] {
  const own = 'topic' in reaction && reaction.topic !== undefined ? [reaction.topic] : [];
  return [...new Set([...own, ...signalsIn(reaction).map(({ topic }) => topic)])];
}

/** The question that a reaction is about, if it is about one. */
export function questionOf(reaction: Reaction): string | undefined {
  return 'question' in reaction ? reaction.question : undefined;
}

/** The scene that a reaction happened in, if it happened in one. */
export function sceneOf(reaction: Reaction): string | undefined {
  return 'scene' in reaction ? reaction.scene : undefined;
}

/** What a reaction says of topics. */
export function signalsIn(reaction: Reaction): readonly Signal[] {
  return 'signals' in reaction ? reaction.signals : [];
}
