import { FollowupError } from '../../../src/domain/error.js';
import type { Report } from '../../../src/domain/report.js';
import type { CollectorDoor } from '../../../src/runtime/collector-door.js';
import type { CollectorReader, FileFormat, KnownGraph, ReportFilter } from '../../../src/runtime/collector-reader.js';
import { openReportSession, type ReportSession } from '../../../src/runtime/report-session.js';
import { aReport, knownGraph } from './a-report.js';

/** What the collector says, one after the other in a call to each. An error is thrown, a promise is waited for. */
export interface Script {
  graphs: readonly KnownGraph[] | Error | Promise<never>;
  report: Report | Error | Promise<Report>;
  file: Blob | Error | Promise<Blob>;
  /** What comes of leaving. */
  leaving: true | Error;
}

/** What was asked of the collector, and what came out. Plain data to look at afterwards. */
export interface Asked {
  readonly tokens: string[];
  readonly filters: ReportFilter[];
  readonly files: { readonly format: FileFormat; readonly filter: ReportFilter; readonly language: string }[];
  readonly saved: { readonly name: string; readonly content: Blob }[];
}

export interface Scripted {
  readonly session: ReportSession;
  /** May be changed between two calls. */
  readonly script: Script;
  readonly asked: Asked;
  readonly door: { isOpen: boolean };
}

/** A Friday afternoon. */
export const NOW = new Date(2026, 10, 20, 15, 30);

/**
 * A session on a collector that says what the test wants. `isOpen`: the browser still holds a session with it.
 * `files`: whether the reader may save some.
 */
export function scriptSession(change: Partial<Script> = {}, { isOpen = false, files = true } = {}): Scripted {
  const script: Script = {
    graphs: [knownGraph],
    report: aReport(),
    file: new Blob(['a,b\r\n']),
    leaving: true,
    ...change,
  };
  const asked: Asked = { tokens: [], filters: [], files: [], saved: [] };
  const door = { isOpen };
  const reader: CollectorReader = {
    listGraphs: async () => answer(script.graphs),
    readReport: async (filter) => {
      asked.filters.push(filter);
      return answer(script.report);
    },
    readFile: async (format, filter, language) => {
      asked.files.push({ format, filter, language });
      return answer(script.file);
    },
  };
  const session = openReportSession({
    door: scriptDoor(door, { reader, files }, script, asked),
    saveFile: (name, content) => void asked.saved.push({ name, content }),
    now: () => NOW,
  });
  return { session, script, asked, door };
}

/** A door that opens for every token, unless the collector says that it is a wrong one. */
function scriptDoor(
  state: { isOpen: boolean },
  entry: { readonly reader: CollectorReader; readonly files: boolean },
  script: Script,
  asked: Asked,
): CollectorDoor {
  return {
    enterAgain: async () => (state.isOpen ? entry : undefined),
    enter: async (token) => {
      asked.tokens.push(token);
      if (script.graphs instanceof FollowupError && ['wrong-token', 'too-many-tries'].includes(script.graphs.code))
        throw script.graphs;
      state.isOpen = true;
      return entry;
    },
    leave: async () => {
      await answer(script.leaving);
      state.isOpen = false;
    },
  };
}

async function answer<Value>(scripted: Value | Error | Promise<Value>): Promise<Value> {
  if (scripted instanceof Error) throw scripted;
  return scripted;
}
