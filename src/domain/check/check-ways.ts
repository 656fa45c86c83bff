import type { Problem } from '../problem.js';
import { hasReadWays, type DraftScene } from './draft.js';
import { anError, aWarning, quote } from './finding.js';
import type { Place } from './path.js';
import { leadsTo, type Routes } from './routes.js';
import type { Survey } from './survey.js';
import type { Ways } from './ways.js';

/** Mistakes in where a scene leads: ways that nobody can take, and viewers who cannot get on. */
export function checkWays(scene: DraftScene, number: number, survey: Survey, routes: Routes): readonly Problem[] {
  const at: Place = ['scenes', scene.id];
  return [
    ...(hasReadWays(scene) ? [...checkWayOut(scene, at), ...checkLastBranch(scene, at)] : []),
    ...checkHub(scene, number, survey, routes, at),
    ...checkDeadBranches(scene, number, routes, at),
    ...checkReach(scene, number, routes, at),
  ];
}

function checkWayOut({ id, ending, branches }: DraftScene, at: Place): readonly Problem[] {
  if (ending && branches.length > 0) {
    const message = `Scene ${quote(id)} is an ending and has branches, which nobody would follow. Remove "branches" or "ending".`;
    return [anError('ending-with-branches', [...at, 'branches'], message)];
  }
  if (ending || branches.length > 0) return [];
  const message = `Scene ${quote(id)} leads nowhere and is no ending. Add "branches" to lead on, or "ending" to close.`;
  return [anError('no-way-out', at, message)];
}

function checkLastBranch({ id, branches, ending }: DraftScene, at: Place): readonly Problem[] {
  if (ending || !branches.at(-1)?.when || branches.some((branch) => branch && !branch.when)) return [];
  const message = `Scene ${quote(id)}: the last branch has a condition, so a viewer for whom none holds cannot get on. Add a branch without "when" after it.`;
  return [anError('conditional-last-branch', [...at, 'branches', branches.length - 1, 'when'], message)];
}

function checkHub(scene: DraftScene, number: number, survey: Survey, routes: Routes, at: Place): readonly Problem[] {
  if (!scene.hub || scene.ending || !hasReadWays(scene)) return [];
  const { id, question } = scene;
  if (!question || question.atSeconds !== undefined) {
    const what = question ? 'asks in the middle of its clip' : 'asks nothing';
    const message = `Scene ${quote(id)} is a hub and ${what}. A hub's question comes at the end, so that it can come back: add one without "atSeconds", or remove "hub".`;
    return [anError('hub-without-question', at, message)];
  }
  if (scene.branches.length === 0) return [];
  return [...checkHubReturn(scene, number, routes, at), ...checkHubExit(scene, number, survey, routes, at)];
}

function checkHubReturn({ id }: DraftScene, number: number, routes: Routes, at: Place): readonly Problem[] {
  const mayComeBack = (one: number) => one === number || routes.unclear[one] === true;
  if (routes.unclear[number] || leadsTo(routes, routes.targets[number] ?? [], mayComeBack) !== false) return [];
  const message = `Scene ${quote(id)} is a hub, and nothing ever leads back to it. Let its branches come back, or remove "hub".`;
  return [aWarning('hub-without-return', [...at, 'hub'], message)];
}

function checkHubExit(
  scene: DraftScene,
  number: number,
  { numbers }: Survey,
  routes: Routes,
  at: Place,
): readonly Problem[] {
  const ways = routes.ways[number];
  // Where no way leads on for anybody, that is told as such.
  if (!ways || routes.unclear[number] || !routes.reachesStop[number]) return [];
  const given = ways.byAnswer.filter(({ answer }) => answer.type === 'given');
  const taken = new Set(given.flatMap(({ branches }) => [...branches]));
  const targets = scene.branches.flatMap((branch, index) =>
    taken.has(index) ? (numbers.get(branch?.to ?? '') ?? []) : [],
  );
  if (leadsTo(routes, targets, (one) => routes.stops[one] === true, number) !== false) return [];
  const message = `Scene ${quote(scene.id)} is a hub, and every answer leads back to it: only who leaves the question unanswered gets on. Add an option that leads on.`;
  return [anError('hub-without-exit', [...at, 'question'], message)];
}

function checkDeadBranches(scene: DraftScene, number: number, routes: Routes, at: Place): readonly Problem[] {
  if (scene.ending || !hasReadWays(scene)) return [];
  const open = scene.branches.findIndex((branch) => branch && !branch.when);
  return scene.branches.flatMap((branch, index) => {
    const why = branch && explainDeath(scene, index, open, routes.ways[number]);
    if (!why) return [];
    const message = `Scene ${quote(scene.id)}: nobody ever takes branches[${index}] to ${quote(branch.to)}. ${why}`;
    return [aWarning('dead-branch', [...at, 'branches', index], message)];
  });
}

/** Says why a branch is never taken, and what to do; undefined if it may be taken. */
function explainDeath(scene: DraftScene, index: number, open: number, ways: Ways | undefined): string | undefined {
  if (open >= 0 && index > open) {
    return `branches[${open}] before it has no condition and takes everybody. Move that one to the end, or remove this one.`;
  }
  const earlier = findSame(scene, index);
  if (earlier >= 0)
    return `branches[${earlier}] before it has the same condition. Remove one of them, or change its condition.`;
  if (!ways || ways.taken[index] !== false) return undefined;
  if (!ways.holdable[index]) {
    return 'Its condition can never hold, whatever a viewer answers. Change the condition, or remove the branch.';
  }
  const before = scene.branches.slice(0, index).some((branch) => branch?.when);
  if (!before) return undefined;
  // The last one stands open for everybody, which an author is asked to write even where nobody is left over.
  if (index === open) return undefined;
  return 'The branches before it take everybody for whom it holds. Move it up, change its condition, or remove it.';
}

function findSame({ branches }: DraftScene, index: number): number {
  const when = branches[index]?.when;
  if (!when) return -1;
  const written = JSON.stringify(when);
  return branches.slice(0, index).findIndex((branch) => branch?.when && JSON.stringify(branch.when) === written);
}

function checkReach({ id }: DraftScene, number: number, routes: Routes, at: Place): readonly Problem[] {
  const problems: Problem[] = [];
  if (routes.unseen[number]) {
    const message = `No way leads to scene ${quote(id)}, so nobody ever sees it. Let a branch lead to it, or remove it.`;
    problems.push(aWarning('unreachable-scene', at, message));
  }
  if (!routes.reachesStop[number] && routes.stops.includes(true)) {
    const message = `From scene ${quote(id)} no way leads to an ending, so its viewers go round for ever. Let one of its branches, or of the scenes after it, lead on.`;
    problems.push(anError('no-way-to-ending', at, message));
  }
  return problems;
}
