import type { FastifyInstance } from 'fastify';

import type { CollectorOptions } from './collector-options.js';
import { HttpError } from './http-error.js';
import { secureHeaders } from './plain-answers.js';
import { admitOrigin } from './senders.js';

/** Does what every request has in common: headers, origins, a line of log, and no more requests while closing. */
export function addServerHooks(
  server: FastifyInstance,
  base: string,
  options: CollectorOptions,
  isClosing: () => boolean,
): void {
  const { log } = options;
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(secureHeaders);
    if (isClosing()) {
      throw new HttpError(503, 'closing', 'The collector is being stopped. Try again in a moment.', 5);
    }
    admitOrigin(request, reply, base, options);
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
