import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import { startCourier, type CourierReport } from '../log/courier.js';
import { BeaconSender } from '../log/beacon-sender.js';
import { hasLog } from '../log/has-log.js';
import { openLog } from '../log/open-log.js';
import type { PageViewer, PlayerSession } from './player-session.js';
import { createAttendant } from './attendant.js';
import { bringMedia } from './bring-media.js';
import { findBoard } from './media-session-board.js';
import { newCode } from './new-code.js';
import { newId } from './new-id.js';
import { nextTask } from './next-task.js';
import { chooseReadiness, type ReadinessWish } from './readiness.js';
import { listenForSleep } from './page-sleep.js';
import { readLine } from './read-line.js';
import { createRecording } from './recording.js';
import { findScreenLight } from './screen-light.js';
import { startSession } from './session.js';
import { fetchWayCounts } from './way-counts.js';

export interface SessionOptions {
  readonly graph: Graph;
  /** The graph's own address: what is relative in it is relative to this. */
  readonly base: string;
  /** Address of the collector. Without one the log stays in this browser. */
  readonly collector?: string | undefined;
  readonly viewer?: PageViewer | undefined;
  /** Stands in the page already, and may be loading the first clip. */
  readonly video?: HTMLVideoElement | undefined;
  readonly readiness?: ReadinessWish;
}

/** Opens a player on this page: Video.js, IndexedDB and the collector, behind their ports. */
export async function openSession(options: SessionOptions): Promise<PlayerSession> {
  const { graph, base, collector, viewer, video } = options;
  const { deviceMemory } = navigator as { readonly deviceMemory?: number };
  const { decks, budget, faults: unfit } = chooseReadiness(options.readiness ?? {}, deviceMemory);
  const faults = new Set<(error: FollowupError) => void>();
  const fault = (error: FollowupError): void => faults.forEach((hear) => hear(error));
  const { afterNextFrame, openMedia } = await bringMedia();
  const place = video?.parentElement;
  const media = openMedia({ decks, video, estimate: () => readLine().bitsPerSecond });
  // Where its video stood, so that the picture is not away until the view takes it.
  place?.append(media.element);
  await nextTask();
  const open = () => openLog({ onFallback: fault });
  let settled = (): void => undefined;
  const session = await startSession({
    graph,
    base,
    viewer: viewer ?? {},
    media,
    recording: createRecording(graph, {
      openLog: open,
      openEarlierLog: async () => ((await hasLog()) ? open() : undefined),
      startCourier: ({ outbox, withdrawals }) =>
        collector === undefined || collector === ''
          ? undefined
          : startCourier({
              outbox,
              withdrawals,
              settled: () => settled(),
              sender: new BeaconSender({ collector }),
              report: (report) => fault(toError(report)),
            }),
      circumstances: { now: () => Date.now(), newId, newCode },
    }),
    onWithdrawn(listener) {
      settled = listener;
    },
    onLeaving: listenForLeaving,
    onSleeping: (listener) => listenForSleep(listener),
    prefetch: {
      budget,
      readLine,
      ...(collector && { fetchCounts: (shown: Graph) => fetchWayCounts(collector, shown) }),
    },
    onFault: (listener) => void faults.add(listener),
    afterDrawing: afterNextFrame,
    attendant: createAttendant({ base, board: findBoard(), light: findScreenLight() }),
  });
  for (const sentence of unfit) fault(new FollowupError('setting-unfit', sentence));
  await nextTask();
  return session;
}

function toError(report: CourierReport): FollowupError {
  if (report.type === 'postponed') return new FollowupError('collector-away', report.reason);
  const { length } = report.refused;
  return new FollowupError(
    'collector-refused',
    `The collector will not take ${length} of the entries: ${report.refused[0]?.reason ?? ''} They stay in the viewer's own log.`,
  );
}

function listenForLeaving(listener: () => void): () => void {
  window.addEventListener('pagehide', listener);
  return () => window.removeEventListener('pagehide', listener);
}
