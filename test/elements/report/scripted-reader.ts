import type { Report } from '../../../src/domain/report.js';
import type { CollectorReader, FileFormat, KnownGraph, ReportFilter } from '../../../src/runtime/collector-reader.js';
import { openMemoryTokenKeeper, type TokenKeeper } from '../../../src/runtime/reading-token.js';
import { openReportSession, type ReportSession } from '../../../src/runtime/report-session.js';
import { aReport, knownGraph } from './a-report.js';

/** What the collector says, one after the other in a call to each. An error is thrown, a promise is waited for. */
export interface Script {
  graphs: readonly KnownGraph[] | Error | Promise<never>;
  report: Report | Error | Promise<Report>;
  file: Blob | Error | Promise<Blob>;
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
  readonly tokens: TokenKeeper;
}

/** A Friday afternoon. */
export const NOW = new Date(2026, 10, 20, 15, 30);

/** A session on a collector that says what the test wants. `kept` is a token that the tab remembers. */
export function scriptSession(change: Partial<Script> = {}, kept?: string): Scripted {
  const script: Script = { graphs: [knownGraph], report: aReport(), file: new Blob(['a,b\r\n']), ...change };
  const asked: Asked = { tokens: [], filters: [], files: [], saved: [] };
  const tokens = openMemoryTokenKeeper(kept);
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
    openReader: (token) => {
      asked.tokens.push(token);
      return reader;
    },
    tokens,
    saveFile: (name, content) => void asked.saved.push({ name, content }),
    now: () => NOW,
  });
  return { session, script, asked, tokens };
}

async function answer<Value>(scripted: Value | Error | Promise<Value>): Promise<Value> {
  if (scripted instanceof Error) throw scripted;
  return scripted;
}
