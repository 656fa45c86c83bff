import type { Socket } from 'node:net';

import fastify, { type FastifyInstance } from 'fastify';

import { FollowupError } from '../domain/error.js';
import { BODY_BYTES, type CollectorOptions } from './collector-options.js';
import { answerError } from './error-answers.js';
import { toHttpError } from './http-error.js';
import { answerClientError } from './plain-answers.js';

/** Everything that could grow is bounded: connections, headers, bodies, and how long each may take. */
export function makeServer({ connections = 1_000, trustProxy }: CollectorOptions): FastifyInstance {
  try {
    return makeBoundedServer(connections, trustProxy);
  } catch (cause) {
    if (!(cause instanceof TypeError) || trustProxy === undefined) throw cause;
    throw new FollowupError(
      'bad-option',
      `"${trustProxy}" is no proxy that can be trusted. Write loopback, or addresses and networks such as 10.0.0.0/8, parted by commas.`,
      { cause },
    );
  }
}

function makeBoundedServer(connections: number, trustProxy: string | undefined): FastifyInstance {
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
  closeUnused(server);
  return server;
}

/**
 * Lets go of connections on which nothing was asked yet when the server is closed. Browsers open them in advance, and
 * to Node they are not idle: a close would wait for them.
 */
function closeUnused(server: FastifyInstance): void {
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.addHook('preClose', (done) => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
}

/** Resolves to where the server listens once it does. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
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

/** `/collector`, however it was written; nothing for the root. */
export function normalBase(base = ''): string {
  const path = base.split('/').filter(Boolean).join('/');
  return path && `/${path}`;
}
