import type { FastifyInstance } from 'fastify';

import { DATA_PAGE_CSS, writeDataPage } from '../domain/data-page.js';
import type { DataLanguage } from '../domain/data-words.js';
import type { Graph } from '../domain/graph.js';

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** `GET /data`: what is sent to whom, for every viewer to read. Pages link to it. */
export function addDataRoute(server: FastifyInstance, base: string, graphs: readonly Graph[] = []): void {
  // A route for each address, for the answer is the same for everybody and nothing of the request gets into it.
  const pages: Readonly<Record<DataLanguage, string>> = {
    ja: writeDataPage({ language: 'ja', graphs, other: 'data?language=en' }),
    en: writeDataPage({ language: 'en', graphs, other: 'data' }),
  };
  server.get<{ Querystring: { language?: unknown } }>(`${base}/data`, { exposeHeadRoute: false }, ({ query }, reply) =>
    reply
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(pages[query.language === 'en' ? 'en' : 'ja']),
  );
  server.get(`${base}/data.css`, { exposeHeadRoute: false }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(DATA_PAGE_CSS),
  );
}
