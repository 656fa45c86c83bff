import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';

import type { GraphId } from '../domain/graph.js';
import { boundMinimum } from '../domain/make-report.js';
import { idSchema } from '../domain/schema-parts.js';
import type { CollectorOptions } from './collector-options.js';
import { HttpError } from './http-error.js';
import { DEFAULT_SITE, type SiteId } from './reaction-store.js';
import { siteOf, type Senders } from './senders.js';
import { showWays, type ShownWays } from './ways.js';

/** How long a count stands. Whoever asks again within it costs the database nothing. */
const KEEP_MS = 60_000;
/** Most graphs that are counted within that time, beside those whose documents the collector was given. */
const STRANGE_GRAPHS = 100;

type CountingOptions = Pick<CollectorOptions, 'store' | 'graphs' | 'minimum'>;

/** `GET /ways`: which ways earlier viewers took, for players that make the next clips ready. */
export function addWaysRoute(
  server: FastifyInstance,
  path: string,
  { asking }: Senders,
  options: CountingOptions,
): void {
  const countWays = makeWayCounter(options);
  server.get<{ Querystring: { graph?: unknown } }>(path, asking, async (request, reply) => {
    const { graph } = request.query;
    if (!v.is(idSchema, graph)) throw new HttpError(400, 'bad-filter', '"graph" is the id of one graph, and needed.');
    const { name, graphs } = siteOf(request);
    // Of a graph that the site does not play there is nothing to tell.
    const ways = graphs && !graphs.includes(graph) ? {} : await countWays(graph, name);
    reply.header('cache-control', 'public, max-age=300');
    return { graph, ways };
  });
}

/** Counts each graph once a minute at most, however many ask and however many graphs they make up. */
export function makeWayCounter(
  { store, graphs = [], minimum }: CountingOptions,
  now: () => number = () => performance.now(),
): (graph: GraphId, site?: SiteId) => Promise<ShownWays> {
  const { group } = boundMinimum(minimum);
  const known = new Set(graphs.map(({ id }) => id));
  const counted = new Map<
    string,
    { readonly isKnown: boolean; readonly ways: Promise<ShownWays>; readonly until: number }
  >();

  return (graph, site = DEFAULT_SITE) => {
    for (const [key, { until }] of counted) if (until <= now()) counted.delete(key);
    const key = JSON.stringify([site, graph]);
    const earlier = counted.get(key);
    if (earlier) return earlier.ways;
    const isKnown = known.has(graph);
    const strange = [...counted.values()].filter((count) => !count.isKnown).length;
    if (!isKnown && strange >= STRANGE_GRAPHS) {
      throw new HttpError(503, 'too-busy', 'Too many graphs are asked about. Try again in a minute.', 60);
    }
    // A count that failed stands as well: a database in trouble is not asked over and over.
    const ways = store.countWays(graph, site).then((counts) => showWays(counts, group));
    counted.set(key, { isKnown, ways, until: now() + KEEP_MS });
    return ways;
  };
}
