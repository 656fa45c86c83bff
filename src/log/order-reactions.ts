import type { Reaction, ViewingId } from '../domain/reaction.js';

/** Puts reactions in order per viewing; viewings stay in the order of their first reaction. */
export function orderByViewing(reactions: readonly Reaction[]): readonly Reaction[] {
  const viewings = new Map<ViewingId, Reaction[]>();
  for (const reaction of reactions) {
    const own = viewings.get(reaction.viewing) ?? [];
    own.push(reaction);
    viewings.set(reaction.viewing, own);
  }
  return [...viewings.values()].flatMap((own) => own.sort((a, b) => a.sequence - b.sequence));
}
