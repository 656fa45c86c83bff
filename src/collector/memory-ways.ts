import type { WayCounts } from '../domain/likelihood.js';
import type { Reaction } from '../domain/reaction.js';
import { WAY_BOUNDS, type Cursor } from './reaction-store.js';
import { gatherWays } from './ways.js';

interface Row extends Cursor {
  readonly reaction: Reaction;
}

/** Counts the ways of one graph's rows, as the other stores do by their query. */
export function countRowWays(rows: readonly Row[]): WayCounts {
  const latest = new Set(
    [...new Set(rows.map(({ viewing }) => viewing))].toSorted((a, b) => b - a).slice(0, WAY_BOUNDS.viewings),
  );
  const returns = new Set(
    rows.flatMap(({ reaction, viewing, sequence }) =>
      reaction.type === 'went-back' ? `${viewing} ${sequence + 1}` : [],
    ),
  );
  const viewings = new Map<string, Set<number>>();
  for (const { reaction, viewing, sequence } of rows) {
    if (reaction.type !== 'scene-left' || reaction.to === undefined) continue;
    if (!latest.has(viewing) || returns.has(`${viewing} ${sequence}`)) continue;
    // Ids hold no space.
    const way = `${reaction.scene} ${reaction.to}`;
    viewings.set(way, (viewings.get(way) ?? new Set()).add(viewing));
  }
  const ways = [...viewings]
    .map(([way, { size }]) => ({ from: way.split(' ')[0] ?? '', to: way.split(' ')[1] ?? '', viewings: size }))
    .toSorted((a, b) => b.viewings - a.viewings)
    .slice(0, WAY_BOUNDS.ways);
  return gatherWays(ways);
}
