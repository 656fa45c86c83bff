import { FollowupError } from '../domain/error.js';
import { EXPORT_FILES } from '../domain/export-format.js';
import type { GraphId } from '../domain/graph.js';
import type { GraphReport, ReportMinimum } from '../domain/report.js';
import type { TopicId } from '../domain/topic.js';
import type { CollectorDoor, Entry } from './collector-door.js';
import type { CollectorReader, FileFormat, KnownGraph, ReportFilter } from './collector-reader.js';
import { WRONG_TOKEN } from './collector-reader.js';
import { boundPeriod, isBackwards, writeDay, type Period, type PeriodBounds } from './report-period.js';
import type { SaveFile } from './save-file.js';

/** Signing in without having entered anything. */
export const TOKEN_MISSING = 'token-missing';
/** The collector let the reader in before and does not any more. */
export const TOKEN_ENDED = 'token-ended';
/** The collector could not be told that the reader left. */
export const STILL_OPEN = 'still-open';

/** What the reader chose to look at. */
export interface ReportChoice {
  readonly graph: GraphId | undefined;
  readonly period: Period;
  readonly topic: TopicId | undefined;
}

/** Why there is nothing, or nothing new, to see. Words come from the message table, by `code`. */
export interface ReportFault {
  readonly code: string;
  /** The collector's own sentence, for whoever runs it. */
  readonly message: string;
}

/** How far the last download has come. */
export type Download =
  | { readonly type: 'none' }
  | { readonly type: 'running'; readonly format: FileFormat }
  | { readonly type: 'finished'; readonly format: FileFormat; readonly file: string }
  | { readonly type: 'failed'; readonly format: FileFormat; readonly fault: ReportFault };

/** A report together with what it was asked for, which may be other than what is chosen by now. */
export interface ShownReport {
  readonly report: GraphReport;
  readonly minimum: ReportMinimum;
  readonly bounds: PeriodBounds;
  readonly topic: TopicId | undefined;
}

/** All that the views show. */
export interface ReportView {
  /** Entering: whether the browser still holds a session is being asked. */
  readonly stage: 'entering' | 'signed-out' | 'signed-in';
  readonly loading: boolean;
  /** Stands beside the last good report, if there is one. */
  readonly fault: ReportFault | undefined;
  /** Undefined until the collector was heard. */
  readonly graphs: readonly KnownGraph[] | undefined;
  readonly choice: ReportChoice;
  readonly shown: ShownReport | undefined;
  readonly download: Download;
  /** Whether this reader may save files. */
  readonly files: boolean;
}

/** One reader at work: collector and clock joined. The only thing that the report's elements talk to. */
export interface ReportSession {
  readonly view: ReportView;
  subscribe(listener: () => void): () => void;
  /** Goes on with a token that the page brought, or else with the session that the browser holds. */
  resume(token?: string): Promise<void>;
  /** Tries a token that the reader entered. The form stands until the collector has answered. */
  signIn(token: string): Promise<void>;
  /** Ends the session, and forgets everything that was read in it. */
  signOut(): Promise<void>;
  choose(change: Partial<ReportChoice>): Promise<void>;
  refresh(): Promise<void>;
  /** Saves what is shown, reaction by reaction. `language` is that of the words in the file. */
  download(format: FileFormat, language: string): Promise<void>;
  /** Gives up what is under way. */
  close(): void;
}

export interface ReportSessionOptions {
  readonly door: CollectorDoor;
  readonly saveFile: SaveFile;
  readonly now: () => Date;
}

const SIGNED_OUT: ReportView = {
  stage: 'signed-out',
  loading: false,
  fault: undefined,
  graphs: undefined,
  // The last 30 days: on a Monday morning "this week" would be nearly empty.
  choice: { graph: undefined, period: { type: 'month' }, topic: undefined },
  shown: undefined,
  download: { type: 'none' },
  files: true,
};

/** Longer than most files, as one closure holds the little that changes: the view, the reader, what is under way. */
export function openReportSession({ door, saveFile, now }: ReportSessionOptions): ReportSession {
  const listeners = new Set<() => void>();
  let view = SIGNED_OUT;
  let reader: CollectorReader | undefined;
  // The read under way. A newer one takes its place, and what the older one brings is let go.
  let reading = new AbortController();
  let downloading = new AbortController();

  const show = (change: Partial<ReportView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  const abandon = (): void => {
    reading.abort();
    downloading.abort();
  };

  const endSession = (fault?: ReportFault): void => {
    abandon();
    reader = undefined;
    show({ ...SIGNED_OUT, fault });
  };

  /** A refused token ends the session; every other failure leaves what is there. */
  const fail = (error: unknown, change: (fault: ReportFault) => Partial<ReportView>): void => {
    const fault = describeFault(error);
    if (fault.code === WRONG_TOKEN) endSession(view.graphs ? { ...fault, code: TOKEN_ENDED } : fault);
    else show(change(fault));
  };

  const read = async (): Promise<void> => {
    if (!reader) return;
    reading.abort();
    const { signal } = (reading = new AbortController());
    show({ loading: true, fault: undefined });
    try {
      const answer = await readChoice(reader, view.choice, now(), signal);
      if (!signal.aborted) show({ stage: 'signed-in', loading: false, ...answer });
    } catch (error) {
      if (!signal.aborted) fail(error, (fault) => ({ loading: false, fault }));
    }
  };

  /** Goes through the door, and reads at once. The form stands until there is something to see. */
  const comeIn = async (enter: () => Promise<Entry | undefined>): Promise<void> => {
    try {
      const entry = await enter();
      if (!entry) return show(SIGNED_OUT);
      reader = entry.reader;
      if (view.stage === 'entering') show({ stage: 'signed-in' });
      show({ files: entry.files });
      await read();
    } catch (error) {
      endSession(describeFault(error));
    }
  };

  const download = async (format: FileFormat, language: string): Promise<void> => {
    const { shown } = view;
    if (!reader || !shown || view.download.type === 'running') return;
    const { signal } = (downloading = new AbortController());
    show({ download: { type: 'running', format } });
    try {
      const { graph } = shown.report;
      const filter: ReportFilter = { graph, ...shown.bounds, ...(shown.topic !== undefined && { topic: shown.topic }) };
      const content = await reader.readFile(format, filter, language, signal);
      if (signal.aborted) return;
      const file = `${graph}-${writeDay(now())}.${EXPORT_FILES[format].ending}`;
      saveFile(file, content);
      show({ download: { type: 'finished', format, file } });
    } catch (error) {
      if (!signal.aborted) fail(error, (fault) => ({ download: { type: 'failed', format, fault } }));
    }
  };

  return {
    get view() {
      return view;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    resume: async (token) => {
      show({ stage: 'entering' });
      await comeIn(() => (token ? door.enter(token) : door.enterAgain()));
    },
    signIn: async (given) => {
      const token = given.trim();
      if (!token) return show({ fault: { code: TOKEN_MISSING, message: 'No token was entered.' } });
      show({ loading: true, fault: undefined });
      await comeIn(() => door.enter(token));
    },
    signOut: async () => {
      endSession();
      try {
        await door.leave();
      } catch (error) {
        show({ fault: { ...describeFault(error), code: STILL_OPEN } });
      }
    },
    choose: async (change) => {
      const choice = { ...view.choice, ...change };
      // Topics are the graph's own: another graph may not have this one.
      const topic = choice.graph === view.choice.graph ? choice.topic : undefined;
      abandon();
      show({ choice: { ...choice, topic }, loading: false, download: { type: 'none' } });
      if (!isBackwards(choice.period)) await read();
    },
    refresh: read,
    download,
    close: () => {
      abandon();
      listeners.clear();
    },
  };
}

/** Asks for the graphs first: the one that is chosen may be gone by now, and at first none is. */
async function readChoice(
  reader: CollectorReader,
  chosen: ReportChoice,
  now: Date,
  signal: AbortSignal,
): Promise<Pick<ReportView, 'graphs' | 'choice' | 'shown'>> {
  const graphs = await reader.listGraphs(signal);
  const graph = graphs.find(({ id }) => id === chosen.graph)?.id ?? graphs[0]?.id;
  const choice = { ...chosen, graph };
  if (graph === undefined) return { graphs, choice, shown: undefined };
  const filter = filterOf(graph, choice, now);
  const { graphs: reports, minimum } = await reader.readReport(filter, signal);
  const report = reports.find((one) => one.graph === graph);
  return {
    graphs,
    choice,
    shown: report && { report, minimum, bounds: boundPeriod(choice.period, now), topic: choice.topic },
  };
}

function filterOf(graph: GraphId, { period, topic }: ReportChoice, now: Date): ReportFilter {
  return { graph, ...boundPeriod(period, now), ...(topic !== undefined && { topic }) };
}

function describeFault(error: unknown): ReportFault {
  if (error instanceof FollowupError) return { code: error.code, message: error.message };
  return { code: 'report-failed', message: error instanceof Error ? error.message : String(error) };
}
