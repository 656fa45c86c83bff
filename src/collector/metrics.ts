import { createServer, type Server } from 'node:http';

import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

import { FollowupError } from '../domain/error.js';
import type { BatchReceipt } from '../domain/reaction.js';
import type { WithdrawalReceipt } from '../domain/withdrawal.js';
import type { Erased } from './reaction-store.js';

/** What a monitoring system counts. Routes, statuses and numbers: nobody can be told from them. */
export interface Metrics {
  readonly contentType: string;
  countBatch(receipt: BatchReceipt): void;
  countWithdrawals(receipt: WithdrawalReceipt): void;
  countErased(why: 'retention' | 'request', erased: Erased): void;
  /** In Prometheus' text format. */
  write(): Promise<string>;
}

/** Seconds. A batch that waits for the disk takes some milliseconds, an export minutes. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** Counts every request of the server, and what came of it. */
export function makeMetrics(server: FastifyInstance): Metrics {
  const registry = new Registry();
  let isProcessWatched = false;
  const registers = [registry];
  const requests = new Histogram({
    name: 'followup_request_seconds',
    help: 'How long requests took, by route, method and status.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: BUCKETS,
    registers,
  });
  const reactions = new Counter({
    name: 'followup_reactions_total',
    help: 'Reactions that arrived: stored, known already, or refused.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const withdrawals = new Counter({
    name: 'followup_withdrawals_total',
    help: 'Withdrawals by viewers: done or refused.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const erased = new Counter({
    name: 'followup_erased_reactions_total',
    help: 'Reactions that were deleted because their time was over, or on request.',
    labelNames: ['why'] as const,
    registers,
  });

  server.addHook('onResponse', (request, { statusCode, elapsedTime }, done) => {
    const route = request.routeOptions.url ?? '(none)';
    requests.observe({ route, method: request.method, status: String(statusCode) }, elapsedTime / 1_000);
    done();
  });

  return {
    contentType: registry.contentType,
    countBatch({ stored, known, refused }) {
      reactions.inc({ outcome: 'stored' }, stored.length);
      reactions.inc({ outcome: 'known' }, known.length);
      reactions.inc({ outcome: 'refused' }, refused.length);
    },
    countWithdrawals({ done, refused }) {
      withdrawals.inc({ outcome: 'done' }, done.length);
      withdrawals.inc({ outcome: 'refused' }, refused.length);
    },
    countErased: (why, { reactions: count }) => erased.inc({ why }, count),
    write() {
      // Watching the process costs a little, so it begins when somebody looks.
      if (!isProcessWatched) collectDefaultMetrics({ register: registry });
      isProcessWatched = true;
      return registry.metrics();
    },
  };
}

/** Serves the metrics on a port that only the machine itself reaches, for a monitoring system without a token. */
export async function serveMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    // A page in a browser on this machine could ask too, under another name for it.
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '')) {
      response.writeHead(403).end();
      return;
    }
    metrics.write().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new FollowupError('port-taken', `Port ${port}, for the metrics, cannot be used. Choose another.`, { cause }),
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
