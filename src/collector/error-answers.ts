import type { FastifyInstance, FastifyReply } from 'fastify';

import { EXPORT_FILES, EXPORT_FORMATS } from '../domain/export-format.js';
import type { CollectorOptions } from './collector-options.js';
import { HttpError, toHttpError } from './http-error.js';
import { dataHeaders } from './plain-answers.js';

const METHODS: Readonly<Record<string, string>> = {
  '/reactions': 'POST',
  '/withdrawals': 'POST',
  '/session': 'GET, POST, DELETE',
  ...Object.fromEntries(EXPORT_FORMATS.map((format) => [`/reactions.${EXPORT_FILES[format].ending}`, 'GET'])),
  '/reactions.columns.json': 'GET',
  '/data': 'GET',
  '/data.css': 'GET',
  '/report': 'GET',
  '/graphs': 'GET',
  '/ways': 'GET',
  '/erasures': 'POST',
  '/audit': 'GET',
  '/metrics': 'GET',
  '/health': 'GET',
  '/ready': 'GET',
};

/** Answers what has no route, what goes wrong in one, and the preflights before one. */
export function addErrorAnswers(server: FastifyInstance, base: string, { log }: CollectorOptions): void {
  server.setErrorHandler((thrown, request, reply) => {
    const error = toHttpError(thrown);
    if (error.status >= 500 && error.status !== 503) {
      const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      log?.({ level: 'error', event: 'fault', route: request.routeOptions.url ?? '(none)', message });
    }
    const code = causeCode(thrown);
    if (error.status === 503 && code !== undefined) {
      log?.({
        level: 'error',
        event: 'fault',
        route: request.routeOptions.url ?? '(none)',
        code,
        message: error.message,
      });
    }
    return answerError(reply, error);
  });
  server.options(`${base}/*`, (_request, reply) =>
    reply
      .header('access-control-allow-methods', 'GET, POST, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '600')
      .code(204)
      .send(),
  );
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const below = path.startsWith(`${base}/`) ? path.slice(base.length) : '';
    const allowed = Object.hasOwn(METHODS, below) ? METHODS[below] : undefined;
    if (!allowed) return answerError(reply, new HttpError(404, 'not-found', 'There is nothing at this address.'));
    reply.header('allow', `${allowed}, OPTIONS`);
    return answerError(reply, new HttpError(405, 'wrong-method', `This address takes ${allowed} only.`));
  });
}

/** Writes an error as every error is written: `{ error, message }`. */
export function answerError(
  reply: FastifyReply,
  { status, code, message, retryAfterSeconds }: HttpError,
): FastifyReply {
  reply.headers(dataHeaders);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).type('application/json; charset=utf-8').send({ error: code, message });
}

/**
 * What lies at the bottom of a fault, such as `SQLITE_FULL` or `ECONNREFUSED`. Only the code: a database's own sentence
 * may repeat what was sent.
 */
function causeCode(thrown: unknown): string | undefined {
  let code: string | undefined;
  for (let cause = thrown; cause instanceof Error; { cause } = cause) {
    if (cause !== thrown && 'code' in cause && typeof cause.code === 'string') code = cause.code;
  }
  return code;
}
