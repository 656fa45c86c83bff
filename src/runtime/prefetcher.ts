import { playableClip } from '../domain/address.js';
import { questionsById, type Graph } from '../domain/graph.js';
import type { WayCounts } from '../domain/likelihood.js';
import { planPrefetch, type Line, type OnAir, type PrefetchFacts, type PrefetchStep } from '../domain/prefetch.js';
import type { Clip } from '../domain/scene.js';
import { presentVisit } from '../domain/viewing.js';
import {
  currentLife,
  isAskingMidway,
  isQuestionOpen,
  isReading,
  type LifeState,
  type PlayerSnapshot,
} from '../machine/selectors.js';
import type { Media, MediaFacts } from '../media/media.js';

/** Before the chosen clip plays the line belongs to it alone; after a failure nobody knows what the line can carry. */
const PREPARING: readonly LifeState[] = ['playing', 'paused', 'asking', 'reading'];

/** What may be spent on clips that are perhaps never shown. */
export type PrefetchBudget = PrefetchFacts['budget'];

export interface PrefetcherSetup {
  readonly media: Media;
  /** The graph's own address: clips are relative to it. */
  readonly base: string;
  readonly budget: PrefetchBudget;
  /** How the network stands now. */
  readLine(): Line;
  /** Asks the collector what earlier viewers took. Only for viewers who agreed to be recorded. Never rejects. */
  readonly fetchCounts?: ((graph: Graph) => Promise<WayCounts | undefined>) | undefined;
}

/** Has the clips made ready that may come next. */
export interface Prefetcher {
  /** Plans anew. Says nothing to the media if the plan is the same as before. */
  follow(graph: Graph, snapshot: PlayerSnapshot): void;
  /**
   * The answer has fallen, and its clip is this. It begins to load while the answer is still being written down: that
   * takes no effect that a viewer sees, and on a thin line every moment of it is one less to wait.
   */
  hasten(clip: Clip, from: PlayerSnapshot): void;
}

export function createPrefetcher({ media, base, budget, readLine, fetchCounts }: PrefetcherSetup): Prefetcher {
  let wished = '';
  /** The visit that has been answered and not been left yet. No plan of its must get in the way of the chosen clip. */
  let leaving: number | undefined;
  let known: { readonly graph: Graph; readonly questions: PrefetchFacts['questions'] } | undefined;

  let asked: Graph['id'] | undefined;
  let counts: WayCounts | undefined;

  /** Asks once for a graph, in the background: the next plan after the answer knows of it. */
  const ask = (graph: Graph, { context: { choice } }: PlayerSnapshot): void => {
    if (!fetchCounts || asked === graph.id || choice === undefined || choice === 'unrecorded') return;
    asked = graph.id;
    counts = undefined;
    void fetchCounts(graph).then((found) => {
      if (asked === graph.id) counts = found;
    });
  };

  const plan = (graph: Graph, snapshot: PlayerSnapshot): readonly PrefetchStep[] => {
    const life = currentLife(snapshot);
    if (!PREPARING.includes(life) || isReading(snapshot)) return [];
    const line = readLine();
    if (!line.saveData) ask(graph, snapshot);
    if (known?.graph !== graph) known = { graph, questions: questionsById(graph) };
    return planPrefetch({
      graph,
      questions: known.questions,
      viewing: snapshot.context.viewing,
      questionOpen: isQuestionOpen(snapshot),
      // A question at the end of its clip, or in place of it, leaves the line free.
      onAir: life === 'asking' && !isAskingMidway(snapshot) ? undefined : onAirOf(media.facts()),
      line,
      budget,
      counts,
    });
  };

  return {
    hasten(clip, { context: { viewing } }) {
      leaving = presentVisit(viewing).number;
      wished = '';
      media.prepare([{ clip: playableClip(clip, base), seconds: 0, how: 'chosen' }]);
    },
    follow(graph, snapshot) {
      if (presentVisit(snapshot.context.viewing).number === leaving) return;
      leaving = undefined;
      const steps = plan(graph, snapshot);
      const key = steps.map(({ scene, seconds, how }) => `${scene} ${seconds} ${how}`).join();
      if (key === wished) return;
      wished = key;
      media.prepare(steps.map(({ clip, seconds, how }) => ({ clip: playableClip(clip, base), seconds, how })));
    },
  };
}

function onAirOf({ currentSeconds, durationSeconds, bufferedSeconds }: MediaFacts): OnAir {
  const isKnown = durationSeconds > 0;
  return {
    aheadSeconds: Math.max(0, bufferedSeconds - currentSeconds),
    remainingSeconds: isKnown ? durationSeconds - currentSeconds : Infinity,
    complete: false,
  };
}
