import type { Graph } from '../domain/graph.js';
import type { Reaction, ReactionDraft, RecordingChoice } from '../domain/reaction.js';
import type { Courier } from '../log/courier.js';
import type { Log } from '../log/open-log.js';
import type { Place } from '../log/place-keeper.js';
import type { PageViewer } from './player-session.js';
import { createStamper, type Circumstances, type Stamper } from './stamper.js';

/** Where a recorded viewing is kept. Nothing here is touched before the viewer agreed. */
export interface RecordingPorts {
  /** Opens the log, and makes it if there is none. Falls back to memory rather than fail. */
  openLog(): Promise<Log>;
  /** Opens the log of an earlier agreement; undefined where there is none, and then nothing is made. */
  openEarlierLog(): Promise<Log | undefined>;
  /** Undefined without a collector: the log stays in the browser. */
  startCourier(log: Log): Courier | undefined;
  readonly circumstances: Circumstances;
}

export type RecordedPlace = Pick<Place, 'progress' | 'standing' | 'reading' | 'clipSeconds'>;

/** Keeps one viewer's reactions, if and as they agreed to it. */
export interface Recording {
  /** The viewer agreed, or did not. */
  readonly isOn: boolean;
  /** Takes up what an earlier page recorded of this graph, if the viewer agreed to it then. */
  recall(): Promise<Place | undefined>;
  /** Begins a viewing as the viewer chose. Unrecorded opens nothing. */
  begin(choice: RecordingChoice, viewer: PageViewer): Promise<void>;
  /** Resolves once the reactions are durable. */
  record(drafts: readonly ReactionDraft[]): Promise<void>;
  /** Remembers where the viewing stands. Comes too late for nobody: the reactions are safe already. */
  keepPlace(place: RecordedPlace): void;
  /** The page goes away: no time to wait for anything. */
  leave(draft: ReactionDraft): void;
  /** The viewing is over and another begins: forgets the place. */
  finish(): void;
  /** Reactions to this graph that are kept in this browser, in order per viewing. */
  readAll(): Promise<readonly Reaction[]>;
  close(): void;
}

export function createRecording(graph: Pick<Graph, 'id' | 'version'>, ports: RecordingPorts): Recording {
  let log: Log | undefined;
  let courier: Courier | undefined;
  let stamper: Stamper | undefined;
  let agreed: Place['choice'] | undefined;

  const use = (opened: Log): Log => {
    log = opened;
    courier ??= ports.startCourier(opened);
    return opened;
  };

  return {
    get isOn() {
      return stamper !== undefined;
    },

    async recall() {
      const earlier = await ports.openEarlierLog();
      if (!earlier) return undefined;
      use(earlier);
      courier?.wake();
      const place = await earlier.places.recall(graph.id);
      if (!place) return undefined;
      agreed = place.choice;
      const sequence = nextSequence(place, await earlier.outbox.readAll());
      stamper = createStamper(graph, ports.circumstances, { viewing: place.viewing, sequence });
      return place;
    },

    async begin(choice, viewer) {
      if (choice === 'unrecorded') return;
      const { outbox } = log ?? use(await ports.openLog());
      stamper = createStamper(graph, ports.circumstances);
      agreed = choice;
      if (choice === 'named' && viewer.name) {
        const { name, reference } = viewer;
        await outbox.addIdentity({ viewing: stamper.viewing, name, ...(reference && { reference }) });
      }
    },

    async record(drafts) {
      if (!stamper || !log || drafts.length === 0) return;
      const reactions = drafts.map(stamper.stamp);
      await log.outbox.add(reactions);
      courier?.wake(reactions);
    },

    keepPlace(place) {
      if (!stamper || !log || !agreed) return;
      const { viewing, sequence } = stamper;
      log.places
        .keep({ ...place, graph: graph.id, graphVersion: graph.version, viewing, sequence, choice: agreed })
        // A lost place costs the viewer a few clicks after a reload; a lost viewing would cost them the film.
        .catch(() => undefined);
    },

    leave(draft) {
      if (!stamper || !log) return;
      const last = [stamper.stamp(draft)];
      // Nobody is left to hear of a failure, and the beacon below carries the same reaction.
      log.outbox.add(last).catch(() => undefined);
      courier?.leave(last);
    },

    finish() {
      stamper = undefined;
      agreed = undefined;
      // A place that could not be forgotten is written over by the next viewing.
      log?.places.forget(graph.id).catch(() => undefined);
    },

    async readAll() {
      const opened = log ?? (await ports.openEarlierLog());
      if (!opened) return [];
      use(opened);
      return (await opened.outbox.readAll()).filter((reaction) => reaction.graph === graph.id);
    },

    close() {
      courier?.stop();
      log?.close();
    },
  };
}

/**
 * Counts on from an earlier page. Its `left` may have gone out by beacon without reaching the disk, so the number that
 * it had is passed over: no two reactions of a viewing ever share one.
 */
function nextSequence(place: Place, kept: readonly Reaction[]): number {
  const mine = kept.filter(({ viewing }) => viewing === place.viewing);
  const last = mine.reduce<Reaction | undefined>(
    (latest, one) => (latest && latest.sequence > one.sequence ? latest : one),
    undefined,
  );
  const sequence = Math.max(place.sequence, last?.sequence ?? 0);
  return last?.type === 'left' && last.sequence === sequence ? sequence : sequence + 1;
}
