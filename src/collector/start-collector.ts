import fastify, { type FastifyInstance } from 'fastify';

import { FollowupError } from '../domain/error.js';
import { isTimeZone } from '../domain/zoned-time.js';
import { countFailures } from './access/failures.js';
import { openMemoryAuditLog } from './access/memory-audit-log.js';
import { hashToken, type ReaderBook } from './access/reader.js';
import { openSessions } from './access/sessions.js';
import { addErrorAnswers, answerError } from './error-answers.js';
import { BODY_BYTES, type CollectorOptions } from './collector-options.js';
import { makeDoors, type DoorOptions } from './doors.js';
import { toHttpError } from './http-error.js';
import { addPages } from './pages.js';
import { answerClientError, dataHeaders } from './plain-answers.js';
import { addReadRoutes } from './read-routes.js';
import { addReceiveRoute, parseBodiesAsJson } from './receive-route.js';
import { addServerHooks } from './server-hooks.js';
import { addSessionRoutes } from './session-routes.js';
import { makeSenders } from './senders.js';
import { addWithdrawRoute } from './withdraw-route.js';
import { addWaysRoute } from './ways-route.js';

/** A collector at work. */
export interface Collector {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:4180`. */
  readonly address: string;
  /** Stops listening, finishes what it took, and closes the store. */
  close(): Promise<void>;
}

/** After this long, whoever still downloads is cut off, so that a stop is a stop. */
const CLOSE_WITHIN_MS = 10_000;

/** Starts a collector, and resolves once it listens. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const { store, host = '127.0.0.1', port = 4180, pages = [], timeZone } = options;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new FollowupError('bad-option', `"${timeZone}" is no time zone. Write one such as "Asia/Tokyo".`);
  }
  const base = normalBase(options.base);
  const server = makeServer(options);
  const doorOptions = makeDoorOptions(options, base);
  const doors = makeDoors(doorOptions);
  const senders = makeSenders(options);
  let closed: Promise<void> | undefined;
  parseBodiesAsJson(server);
  addServerHooks(server, base, options, () => closed !== undefined);
  addErrorAnswers(server, base, options);

  await server.register((api, _options, done) => {
    api.addHook('onRequest', (request, reply, next) => {
      reply.headers(dataHeaders);
      if (request.routeOptions.url !== `${base}/health`) senders.countAddress(request);
      next();
    });
    api.get(`${base}/health`, { exposeHeadRoute: false }, () => ({ status: 'ok' }));
    addReceiveRoute(api, `${base}/reactions`, senders, store);
    addWithdrawRoute(api, `${base}/withdrawals`, senders, store);
    addWaysRoute(api, `${base}/ways`, senders, options);
    addSessionRoutes(api, `${base}/session`, doors, doorOptions);
    addReadRoutes(api, base, doors, options);
    done();
  });
  await addPages(server, pages);

  const address = await listen(server, host, port);
  options.log?.({ level: 'info', event: 'started', message: address });
  return {
    address,
    close() {
      closed ??= closeAll(server, options, doorOptions);
      return closed;
    },
  };
}

async function closeAll(
  server: FastifyInstance,
  { store, log }: CollectorOptions,
  { audit }: DoorOptions,
): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), CLOSE_WITHIN_MS);
  await server.close();
  clearTimeout(cut);
  await audit.close();
  await store.close();
  log?.({ level: 'info', event: 'stopped' });
}

function makeDoorOptions({ readerToken, readers, audit, log }: CollectorOptions, base: string): DoorOptions {
  const first = readerToken
    ? [{ name: 'reader-token', role: 'admin' as const, tokenHash: hashToken(readerToken) }]
    : [];
  const book: ReaderBook = { list: () => [...first, ...(readers?.list() ?? [])] };
  return {
    book,
    sessions: openSessions(book),
    failures: countFailures(),
    audit: audit ?? openMemoryAuditLog(),
    base,
    now: () => new Date(),
    log,
  };
}

/** Everything that could grow is bounded: connections, headers, bodies, and how long each may take. */
function makeServer({ connections = 1_000, trustProxy }: CollectorOptions): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: 30_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    trustProxy: trustProxy ?? false,
    http: { maxHeaderSize: 16_384, headersTimeout: 15_000 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) => void answerError(reply, toHttpError(error)),
  });
  server.server.maxConnections = connections;
  return server;
}

/** `/collector`, however it was written; nothing for the root. */
function normalBase(base = ''): string {
  const path = base.split('/').filter(Boolean).join('/');
  return path && `/${path}`;
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw cause;
    throw new FollowupError('port-taken', `Port ${port} is in use. Stop what uses it, or choose another one.`, {
      cause,
    });
  }
}
