import type { Branch, SceneId } from './scene.js';

/** How often earlier viewers went from a scene to the next: by the scene they left, then by the scene they came to. */
export type WayCounts = ReadonlyMap<SceneId, ReadonlyMap<SceneId, number>>;

/** Of a branch without a likelihood, where another of its scene has one: rarer and likelier ones find room beside it. */
const MIDDLING = 50;
/** To stand first is worth so many earlier viewers, to stand second half of them: a few do not turn the order over. */
const FIRST_IN_ORDER = 10;
/** Who has seen a scene seldom picks it again, and yet may. */
const SEEN_AGAIN = 0.1;

/** What is known of the viewers of one scene. */
export interface Precedents {
  readonly earlier?: ReadonlyMap<SceneId, number> | undefined;
  readonly visited: readonly SceneId[];
}

/**
 * Shares 1 out among the scenes that these branches lead to, in the author's order: by the author's own likelihoods,
 * else by what earlier viewers took, leaning on the author's order while they are few.
 */
export function shareOut(branches: readonly Branch[], { earlier, visited }: Precedents): ReadonlyMap<SceneId, number> {
  const authored = branches.some(({ likelihood }) => likelihood !== undefined);
  const weights = authored ? weighByAuthor(branches) : weighByViewers(branches, earlier ?? new Map());
  const seen = new Set(visited);
  for (const [to, weight] of weights) if (seen.has(to)) weights.set(to, weight * SEEN_AGAIN);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...weights].map(([to, weight]) => [to, weight / total]));
}

function weighByAuthor(branches: readonly Branch[]): Map<SceneId, number> {
  const weights = new Map<SceneId, number>();
  for (const { to, likelihood = MIDDLING } of branches) weights.set(to, (weights.get(to) ?? 0) + likelihood);
  return weights;
}

function weighByViewers(branches: readonly Branch[], earlier: ReadonlyMap<SceneId, number>): Map<SceneId, number> {
  const targets = [...new Set(branches.map(({ to }) => to))];
  return new Map(targets.map((to, index) => [to, FIRST_IN_ORDER / (index + 1) + (earlier.get(to) ?? 0)]));
}
