import type { Questions } from '../branch.js';
import { findScene, type Graph } from '../graph.js';
import { shareOut, type WayCounts } from '../likelihood.js';
import type { Branch, Clip, Scene, SceneId } from '../scene.js';
import { enterScene, presentVisit, type Viewing } from '../viewing.js';
import { foresee, listOpenBranches, type Outlook } from './outlook.js';

/** Where a viewer is, and what is decided already. */
export interface Whereabouts {
  readonly graph: Graph;
  /** `questionsById(graph)`, made once for the graph and not once for each plan. */
  readonly questions: Questions;
  readonly viewing: Viewing;
  /** The scene's question is still to come or is being asked. What was answered in an earlier visit can be changed. */
  readonly questionOpen: boolean;
  readonly counts?: WayCounts | undefined;
}

/** A scene that the viewer may come to. */
export interface ComingScene {
  readonly scene: SceneId;
  /** What is played there. A hub asks again at once, without its clip. */
  readonly clip: Clip | undefined;
  /** How likely it is beside the others, 0 to 1. */
  readonly share: number;
  /** A text that asks nothing is read before. */
  readonly afterText: boolean;
}

interface Arrival {
  readonly to: SceneId;
  readonly share: number;
  readonly outlooks: readonly Outlook[];
}

/**
 * Lists the scenes that can come next, given what is known now, and those behind a text that only leads on. What the
 * viewer may ask the company meanwhile is not foreseen, nor is going back: both change the viewing, and this is asked
 * again. Reads no scene but the present one and those its branches name.
 */
export function listComing(whereabouts: Whereabouts): readonly ComingScene[] {
  const { graph, viewing, questionOpen } = whereabouts;
  const { scene: from } = presentVisit(viewing);
  const question = questionOpen ? findScene(graph, from)?.question : undefined;
  const outlooks = question ? foresee(viewing, question) : [{ viewing }];
  return follow(whereabouts, { to: from, share: 1, outlooks }).flatMap((arrival) => {
    const scene = findScene(graph, arrival.to);
    if (!scene) return [];
    const further = leadsOn(scene) ? follow(whereabouts, enter(arrival)) : [];
    return [
      comeTo(scene, arrival, false),
      ...further.flatMap((next) => {
        const behind = findScene(graph, next.to);
        return behind ? [comeTo(behind, next, true)] : [];
      }),
    ];
  });
}

function follow({ graph, questions, viewing, counts }: Whereabouts, { to: from, share, outlooks }: Arrival): Arrival[] {
  const branches = findScene(graph, from)?.branches ?? [];
  const taken = new Set<Branch>();
  const byTarget = new Map<SceneId, Outlook[]>();
  for (const outlook of outlooks) {
    for (const branch of listOpenBranches(branches, outlook, questions)) {
      taken.add(branch);
      const others = byTarget.get(branch.to);
      if (others) others.push(outlook);
      else byTarget.set(branch.to, [outlook]);
    }
  }
  const open = branches.filter((branch) => taken.has(branch));
  const shares = shareOut(open, { earlier: counts?.get(from), visited: viewing.visited });
  return [...shares].map(([to, part]) => ({ to, share: share * part, outlooks: byTarget.get(to) ?? [] }));
}

function leadsOn({ clip, question, ending }: Scene): boolean {
  return !clip && !question && !ending;
}

function enter({ to, share, outlooks }: Arrival): Arrival {
  const entered = outlooks.map((outlook) => ({ ...outlook, viewing: enterScene(outlook.viewing, to) }));
  return { to, share, outlooks: entered };
}

function comeTo(scene: Scene, { to, share, outlooks }: Arrival, afterText: boolean): ComingScene {
  const asksAtOnce = scene.hub === true && outlooks.some(({ viewing }) => isAnswered(viewing, scene));
  return { scene: to, clip: asksAtOnce ? undefined : scene.clip, share, afterText };
}

/** The outlooks of one arrival differ in what was answered, not in whether. */
function isAnswered({ given }: Viewing, { question }: Scene): boolean {
  return given.some((one) => one.question === question?.id);
}
