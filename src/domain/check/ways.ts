import type { Condition } from '../condition.js';
import type { DraftScene } from './draft.js';
import type { Survey } from './survey.js';
import { keyOf, listVariables, type SimpleCondition, type Value } from './variables.js';

/** Which branches the viewers of one scene can take. */
export interface Ways {
  readonly taken: readonly boolean[];
  /** Whether the condition can hold at all, earlier branches left aside. */
  readonly holdable: readonly boolean[];
  /** What can be given to the scene's own question, and the branches that are taken then. */
  readonly byAnswer: readonly { readonly answer: Value; readonly branches: ReadonlySet<number> }[];
}

/** Worlds times conditions, for one scene. A hub of 50 options needs 2,600. */
const MAX_STEPS = 20_000;
/** For the whole graph, so that a hostile one cannot keep the check busy. */
export const MAX_ALL_STEPS = 5_000_000;

export interface StepBudget {
  left: number;
}

/** One state of everything: a value for each variable. */
type World = readonly (Value | undefined)[];
type Test = (world: World) => boolean;

/**
 * Goes through every state of all that the branches of a scene look at, and sees which branch is taken. This finds
 * branches that nobody can take whatever the reason: contradictions, repetitions, totals out of reach, and earlier
 * branches that leave nobody over. Undefined if there is too much to go through.
 */
export function findWays(scene: DraftScene, survey: Survey, budget: StepBudget): Ways | undefined {
  // Most scenes just lead on: whatever was said, their first branch is taken.
  if (!scene.hub && scene.branches.every((branch) => !branch?.when)) return openWays(scene.branches.length);
  const variables = listVariables(scene, survey);
  if (!variables) return undefined;
  const conditions = scene.branches.map((branch) => branch?.when);
  const domains = [...variables.values()];
  const worlds = domains.reduce((product, { length }) => product * length, 1);
  const steps = worlds * conditions.reduce((sum, condition) => sum + sizeOf(condition), 0);
  if (steps > Math.min(MAX_STEPS, budget.left)) return undefined;
  budget.left -= steps;
  const positions = new Map([...variables.keys()].map((key, position) => [key, position]));
  const tests = conditions.map((condition) => compileTest(condition, positions));
  return walkWorlds(domains, tests, scene.question ? (domains[0] ?? []) : []);
}

function openWays(branches: number): Ways {
  const all = Array.from({ length: branches }, (_, index) => index);
  return { taken: all.map((index) => index === 0), holdable: all.map(() => true), byAnswer: [] };
}

function walkWorlds(domains: readonly (readonly Value[])[], tests: readonly Test[], own: readonly Value[]): Ways {
  const taken = tests.map(() => false);
  const holdable = tests.map(() => false);
  const byAnswer = own.map((answer) => ({ answer, branches: new Set<number>() }));
  const picks = domains.map(() => 0);
  do {
    const world = picks.map((pick, variable) => domains[variable]?.[pick]);
    let first: number | undefined;
    for (const [branch, test] of tests.entries()) {
      if ((first !== undefined && holdable[branch]) || !test(world)) continue;
      holdable[branch] = true;
      first ??= branch;
    }
    if (first === undefined) continue;
    taken[first] = true;
    byAnswer[picks[0] ?? 0]?.branches.add(first);
  } while (advance(picks, domains));
  return { taken, holdable, byAnswer };
}

/** Counts on to the next world; false after the last. */
function advance(picks: number[], domains: readonly (readonly Value[])[]): boolean {
  for (let variable = picks.length - 1; variable >= 0; variable -= 1) {
    const next = (picks[variable] ?? 0) + 1;
    picks[variable] = next < (domains[variable]?.length ?? 0) ? next : 0;
    if (picks[variable] !== 0) return true;
  }
  return false;
}

function sizeOf(condition: Condition | undefined): number {
  if (condition?.type === 'not') return 1 + sizeOf(condition.of);
  if (condition?.type !== 'all' && condition?.type !== 'any') return 1;
  return condition.of.reduce((sum, one) => sum + sizeOf(one), 1);
}

function compileTest(condition: Condition | undefined, positions: ReadonlyMap<string, number>): Test {
  if (!condition) return () => true;
  switch (condition.type) {
    case 'not': {
      const test = compileTest(condition.of, positions);
      return (world) => !test(world);
    }
    case 'all':
    case 'any': {
      const tests = condition.of.map((one) => compileTest(one, positions));
      return condition.type === 'all'
        ? (world) => tests.every((test) => test(world))
        : (world) => tests.some((test) => test(world));
    }
    default: {
      const position = positions.get(keyOf(condition)) ?? -1;
      return (world) => isMet(condition, world[position]);
    }
  }
}

/** `holds` of branch.ts, for one simple condition and one state of what it looks at. */
function isMet(condition: SimpleCondition, value: Value | undefined): boolean {
  if (condition.type === 'declined') return value?.type === 'declined';
  if (condition.type === 'answer') {
    return value?.type === 'given' && (condition.option === undefined || value.options.includes(condition.option));
  }
  if (value?.type !== 'fact') return false;
  switch (condition.type) {
    case 'visited':
      return value.value === true;
    case 'interest':
    case 'anxiety':
      return Number(value.value) >= condition.atLeast;
    case 'attribute':
      return value.value === condition.equals;
  }
}
