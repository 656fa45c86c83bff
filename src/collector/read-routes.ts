import { Readable } from 'node:stream';

import type { FastifyInstance, FastifyReply } from 'fastify';

import { topicsOf } from '../domain/graph.js';
import { labelGraphs, type Labels } from '../domain/labels.js';
import { beginReport } from '../domain/make-report.js';
import { CSV_LANGUAGES, type CsvLanguage } from '../domain/reaction-csv-words.js';
import type { TableOptions } from '../domain/reaction-columns.js';
import { csvHeader, reactionToCsv } from '../domain/reaction-csv.js';
import { reactionToJsonLine } from '../domain/reaction-json.js';
import { FILTER_NAMES, readFilter } from '../domain/reading.js';
import type { ReadingFilter, Report } from '../domain/report.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';
import { DEFAULT_TIME_ZONE } from '../domain/zoned-time.js';
import { mayDo } from './access/reader.js';
import type { CollectorOptions } from './collector-options.js';
import { visitOf, type Doors, type Visit } from './doors.js';
import { HttpError } from './http-error.js';
import { readAll, type ReactionStore, type StoreFilter } from './reaction-store.js';

type Query = Readonly<Record<string, unknown>>;

/** Everything that a reader reads: the two files, the report, and which graphs there are. */
export function addReadRoutes(server: FastifyInstance, base: string, doors: Doors, options: CollectorOptions): void {
  const { store, graphs = [], timeZone = DEFAULT_TIME_ZONE, minimum } = options;
  const labels = labelGraphs(graphs);
  const files = doors.reading('names', 'export');

  server.get<{ Querystring: Query }>(`${base}/reactions.csv`, files, (request, reply) => {
    const { query } = request;
    const filter = filterOf(query, timeZone, ['language']);
    const file: TableOptions = { labels, timeZone, language: languageOf(query) };
    return send(
      reply,
      'csv',
      'text/csv; charset=utf-8',
      writeCsv(store, withTopicQuestions(filter, labels), file, visitOf(request)),
    );
  });

  server.get<{ Querystring: Query }>(`${base}/reactions.jsonl`, files, (request, reply) => {
    const filter = withTopicQuestions(filterOf(request.query, timeZone), labels);
    return send(reply, 'jsonl', 'application/x-ndjson; charset=utf-8', writeLines(store, filter, visitOf(request)));
  });

  server.get<{ Querystring: Query }>(
    `${base}/report`,
    doors.reading('aggregate', 'report'),
    async (request): Promise<Report> => {
      const filter = filterOf(request.query, timeZone);
      const fold = beginReport({ labels, filter, minimum });
      // The whole graph, whatever the period: groups are formed over all that arrived.
      const names = mayDo(visitOf(request).reader.role, 'names');
      const whole = { names, ...(filter.graph !== undefined && { graph: filter.graph }) };
      for await (const rows of readAll(store, whole)) rows.forEach((row) => fold.add(row));
      return fold.finish();
    },
  );

  server.get<{ Querystring: Query }>(`${base}/graphs`, doors.reading('aggregate', 'graphs'), async () => {
    const ids = [...new Set([...labels.graphs.keys(), ...(await store.listGraphs())])];
    return { graphs: ids.map((id) => summaryOf(id, labels)) };
  });
}

function summaryOf(id: string, labels: Labels) {
  const graph = labels.graphs.get(id);
  return { id, title: labels.graph(id), language: graph?.language, topics: graph ? topicsOf(graph) : [] };
}

function filterOf(query: Query, timeZone: string, others: readonly string[] = []): ReadingFilter {
  const known: readonly string[] = [...FILTER_NAMES, ...others];
  if (Object.keys(query).some((name) => !known.includes(name))) {
    throw new HttpError(400, 'bad-filter', `There is a filter that is not known here. Known are ${known.join(', ')}.`);
  }
  const read = readFilter(query, timeZone);
  if (read.type === 'unreadable') throw new HttpError(400, 'bad-filter', read.message);
  return read.filter;
}

function languageOf({ language = 'ja' }: Query): CsvLanguage {
  const found = CSV_LANGUAGES.find((one) => one === language);
  if (!found) throw new HttpError(400, 'bad-filter', `"language" is one of ${CSV_LANGUAGES.join(', ')}.`);
  return found;
}

/** Words that answer a question about a topic carry no signal, and are about the topic all the same. */
function withTopicQuestions(filter: ReadingFilter, labels: Labels): StoreFilter {
  if (filter.topic === undefined) return filter;
  const topicQuestions = [...labels.graphs.values()].flatMap((graph) =>
    Object.values(graph.scenes).flatMap(({ question }) =>
      question && 'topic' in question && question.topic === filter.topic
        ? [{ graph: graph.id, question: question.id }]
        : [],
    ),
  );
  return { ...filter, topicQuestions };
}

async function* writeCsv(
  store: ReactionStore,
  filter: StoreFilter,
  file: TableOptions,
  visit: Visit,
): AsyncGenerator<string> {
  yield csvHeader(file);
  for await (const rows of readAll(store, { ...filter, names: true }))
    yield joined(rows, (row) => reactionToCsv(row, file), visit);
}

async function* writeLines(store: ReactionStore, filter: StoreFilter, visit: Visit): AsyncGenerator<string> {
  for await (const rows of readAll(store, { ...filter, names: true })) yield joined(rows, reactionToJsonLine, visit);
}

function joined(rows: readonly ArrivedReaction[], write: (row: ArrivedReaction) => string, visit: Visit): string {
  visit.count(rows.length);
  return rows.map(write).join('');
}

/** Streams a file. The next page is read only when the line has taken the one before. */
function send(reply: FastifyReply, ending: string, type: string, pages: AsyncGenerator<string>): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="reactions.${ending}"`)
    .send(Readable.from(pages, { objectMode: false }));
}
