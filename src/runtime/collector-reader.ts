import { FollowupError } from '../domain/error.js';
import { EXPORT_FILES, type ExportFormat } from '../domain/export-format.js';
import type { GraphId } from '../domain/graph.js';
import type { Report } from '../domain/report.js';
import type { Topic, TopicId } from '../domain/topic.js';
import type { PeriodBounds } from './report-period.js';

/** A graph that the collector has reactions of, or the document of. */
export interface KnownGraph {
  readonly id: GraphId;
  readonly title: string;
  readonly language?: string;
  /** Empty if the collector was not given the graph's document. */
  readonly topics: readonly Topic[];
}

export interface ReportFilter extends PeriodBounds {
  readonly graph: GraphId;
  readonly topic?: TopicId;
}

export type FileFormat = ExportFormat;

/** Reads what a collector keeps. Every failure is a `FollowupError` with one of the codes below. */
export interface CollectorReader {
  listGraphs(signal?: AbortSignal): Promise<readonly KnownGraph[]>;
  readReport(filter: ReportFilter, signal?: AbortSignal): Promise<Report>;
  /** `language` is that of the words in the file. */
  readFile(format: FileFormat, filter: ReportFilter, language: string, signal?: AbortSignal): Promise<Blob>;
}

export const WRONG_TOKEN = 'wrong-token';
/** The collector has no reading token at all. */
export const READING_OFF = 'reading-off';
export const UNREACHABLE = 'collector-unreachable';
/** It answered, and it was a refusal. */
export const REFUSED = 'collector-refused';
/** It answered 200, and not with what a collector says. */
export const UNREADABLE = 'collector-unreadable';
/** There were too many wrong tokens. */
export const TOO_MANY_TRIES = 'too-many-tries';
/** The token opens something else, not this. */
export const ROLE_TOO_LOW = 'role-too-low';

export interface CollectorReaderOptions {
  /** Address of the collector, such as `/collector`. */
  readonly collector: string;
  /** Left out where the browser holds a session with the collector. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
  /** How long to wait for an answer to begin. A long file may take longer than that to arrive. */
  readonly timeoutMs?: number;
}

/** One request. */
export interface CollectorRequest extends CollectorReaderOptions {
  readonly method?: string;
  readonly body?: object;
}

/** Reads over HTTP. The token goes into a header, never into an address that a log would keep. */
export function openCollectorReader(options: CollectorReaderOptions): CollectorReader {
  return {
    listGraphs: async (signal) => {
      const body = await readJson(await askCollector(options, 'graphs', signal));
      return isKnownGraphs(body) ? body.graphs : refuseRubbish();
    },
    readReport: async (filter, signal) => {
      const body = await readJson(await askCollector(options, `report?${writeFilter(filter)}`, signal));
      return isReport(body) ? body : refuseRubbish();
    },
    readFile: async (format, filter, language, signal) => {
      const parameters = writeFilter(filter);
      const { ending, worded } = EXPORT_FILES[format];
      if (worded) parameters.set('language', language);
      const response = await askCollector(options, `reactions.${ending}?${parameters}`, signal);
      return response.blob().catch(refuseCut);
    },
  };
}

function writeFilter({ graph, since, until, topic }: ReportFilter): URLSearchParams {
  const instant = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
  return new URLSearchParams({
    graph,
    ...(since && { since: instant(since) }),
    ...(until && { until: instant(until) }),
    ...(topic !== undefined && { topic }),
  });
}

/** Asks for one thing, and explains every refusal. */
export async function askCollector(options: CollectorRequest, path: string, signal?: AbortSignal): Promise<Response> {
  const { collector, token, fetch = globalThis.fetch, timeoutMs = 30_000, method = 'GET', body } = options;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  const address = `${collector.replace(/\/+$/, '')}/${path}`;
  try {
    const response = await fetch(address, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: token === undefined ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
    });
    if (response.ok) return response;
    throw await explainRefusal(response);
  } catch (cause) {
    if (cause instanceof FollowupError) throw cause;
    throw new FollowupError(UNREACHABLE, `No answer from ${address.split('?')[0]}.`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function explainRefusal(response: Response): Promise<FollowupError> {
  const { error, message } = await readRefusal(response);
  const sentence = message ?? `The collector answered with status ${response.status}.`;
  if (response.status === 401) return new FollowupError(WRONG_TOKEN, sentence);
  if (error !== undefined && [READING_OFF, TOO_MANY_TRIES, ROLE_TOO_LOW].includes(error)) {
    return new FollowupError(error, sentence);
  }
  return new FollowupError(REFUSED, sentence);
}

async function readRefusal(response: Response): Promise<{ readonly error?: string; readonly message?: string }> {
  try {
    const body: unknown = await response.json();
    if (!isRecord(body)) return {};
    return {
      ...(typeof body['error'] === 'string' && { error: body['error'] }),
      ...(typeof body['message'] === 'string' && { message: body['message'] }),
    };
  } catch {
    // A proxy's HTML page, most likely. The status says enough.
    return {};
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(refuseCut);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuseRubbish();
  }
}

function refuseCut(cause: unknown): never {
  throw new FollowupError(UNREACHABLE, 'The answer broke off before its end.', { cause });
}

/** What answered is something else than a collector, or another version of one. */
export function refuseRubbish(): never {
  throw new FollowupError(UNREADABLE, 'The address answered, but not as a collector of this version does.');
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** `format` stands for the whole shape: a collector that changes it changes the number. */
function isReport(body: unknown): body is Report {
  return isRecord(body) && body['format'] === 1 && Array.isArray(body['graphs']);
}

function isKnownGraphs(body: unknown): body is { readonly graphs: readonly KnownGraph[] } {
  return (
    isRecord(body) &&
    Array.isArray(body['graphs']) &&
    body['graphs'].every(
      (graph) => isRecord(graph) && typeof graph['id'] === 'string' && Array.isArray(graph['topics']),
    )
  );
}
