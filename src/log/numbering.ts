import type { Reaction, ReactionId, ViewingId } from '../domain/reaction.js';

/**
 * Numbers the reactions of a viewing on, in whichever tab they happened. `reserved` is the highest number that was
 * handed out of it. After each write one number is handed out in advance: to the page that wrote, for the reaction that
 * it sends by beacon while it goes away, with no time to ask for one.
 *
 * A page that asks for its own reservation, or beyond, gets what it asks for. Any other number was given to another tab.
 */
export function numberOn(
  reactions: readonly Reaction[],
  reserved: number,
): { readonly numbered: readonly Reaction[]; readonly reserved: number } {
  let last = 0;
  const numbered = reactions.map((reaction) => {
    const wanted = Math.max(reaction.sequence, last + 1);
    last = last > 0 || wanted >= reserved ? wanted : reserved + 1;
    return last === reaction.sequence ? reaction : { ...reaction, sequence: last };
  });
  return { numbered, reserved: numbered.length > 0 ? last + 1 : reserved };
}

/** Parts reactions by their viewing, in order. */
export function groupByViewing(reactions: readonly Reaction[]): ReadonlyMap<ViewingId, readonly Reaction[]> {
  const viewings = new Map<ViewingId, Reaction[]>();
  for (const reaction of reactions) {
    const own = viewings.get(reaction.viewing) ?? [];
    own.push(reaction);
    viewings.set(reaction.viewing, own);
  }
  return viewings;
}

/** Puts what was kept into the order in which it was given. */
export function inOrderOf(given: readonly Reaction[], kept: ReadonlyMap<ReactionId, Reaction>): readonly Reaction[] {
  return given.flatMap(({ id }) => kept.get(id) ?? []);
}
