import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import { addressKey, isLoopback, isOriginAllowed } from './access/origin.js';
import { limitRate, type RateLimit } from './access/rate-limit.js';
import { findSite, type SendingSite } from './access/site.js';
import type { CollectorOptions } from './collector-options.js';
import { HttpError } from './http-error.js';

/** How much is taken, and from whom. More is put off with 429 or 503, never lost: browsers keep it and come again. */
export interface Limits {
  /** Requests of one address. Behind a proxy that is not trusted all come from one, so there it does not count. */
  readonly perAddressPerMinute: number;
  /** Requests for one site. */
  readonly perSitePerMinute: number;
  /** Batches that wait for the store. */
  readonly queue: number;
}

/** A whole campus may stand behind one address; what a site sends is bounded by what a store can take. */
export const LIMITS: Limits = { perAddressPerMinute: 3_000, perSitePerMinute: 300_000, queue: 256 };

/** What stands before the routes that pages use. */
export interface Senders {
  /** What a route has to be registered with to know whose page is asking. */
  readonly asking: RouteShorthandOptions;
  /** The same for what goes into the store. */
  readonly sending: RouteShorthandOptions;
  /** Counts a request of this address, whatever it asks for. */
  countAddress(request: FastifyRequest): void;
}

/** Where pages of sites ask. Their origins are those of the site that the key in the address names. */
const SITE_PATHS = ['/reactions', '/withdrawals', '/ways'];

const sites = new WeakMap<FastifyRequest, SendingSite>();

/** Whose page is asking. Only behind `Senders.asking` or `Senders.sending`. */
export function siteOf(request: FastifyRequest): SendingSite {
  const site = sites.get(request);
  if (!site) throw new Error('This route does not ask for the site.');
  return site;
}

export function makeSenders(options: CollectorOptions): Senders {
  const limits = { ...LIMITS, ...options.limits };
  const bySite = limitRate({ perMinute: limits.perSitePerMinute });
  const byAddress = limitRate({ perMinute: limits.perAddressPerMinute });
  let waiting = 0;

  const asking: RouteShorthandOptions = {
    exposeHeadRoute: false,
    onRequest: (request, _reply, done) => {
      const site = siteFor(request, options);
      if (!site) {
        throw new HttpError(
          403,
          'unknown-site',
          'This collector serves named sites, and this key is of none of them. Write the site’s key into the player’s address: collector="https://…?key=…".',
        );
      }
      take(bySite, site.name, 'This site sends more than the collector takes. Try again later.');
      sites.set(request, site);
      done();
    },
  };

  return {
    asking,
    sending: {
      ...asking,
      preHandler: (_request, reply, done) => {
        if (waiting >= limits.queue) {
          throw new HttpError(503, 'too-busy', 'More is waiting for the disk than can be taken. Try again soon.', 2);
        }
        waiting += 1;
        reply.raw.once('close', () => (waiting -= 1));
        done();
      },
    },
    countAddress({ ip }) {
      // What comes from the machine itself is a proxy's, and stands for everybody.
      if (options.trustProxy === undefined && isLoopback(ip)) return;
      take(byAddress, addressKey(ip), 'There are too many requests from this address. Try again later.');
    },
  };
}

function take(limit: RateLimit, key: string, sentence: string): void {
  const waitMs = limit.take(key);
  if (waitMs > 0) throw new HttpError(429, 'too-many', sentence, Math.max(1, Math.ceil(waitMs / 1_000)));
}

function siteFor({ query }: FastifyRequest, { sites: named = [], origins = [] }: CollectorOptions) {
  return findSite(named, (query as Readonly<Record<string, unknown>>)['key'], origins);
}

/**
 * Cross-origin requests, preflights too: lets pages of listed origins read the answer, and refuses strangers. A page
 * with a wrong key is told so by the route: the answer holds nothing but that.
 */
export function admitOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
  options: CollectorOptions,
): void {
  const { origin, host = '' } = request.headers;
  const path = request.url.split('?', 1)[0] ?? '';
  const isForSites = SITE_PATHS.some((one) => path === base + one);
  const origins = isForSites ? (siteFor(request, options)?.origins ?? ['*']) : (options.origins ?? []);
  reply.header('vary', 'Origin');
  if (!isOriginAllowed(origin, host, origins)) {
    throw new HttpError(
      403,
      'origin-refused',
      'Pages of this origin may not use this collector. Add the origin to the collector’s list.',
    );
  }
  if (origin !== undefined) reply.header('access-control-allow-origin', origin);
}
