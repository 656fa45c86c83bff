import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { FollowupError } from '../domain/error.js';
import { isTimeZone } from '../domain/zoned-time.js';
import { isOriginAllowed, makeReaderGate } from './access.js';
import { BODY_BYTES, type CollectorOptions } from './collector-options.js';
import { HttpError, toHttpError } from './http-error.js';
import { addPages } from './pages.js';
import { answerClientError, dataHeaders, secureHeaders } from './plain-answers.js';
import { addReadRoutes } from './read-routes.js';
import { addReceiveRoute, parseBodiesAsJson } from './receive-route.js';

/** A collector at work. */
export interface Collector {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:4180`. */
  readonly address: string;
  /** Stops listening, finishes what it took, and closes the store. */
  close(): Promise<void>;
}

const READ_PATHS = ['/reactions.csv', '/reactions.jsonl', '/report', '/graphs', '/health'];
/** After this long, whoever still downloads is cut off, so that a stop is a stop. */
const CLOSE_WITHIN_MS = 10_000;

/** Starts a collector, and resolves once it listens. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const { store, host = '127.0.0.1', port = 4180, readerToken, pages = [], timeZone } = options;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new FollowupError('bad-option', `"${timeZone}" is no time zone. Write one such as "Asia/Tokyo".`);
  }
  const base = normalBase(options.base);
  const server = makeServer(options.connections ?? 1_000);
  const state = { closing: false };
  parseBodiesAsJson(server);
  addHooks(server, options, state);
  addAnswersToErrors(server, base, options);

  await server.register((api, _options, done) => {
    api.addHook('onRequest', (_request, reply, next) => {
      reply.headers(dataHeaders);
      next();
    });
    api.get(`${base}/health`, { exposeHeadRoute: false }, () => ({ status: 'ok' }));
    addReceiveRoute(api, `${base}/reactions`, store);
    addReadRoutes(api, base, makeReaderGate(readerToken), options);
    done();
  });
  await addPages(server, pages);

  const address = await listen(server, host, port);
  options.log?.({ level: 'info', event: 'started', message: address });
  return {
    address,
    async close() {
      if (state.closing) return;
      state.closing = true;
      const cut = setTimeout(() => server.server.closeAllConnections(), CLOSE_WITHIN_MS);
      await server.close();
      clearTimeout(cut);
      await store.close();
      options.log?.({ level: 'info', event: 'stopped' });
    },
  };
}

/** Everything that could grow is bounded: connections, headers, bodies, and how long each may take. */
function makeServer(connections: number): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: 30_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    http: { maxHeaderSize: 16_384, headersTimeout: 15_000 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) => void answerError(reply, toHttpError(error)),
  });
  server.server.maxConnections = connections;
  return server;
}

function addHooks(server: FastifyInstance, options: CollectorOptions, state: { readonly closing: boolean }): void {
  const { origins = [], log } = options;
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(secureHeaders);
    if (state.closing) {
      reply.header('connection', 'close');
      throw new HttpError(503, 'closing', 'The collector is being stopped. Try again in a moment.', 5);
    }
    admitOrigin(request, reply, origins);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status } = reply;
    log?.({
      level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
      event: 'request',
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

/** Cross-origin requests: a preflight is answered here, a stranger is refused here. */
function admitOrigin(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): void {
  const { origin } = request.headers;
  reply.header('vary', 'Origin');
  if (!isOriginAllowed(origin, request.headers.host ?? '', origins)) {
    throw new HttpError(
      403,
      'origin-refused',
      'Pages of this origin may not use this collector. Add the origin to the collector’s list.',
    );
  }
  if (origin !== undefined) reply.header('access-control-allow-origin', origin);
}

function addAnswersToErrors(server: FastifyInstance, base: string, { log }: CollectorOptions): void {
  server.setErrorHandler((thrown, request, reply) => {
    const error = toHttpError(thrown);
    if (error.status >= 500 && error.status !== 503) {
      const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      log?.({ level: 'error', event: 'fault', route: request.routeOptions.url ?? '(none)', message });
    }
    return answerError(reply, error);
  });
  server.options(`${base}/*`, (_request, reply) =>
    reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '600')
      .code(204)
      .send(),
  );
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = path === `${base}/reactions` ? 'POST' : READ_PATHS.some((one) => path === base + one) ? 'GET' : '';
    if (!allowed) return answerError(reply, new HttpError(404, 'not-found', 'There is nothing at this address.'));
    reply.header('allow', `${allowed}, OPTIONS`);
    return answerError(reply, new HttpError(405, 'wrong-method', `This address takes ${allowed} only.`));
  });
}

function answerError(reply: FastifyReply, { status, code, message, retryAfterSeconds }: HttpError): FastifyReply {
  reply.headers(dataHeaders);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).type('application/json; charset=utf-8').send({ error: code, message });
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
