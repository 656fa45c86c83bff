import type { Graph } from '../domain/graph.js';
import { noticeVersionOf } from '../domain/notice-version.js';
import type { Reaction, ReactionDraft, RecordingChoice, ViewingId } from '../domain/reaction.js';
import type { Withdrawal } from '../domain/withdrawal.js';
import type { Courier } from '../log/courier.js';
import type { Log } from '../log/open-log.js';
import type { TabNews } from '../log/other-tabs.js';
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

/** The log, and what carries it to the collector. */
export interface OpenedLog {
  readonly log: Log;
  readonly courier: Courier | undefined;
}

/** Something to be deleted, before it is given its id. */
export type Wish = Omit<Withdrawal, 'id'>;

/** Keeps one viewer's reactions, if and as they agreed to it. */
export interface Recording {
  /** The viewing that is being recorded. Undefined where the viewer agreed to none. */
  readonly viewing: ViewingId | undefined;
  /** Takes up what an earlier page recorded of this graph, if the viewer agreed then to what is asked now. */
  recall(): Promise<Place | undefined>;
  /** Begins a viewing as the viewer chose. Unrecorded opens nothing. */
  begin(choice: RecordingChoice, viewer: PageViewer): Promise<void>;
  /** Resolves once the reactions are durable. */
  record(drafts: readonly ReactionDraft[]): Promise<void>;
  /** Remembers where the viewing stands. Comes too late for nobody: the reactions are safe already. */
  keepPlace(place: RecordedPlace): void;
  /** The page goes away: no time to wait for anything. */
  leave(draft: ReactionDraft): void;
  /** The viewing is over: forgets the place. */
  finish(): void;
  /** The viewing is not to be recorded any longer, in no tab: forgets the place, and tells the others. */
  stop(): void;
  /** Calls back when another tab changed what is recorded, with how this viewing goes on if that is another way. */
  listen(listener: (choice: 'unrecorded' | 'unnamed' | undefined) => void): void;
  /** Reactions to this graph that are kept in this browser, in order per viewing. */
  readAll(): Promise<readonly Reaction[]>;
  /** What an earlier agreement left, or this one. Undefined where there is none, and then nothing is made. */
  findLog(): Promise<OpenedLog | undefined>;
  /** Deletes what is kept here of each wish, and has the collector told. Makes a log where there is none, to wait in. */
  withdraw(wishes: readonly Wish[]): Promise<void>;
  close(): void;
}

export function createRecording(graph: Pick<Graph, 'id' | 'version' | 'notice'>, ports: RecordingPorts): Recording {
  const { circumstances } = ports;
  const noticeVersion = noticeVersionOf(graph.notice);
  let log: Log | undefined;
  let courier: Courier | undefined;
  let stamper: Stamper | undefined;
  let agreed: Place['choice'] | undefined;
  let heard: Parameters<Recording['listen']>[0] = () => undefined;

  const finish = (): void => {
    stamper = undefined;
    agreed = undefined;
    // A place that could not be forgotten is written over by the next viewing.
    log?.places.forget(graph.id).catch(() => undefined);
  };
  /** First lets nothing more be written, then lets go of what was. */
  const heed = (news: TabNews): void => {
    const { viewing, of } = news.type === 'stopped' ? { ...news, of: undefined } : news.what;
    const isOwn = viewing !== undefined && viewing === stamper?.viewing;
    const ends = isOwn && (of === undefined || of === 'everything');
    if (ends) finish();
    if (news.type === 'taken-back') {
      courier?.drop(news.what);
      // The other tab has deleted it. This is for what was on its way to the disk in the meantime.
      log?.withdrawals.drop(news.what).catch(() => undefined);
    }
    heard(ends ? 'unrecorded' : isOwn && of === 'name' ? 'unnamed' : undefined);
  };
  const use = (opened: Log): OpenedLog => {
    if (log !== opened) opened.tabs.listen(heed);
    log = opened;
    courier ??= ports.startCourier(opened);
    return { log, courier };
  };
  const makeLog = async (): Promise<OpenedLog> => use(log ?? (await ports.openLog()));
  const findLog = async (): Promise<OpenedLog | undefined> => {
    const found = log ?? (await ports.openEarlierLog());
    return found && use(found);
  };

  return {
    get viewing() {
      return stamper?.viewing;
    },

    async recall() {
      const earlier = (await findLog())?.log;
      courier?.wake();
      const place = await earlier?.places.recall(graph.id);
      if (!earlier || place?.noticeVersion !== noticeVersion) return undefined;
      agreed = place.choice;
      const next = await earlier.outbox.reserve(place.viewing);
      stamper = createStamper(graph, circumstances, { viewing: place.viewing, next });
      return place;
    },

    async begin(choice, viewer) {
      if (choice === 'unrecorded') return;
      const { outbox } = (await makeLog()).log;
      stamper = createStamper(graph, circumstances);
      agreed = choice;
      const { viewing } = stamper;
      const code = circumstances.newCode();
      courier?.open({ viewing, code });
      await outbox.begin({ viewing, graph: graph.id, code });
      if (choice === 'named' && viewer.name) {
        const { name, reference } = viewer;
        await outbox.addIdentity({ viewing, name, ...(reference && { reference }) });
      }
    },

    async record(drafts) {
      if (!stamper || !log || drafts.length === 0) return;
      const kept = await log.outbox.add(drafts.map(stamper.stamp));
      // Another tab may have ended the viewing while this was written.
      stamper?.countFrom(kept);
      courier?.wake(kept);
    },

    keepPlace(place) {
      if (!stamper || !log || !agreed) return;
      const { viewing } = stamper;
      log.places
        .keep({ ...place, graph: graph.id, graphVersion: graph.version, viewing, choice: agreed, noticeVersion })
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

    finish,

    stop() {
      if (stamper) log?.tabs.tell({ type: 'stopped', viewing: stamper.viewing });
      finish();
    },

    listen(listener) {
      heard = listener;
    },

    async readAll() {
      const found = await findLog();
      if (!found) return [];
      return (await found.log.outbox.readAll()).filter((reaction) => reaction.graph === graph.id);
    },

    findLog,

    async withdraw(wishes) {
      if (wishes.length === 0) return;
      const { withdrawals, tabs } = (await makeLog()).log;
      for (const wish of wishes) {
        const withdrawal = { ...wish, id: circumstances.newId() };
        await withdrawals.add(withdrawal);
        courier?.withdraw(withdrawal);
        const { of, viewing, reactions } = withdrawal;
        tabs.tell({ type: 'taken-back', what: { of, viewing, reactions } });
      }
    },

    close() {
      courier?.stop();
      log?.close();
    },
  };
}
