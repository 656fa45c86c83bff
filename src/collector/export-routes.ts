import { Readable } from 'node:stream';

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat } from '../domain/export-format.js';
import type { Labels } from '../domain/labels.js';
import { writeColumns } from '../domain/reaction-columns-words.js';
import { CSV_LANGUAGES, type CsvLanguage } from '../domain/reaction-csv-words.js';
import { isWebAddress } from '../domain/xapi-home.js';
import { visitOf, type Visit } from './doors.js';
import { isLineFormat, writeExport, writeRows, type ExportOptions, type LineFormat } from './export-writers.js';
import { HttpError } from './http-error.js';
import { filterOf, type Query } from './read-filter.js';
import {
  readAll,
  readCursor,
  writeCursor,
  type Cursor,
  type ReactionStore,
  type StoreFilter,
} from './reaction-store.js';
import { makeTurns, type Turns } from './turns.js';

/** Where the next page of a file begins. Left out after the last. */
export const NEXT_HEADER = 'x-followup-next';
/** How many reactions stand in a page of a file. */
export const ROWS_HEADER = 'x-followup-rows';
/** Most reactions that one page of a file looks at. */
export const PAGE_LIMIT = 5_000;

/** Each file that is being written holds some tens of megabytes: this many at once, whoever asks. */
const AT_ONCE = { atOnce: 2, waiting: 4, waitMs: 20_000 };
const TRY_AGAIN_SECONDS = 10;

export interface ExportRouteOptions {
  readonly store: ReactionStore;
  readonly labels: Labels;
  readonly timeZone: string;
  readonly base: string;
}

/** The files, each at an address that ends as the file does; and what their columns are. */
export function addExportRoutes(
  server: FastifyInstance,
  reader: RouteShorthandOptions,
  { store, labels, timeZone, base }: ExportRouteOptions,
): void {
  const turns = makeTurns(AT_ONCE, tooMany);
  for (const format of EXPORT_FORMATS) {
    const { ending, worded } = EXPORT_FILES[format];
    const parameters = [
      'names',
      ...(worded ? ['language'] : []),
      ...(isLineFormat(format) ? ['after', 'limit'] : []),
      ...(format === 'xapi' ? ['home'] : []),
    ];
    server.get<{ Querystring: Query }>(`${base}/reactions.${ending}`, reader, async (request, reply) => {
      const { query } = request;
      const visit = visitOf(request);
      const filter: StoreFilter = { ...filterOf(query, timeZone, labels, parameters), names: namesOf(query) };
      const options = { labels, timeZone, language: languageOf(query), home: homeOf(request, base) };
      const after = afterOf(query);
      const limit = limitOf(query);
      await takeTurn(turns, reply);
      if (limit === undefined || !isLineFormat(format)) {
        const pages = counted(readAll(store, filter, 500, after), visit);
        return send(reply, format, Readable.from(writeExport(format, pages, options, !after), { objectMode: false }));
      }
      const page = await readPiece(store, format, filter, options, after, limit);
      visit.count(page.rows);
      reply.header(ROWS_HEADER, page.rows);
      if (page.next) reply.header(NEXT_HEADER, writeCursor(page.next));
      return send(reply, format, page.text);
    });
  }
  // No reaction is in it, so it needs no door.
  server.get(`${base}/reactions.columns.json`, { exposeHeadRoute: false }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(writeColumns()),
  );
}

async function readPiece(
  store: ReactionStore,
  format: LineFormat,
  filter: StoreFilter,
  options: ExportOptions,
  after: Cursor | undefined,
  limit: number,
) {
  const { rows, next } = await store.readPage(filter, after, limit);
  return { text: writeRows(format, rows, options, !after), rows: rows.length, next };
}

/** Waits for a turn, and keeps it until the last byte was taken or the line was cut. */
async function takeTurn(turns: Turns, { raw }: FastifyReply): Promise<void> {
  const line = new AbortController();
  raw.once('close', () => line.abort());
  const giveBack = await turns.take(line.signal);
  if (raw.closed) giveBack();
  else raw.once('close', giveBack);
}

function tooMany(): HttpError {
  return new HttpError(
    503,
    'too-many-files',
    'Many files are being written just now. Try again as soon as Retry-After says.',
    TRY_AGAIN_SECONDS,
  );
}

/** Tells the record of readers how many reactions were handed out. */
async function* counted<Row>(pages: AsyncIterable<readonly Row[]>, visit: Visit): AsyncGenerator<readonly Row[]> {
  for await (const rows of pages) {
    visit.count(rows.length);
    yield rows;
  }
}

/** A stream is read on only as fast as the line takes it. */
function send(reply: FastifyReply, format: ExportFormat, content: string | Readable): FastifyReply {
  const { type, ending } = EXPORT_FILES[format];
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="reactions.${ending}"`)
    .send(content);
}

function languageOf({ language = 'ja' }: Query): CsvLanguage {
  const found = CSV_LANGUAGES.find((one) => one === language);
  if (!found) throw new HttpError(400, 'bad-filter', `"language" is one of ${CSV_LANGUAGES.join(', ')}.`);
  return found;
}

/** Names come along for readers who may see them, unless they want a file that they can hand on. */
function namesOf({ names = 'true' }: Query): boolean {
  if (names === 'true' || names === 'false') return names === 'true';
  throw new HttpError(400, 'bad-filter', '"names" is true or false.');
}

function afterOf({ after }: Query): Cursor | undefined {
  if (after === undefined) return undefined;
  const cursor = typeof after === 'string' ? readCursor(after) : undefined;
  if (cursor) return cursor;
  throw new HttpError(400, 'bad-filter', `"after" is what the header ${NEXT_HEADER} of the page before said.`);
}

function limitOf({ limit }: Query): number | undefined {
  if (limit === undefined) return undefined;
  const number = typeof limit === 'string' && /^\d{1,6}$/.test(limit) ? Number(limit) : 0;
  if (number >= 1 && number <= PAGE_LIMIT) return number;
  throw new HttpError(400, 'bad-filter', `"limit" is a number from 1 to ${PAGE_LIMIT}.`);
}

/** Behind a proxy the collector does not know its own scheme; the address is a name and need not answer. */
function homeOf({ query, headers }: FastifyRequest<{ Querystring: Query }>, base: string): string {
  const { home = `https://${headers.host ?? 'localhost'}${base}/` } = query;
  if (typeof home === 'string' && isWebAddress(home)) return home;
  throw new HttpError(400, 'bad-filter', '"home" is an address of your own, such as https://recruit.example.jp/.');
}
