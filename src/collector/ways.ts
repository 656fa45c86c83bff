import type { WayCounts } from '../domain/likelihood.js';
import type { SceneId } from '../domain/scene.js';

/** How many viewings left one scene for another. */
export interface Way {
  readonly from: SceneId;
  readonly to: SceneId;
  readonly viewings: number;
}

/** What anybody may read: by the scene that was left, then by the scene it was left for. */
export type ShownWays = Readonly<Record<SceneId, Readonly<Record<SceneId, number>>>>;

/** Most scenes that one answer tells of. */
const SCENES = 2_000;

/** Puts ways together by the scene that was left, keeping their order. */
export function gatherWays(ways: readonly Way[]): WayCounts {
  const counts = new Map<SceneId, Map<SceneId, number>>();
  for (const { from, to, viewings } of ways) {
    const targets = counts.get(from) ?? new Map<SceneId, number>();
    counts.set(from, targets.set(to, viewings));
  }
  return counts;
}

/**
 * Counts in whole groups only, rounded down: a way that fewer went is left out, and so is a scene that fewer left. Two
 * reads, held against each other, differ by whole groups as well.
 */
export function showWays(counts: WayCounts, group: number): ShownWays {
  const shown = [...counts].flatMap(([from, targets]): [SceneId, Record<SceneId, number>][] => {
    const whole = [...targets].flatMap(([to, count]): [SceneId, number][] =>
      count >= group ? [[to, count - (count % group)]] : [],
    );
    return whole.length > 0 ? [[from, Object.fromEntries(whole)]] : [];
  });
  return Object.fromEntries(shown.slice(0, SCENES));
}
