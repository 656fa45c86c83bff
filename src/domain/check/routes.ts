import { hasReadWays, type DraftScene } from './draft.js';
import { isUnclear, type Survey } from './survey.js';
import { findWays, MAX_ALL_STEPS, type StepBudget, type Ways } from './ways.js';

/** How far a look round from one hub goes before it gives up and says nothing. */
const MAX_LOOK_STEPS = 200;

/** Where the viewers of every scene can go, by the scenes' numbers. */
export interface Routes {
  readonly ways: readonly (Ways | undefined)[];
  readonly targets: readonly (readonly number[])[];
  /** Scenes whose own mistakes hide where they lead. Nothing is said that may be mended with these. */
  readonly unclear: readonly boolean[];
  /** Scenes at which a viewing ends, or may end once they are clear. */
  readonly stops: readonly boolean[];
  /** Scenes that nobody sees, as far as they are worth telling. */
  readonly unseen: readonly boolean[];
  readonly reachesStop: readonly boolean[];
}

export function findRoutes(survey: Survey): Routes {
  const { scenes, start } = survey.draft;
  const budget: StepBudget = { left: MAX_ALL_STEPS };
  const ways = scenes.map((scene) => (hasReadWays(scene) ? findWays(scene, survey, budget) : undefined));
  const targets = scenes.map((scene, number) => targetsOf(scene, ways[number], survey));
  const unclear = scenes.map((scene) => isUnclear(survey, scene));
  const stops = scenes.map(({ ending }, number) => ending !== undefined || unclear[number] === true);
  const first = start === undefined ? undefined : survey.numbers.get(start);
  return {
    ways,
    targets,
    unclear,
    stops,
    unseen: first === undefined ? scenes.map(() => false) : findUnseen(first, targets, unclear),
    reachesStop: spread(listTrue(stops), turnRound(targets)),
  };
}

/**
 * Finds scenes that nobody sees. Where a scene that is seen has a mistake in its ways, mending that may bring all of
 * them back: then only one of each group is named, so that one misspelt word does not make a page of warnings.
 */
function findUnseen(
  start: number,
  targets: readonly (readonly number[])[],
  unclear: readonly boolean[],
): readonly boolean[] {
  const seen = spread([start], targets);
  const unseen = seen.map((one) => !one);
  if (!seen.some((one, number) => one && unclear[number])) return unseen;
  const hidden = listTrue(unseen);
  const ledTo = new Set(hidden.flatMap((number) => targets[number] ?? []));
  const covered = [...seen];
  const firsts = new Set<number>();
  for (const number of [...hidden.filter((one) => !ledTo.has(one)), ...hidden]) {
    if (covered[number]) continue;
    firsts.add(number);
    spreadOn([number], targets, covered);
  }
  return unseen.map((_, number) => firsts.has(number));
}

function listTrue(flags: readonly boolean[]): readonly number[] {
  return flags.flatMap((flag, number) => (flag ? [number] : []));
}

/** Leaves out branches that nobody takes: a scene behind one of these is not reached by it. */
function targetsOf(scene: DraftScene, ways: Ways | undefined, { numbers }: Survey): readonly number[] {
  const ids = scene.branches.flatMap((branch, index) => (branch && ways?.taken[index] !== false ? [branch.to] : []));
  return [...new Set([...ids, ...scene.guessedTargets].flatMap((id) => numbers.get(id) ?? []))];
}

/** Follows the arrows from some scenes to all that they lead to, without recursion: a graph may be a long chain. */
function spread(from: readonly number[], arrows: readonly (readonly number[])[]): readonly boolean[] {
  const seen = arrows.map(() => false);
  spreadOn(from, arrows, seen);
  return seen;
}

/** Marks in `seen` what is led to and was not seen before. */
function spreadOn(from: readonly number[], arrows: readonly (readonly number[])[], seen: boolean[]): void {
  const waiting = [...from];
  for (const number of waiting) seen[number] = true;
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    for (const next of arrows[number] ?? []) {
      if (seen[next]) continue;
      seen[next] = true;
      waiting.push(next);
    }
  }
}

function turnRound(arrows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const turned: number[][] = arrows.map(() => []);
  arrows.forEach((targets, number) => targets.forEach((target) => turned[target]?.push(number)));
  return turned;
}

/**
 * Tells whether a way leads from `from` to a scene that is looked for, not through `avoid`. Undefined if that would
 * take long to find out: many hubs in a large graph must not make the check slow.
 */
export function leadsTo(
  routes: Routes,
  from: readonly number[],
  isLookedFor: (number: number) => boolean,
  avoid?: number,
): boolean | undefined {
  const seen = new Set<number>(avoid === undefined ? from : [avoid, ...from]);
  // In rings: what a hub leads back by is near, and a trap is small.
  const waiting = from.filter((number) => number !== avoid);
  for (const [step, number] of waiting.entries()) {
    if (isLookedFor(number)) return true;
    if (step > MAX_LOOK_STEPS) return undefined;
    for (const next of routes.targets[number] ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return false;
}
