import type { Server } from 'node:http';

import type { FastifyInstance } from 'fastify';

import { FollowupError } from '../domain/error.js';
import { isTimeZone } from '../domain/zoned-time.js';
import { countFailures } from './access/failures.js';
import { openMemoryAuditLog } from './access/memory-audit-log.js';
import { hashToken, type ReaderBook } from './access/reader.js';
import { openSessions } from './access/sessions.js';
import { addAdminRoutes } from './admin-routes.js';
import type { CollectorOptions } from './collector-options.js';
import { makeDoors, type DoorOptions } from './doors.js';
import { addDataRoute } from './data-route.js';
import { addErrorAnswers } from './error-answers.js';
import { addHealthRoutes } from './health-routes.js';
import { listen, makeServer, normalBase } from './make-server.js';
import { makeMetrics, serveMetrics, type Metrics } from './metrics.js';
import { addPages } from './pages.js';
import { dataHeaders } from './plain-answers.js';
import { addReadRoutes } from './read-routes.js';
import { addReceiveRoute, parseBodiesAsJson } from './receive-route.js';
import { startRetention } from './retention.js';
import { makeSenders } from './senders.js';
import { addServerHooks } from './server-hooks.js';
import { addSessionRoutes } from './session-routes.js';
import { addWaysRoute } from './ways-route.js';
import { addWithdrawRoute } from './withdraw-route.js';

/** A collector at work. */
export interface Collector {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:4180`. */
  readonly address: string;
  /** Stops listening, finishes what it took, and closes the store. */
  close(): Promise<void>;
}

/** After this long, whoever still downloads is cut off, so that a stop is a stop. */
const CLOSE_WITHIN_MS = 10_000;
const AUDIT_DAYS = 365;

/** Starts a collector, and resolves once it listens. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const { host = '127.0.0.1', port = 4180, pages = [], timeZone, metricsPort, log } = options;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new FollowupError('bad-option', `"${timeZone}" is no time zone. Write one such as "Asia/Tokyo".`);
  }
  const base = normalBase(options.base);
  const server = makeServer(options);
  const parts = { metrics: makeMetrics(server), entrance: makeEntrance(options, base) };
  let closed: Promise<void> | undefined;
  parseBodiesAsJson(server);
  addServerHooks(server, base, options, () => closed !== undefined);
  addErrorAnswers(server, base, options);
  await addRoutes(server, base, options, parts);
  await addPages(server, pages);

  const beside = metricsPort === undefined ? undefined : await serveMetrics(parts.metrics, metricsPort);
  const address = await listen(server, host, port).catch((cause: unknown) => {
    beside?.close();
    throw cause;
  });
  const stopRetention = startRetention(retentionOf(options, parts));
  log?.({ level: 'info', event: 'started', message: address });
  return {
    address,
    close() {
      closed ??= closeAll(server, beside, options, parts.entrance, stopRetention);
      return closed;
    },
  };
}

interface Parts {
  readonly metrics: Metrics;
  readonly entrance: DoorOptions;
}

/** Who may come in, and how that is remembered. */
function makeEntrance(options: CollectorOptions, base: string): DoorOptions {
  const { readerToken, readers, audit = openMemoryAuditLog(), now = () => new Date(), log } = options;
  const first = readerToken
    ? [{ name: 'reader-token', role: 'admin' as const, tokenHash: hashToken(readerToken) }]
    : [];
  const book: ReaderBook = { list: () => [...first, ...(readers?.list() ?? [])] };
  return { book, sessions: openSessions(book), failures: countFailures(), audit, base, now, log };
}

async function addRoutes(
  server: FastifyInstance,
  base: string,
  options: CollectorOptions,
  { metrics, entrance }: Parts,
): Promise<void> {
  const { store } = options;
  const doors = makeDoors(entrance);
  const senders = makeSenders(options);
  // Whoever watches over the collector has to hear from it when it is busiest.
  const uncounted = [`${base}/health`, `${base}/ready`];

  await server.register((api, _options, done) => {
    api.addHook('onRequest', (request, reply, next) => {
      reply.headers(dataHeaders);
      if (!uncounted.includes(request.routeOptions.url ?? '')) senders.countAddress(request);
      next();
    });
    addHealthRoutes(api, base, store);
    addReceiveRoute(api, `${base}/reactions`, senders, store, metrics);
    addWithdrawRoute(api, `${base}/withdrawals`, senders, store, metrics);
    addWaysRoute(api, `${base}/ways`, senders, options);
    addSessionRoutes(api, `${base}/session`, doors, entrance);
    addReadRoutes(api, base, doors, options);
    addDataRoute(api, base, options.graphs);
    addAdminRoutes(api, base, doors, { store, audit: entrance.audit, metrics });
    done();
  });
}

function retentionOf(options: CollectorOptions, { metrics, entrance: { audit, now } }: Parts) {
  const { store, graphs = [], retentionDays, auditDays = AUDIT_DAYS, log } = options;
  const onErased = metrics.countErased.bind(metrics, 'retention');
  return { store, graphs, retentionDays, audit, auditDays, now, log, onErased };
}

async function closeAll(
  server: FastifyInstance,
  beside: Server | undefined,
  { store, log }: CollectorOptions,
  { audit }: DoorOptions,
  stopRetention: () => Promise<void>,
): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), CLOSE_WITHIN_MS);
  beside?.close();
  beside?.closeAllConnections();
  await server.close();
  clearTimeout(cut);
  await stopRetention();
  await audit.close();
  await store.close();
  log?.({ level: 'info', event: 'stopped' });
}
