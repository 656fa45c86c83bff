import { randomUUID } from 'node:crypto';

import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import type { AuditAction, AuditEntry, AuditLog } from './access/audit-log.js';
import type { Failures } from './access/failures.js';
import { findReader, mayDo, nameAccount, type Reader, type ReaderBook, type Role } from './access/reader.js';
import { readSessionCookie } from './access/session-cookie.js';
import type { Sessions } from './access/sessions.js';
import { addressKey, isOwnOrigin } from './access/origin.js';
import { HttpError } from './http-error.js';
import type { LogEntry } from './log-entry.js';

/** A reader's request, from the door to the last byte. */
export interface Visit {
  readonly reader: Reader;
  readonly action: AuditAction;
  /** Tells the record how many reactions were handed out or erased. May be said again and again. */
  count(rows: number): void;
}

/** The doors before everything that is read. */
export interface Doors {
  /**
   * What a route has to be registered with, so that nobody below the role comes in, and whoever does stands in the
   * record before anything is handed out.
   */
  reading(needed: Role, action: AuditAction): RouteShorthandOptions;
  /** The same for what tells nothing of anybody: it stands in no record, which a monitoring system would flood. */
  asking(needed: Role): RouteShorthandOptions;
  /** Whose token this is. Throws at whoever guesses, and lets them wait. */
  recognise(token: string, request: FastifyRequest): Reader;
  /** Writes one line about something that has no route of its own to be read. */
  record(entry: Pick<AuditEntry, 'action' | 'outcome' | 'route'> & Partial<AuditEntry>): Promise<void>;
}

export interface DoorOptions {
  readonly book: ReaderBook;
  readonly sessions: Sessions;
  readonly failures: Failures;
  readonly audit: AuditLog;
  readonly base: string;
  readonly now: () => Date;
  readonly log?: ((entry: LogEntry) => void) | undefined;
}

interface OpenVisit extends Visit {
  readonly request: string;
  readonly route: string;
  rows: number | undefined;
}

const visits = new WeakMap<FastifyRequest, OpenVisit>();

/** Who is reading. Only behind a door of `Doors.reading`. */
export function visitOf(request: FastifyRequest): Visit {
  const visit = visits.get(request);
  if (!visit) throw new Error('This route has no door before it.');
  return visit;
}

export function makeDoors(options: DoorOptions): Doors {
  const { audit, now, log } = options;
  const recognise: Doors['recognise'] = (token, request) => recogniseToken(token, request, options);
  const record: Doors['record'] = (entry) =>
    audit.add({
      request: randomUUID(),
      reader: '(nobody)',
      role: 'none',
      ...entry,
      at: `${now().toISOString().slice(0, 19)}Z`,
    });

  /** Whatever became of it: the line may be cut, and then no answer is ever finished. */
  const end = (visit: OpenVisit, reply: FastifyReply): void => {
    const whole = reply.raw.writableFinished;
    const outcome = whole ? (reply.statusCode < 400 ? 'done' : 'refused') : 'broken-off';
    record(lineOf(visit, outcome)).catch((cause: unknown) => {
      log?.({ level: 'error', event: 'fault', message: cause instanceof Error ? cause.message : String(cause) });
    });
  };

  return {
    recognise,
    record,
    asking: (needed) => ({
      exposeHeadRoute: false,
      onRequest: (request, _reply, done) => {
        requireRole(admit(request, options), needed);
        done();
      },
    }),
    reading: (needed, action) => ({
      exposeHeadRoute: false,
      onRequest: (request, _reply, done) => {
        const reader = admit(request, options);
        requireRole(reader, needed);
        visits.set(request, openVisit(reader, action, request));
        done();
      },
      preHandler: async (request, reply) => {
        const visit = visits.get(request);
        if (!visit) return;
        const filter = tellFilter(request.query);
        await record({ ...lineOf(visit, 'begun'), ...(filter && { filter }) });
        reply.raw.once('close', () => end(visit, reply));
      },
    }),
  };
}

function openVisit(reader: Reader, action: AuditAction, request: FastifyRequest): OpenVisit {
  const visit: OpenVisit = {
    reader,
    action,
    request: randomUUID(),
    route: request.routeOptions.url ?? '(none)',
    rows: undefined,
    count: (rows) => {
      visit.rows = (visit.rows ?? 0) + rows;
    },
  };
  return visit;
}

function lineOf({ reader, action, request, route, rows }: OpenVisit, outcome: AuditEntry['outcome']) {
  return {
    request,
    reader: reader.name,
    role: reader.role,
    action,
    route,
    outcome,
    ...(rows !== undefined && { rows }),
  };
}

function admit(request: FastifyRequest, options: DoorOptions): Reader {
  const { book, sessions, base } = options;
  if (book.list().length === 0) {
    throw new HttpError(
      403,
      'reading-off',
      'This collector has no reading token, so nothing can be read. Start it with one.',
    );
  }
  const { authorization, cookie } = request.headers;
  const token = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined) return recogniseToken(token, request, options);
  const secret = readSessionCookie(cookie, { base, secure: request.protocol === 'https' });
  if (secret === undefined) {
    throw new HttpError(401, 'no-token', 'Reading needs a token. Send it as "Authorization: Bearer …".');
  }
  requireOwnPage(request);
  const reader = sessions.find(secret);
  if (reader) return reader;
  throw new HttpError(401, 'session-over', 'This session is over. Sign in again.');
}

function requireRole({ role }: Reader, needed: Role): void {
  if (mayDo(role, needed)) return;
  throw new HttpError(
    403,
    'role-too-low',
    `This needs a token of the role "${needed}", and this one has "${role}". Ask whoever runs the collector.`,
  );
}

/** A cookie goes along by itself, so only the collector's own pages may use it. */
export function requireOwnPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const { origin, host = '' } = headers;
  const isOwn = origin === undefined || isOwnOrigin(origin, host);
  if (isOwn && (site === undefined || site === 'same-origin' || site === 'none')) return;
  throw new HttpError(403, 'origin-refused', 'Only a page of the collector’s own may use a session.');
}

function recogniseToken(token: string, request: FastifyRequest, { book, failures }: DoorOptions): Reader {
  const readers = book.list();
  const account = nameAccount(readers, token);
  const keys = [`address ${addressKey(request.ip)}`, ...(account === undefined ? [] : [`account ${account}`])];
  const waitMs = Math.max(...keys.map((key) => failures.waitMs(key)));
  if (waitMs > 0) {
    throw new HttpError(
      429,
      'too-many-tries',
      'There were too many wrong tokens. Wait as long as Retry-After says.',
      Math.ceil(waitMs / 1_000),
    );
  }
  const reader = findReader(readers, token);
  keys.forEach((key) => (reader ? failures.forget(key) : failures.add(key)));
  if (reader) return reader;
  throw new HttpError(401, 'wrong-token', 'This is not a reading token of this collector.');
}

const FILTERS = ['graph', 'since', 'until', 'topic', 'language', 'format', 'names', 'after', 'limit', 'viewing'];

/** Only ids and times: a slip of the pen may hold a name, and the record outlives it. */
function tellFilter(query: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof query !== 'object' || query === null) return undefined;
  const told = Object.entries(query).filter(
    (pair): pair is [string, string] =>
      FILTERS.includes(pair[0]) && typeof pair[1] === 'string' && /^[\w.:+-]{1,200}$/.test(pair[1]),
  );
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}
