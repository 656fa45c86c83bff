import type { FastifyInstance } from 'fastify';

import { HttpError } from './http-error.js';
import type { ReactionStore } from './reaction-store.js';

/** How long an answer of the store stands: whoever asks over and over costs it nothing. */
const KEEP_MS = 1_000;

/** `GET /health`: the process lives. `GET /ready`: it would take something now, so a balancer may send it some. */
export function addHealthRoutes(
  server: FastifyInstance,
  base: string,
  store: Pick<ReactionStore, 'checkHealth'>,
  now: () => number = () => performance.now(),
): void {
  let checked: { readonly health: Promise<void>; readonly until: number } | undefined;

  server.get(`${base}/health`, { exposeHeadRoute: false }, () => ({ status: 'ok' }));

  server.get(`${base}/ready`, { exposeHeadRoute: false }, async () => {
    if (!checked || checked.until <= now()) checked = { health: store.checkHealth(), until: now() + KEEP_MS };
    try {
      await checked.health;
    } catch (cause) {
      // Which database it is and what is wrong there is told in the log, not to anybody who asks.
      throw new HttpError(503, 'store-failed', 'The store does not take anything now. Try again soon.', 5, { cause });
    }
    return { status: 'ready' };
  });
}
