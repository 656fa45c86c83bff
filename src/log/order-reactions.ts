import type { Reaction } from '../domain/reaction.js';
import { groupByViewing } from './numbering.js';

/** Puts reactions in order per viewing; viewings stay in the order of their first reaction. */
export function orderByViewing(reactions: readonly Reaction[]): readonly Reaction[] {
  return [...groupByViewing(reactions).values()].flatMap((own) => [...own].sort((a, b) => a.sequence - b.sequence));
}
