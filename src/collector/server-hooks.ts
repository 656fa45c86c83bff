import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { isOriginAllowed } from './access/origin.js';
import type { CollectorOptions } from './collector-options.js';
import { HttpError } from './http-error.js';
import { secureHeaders } from './plain-answers.js';

/** Does what every request has in common: headers, origins, a line of log, and no more requests while closing. */
export function addServerHooks(
  server: FastifyInstance,
  { origins = [], log }: CollectorOptions,
  isClosing: () => boolean,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(secureHeaders);
    if (isClosing()) {
      throw new HttpError(503, 'closing', 'The collector is being stopped. Try again in a moment.', 5);
    }
    admitOrigin(request, reply, origins);
    done();
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    // Else a connection that was at work when the close began would be kept alive, and the close would wait for it.
    if (isClosing()) reply.header('connection', 'close');
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
