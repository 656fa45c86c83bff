import type { FastifyInstance } from 'fastify';

import { topicsOf } from '../domain/graph.js';
import { labelGraphs, type Labels } from '../domain/labels.js';
import { beginReport } from '../domain/make-report.js';
import type { Report } from '../domain/report.js';
import { DEFAULT_TIME_ZONE } from '../domain/zoned-time.js';
import { mayDo } from './access/reader.js';
import type { CollectorOptions } from './collector-options.js';
import { visitOf, type Doors } from './doors.js';
import { addExportRoutes } from './export-routes.js';
import { readingFilterOf, type Query } from './read-filter.js';
import { readAll } from './reaction-store.js';

/** Everything that a reader reads: the files, the report, and which graphs there are. */
export function addReadRoutes(server: FastifyInstance, base: string, doors: Doors, options: CollectorOptions): void {
  const { store, graphs = [], timeZone = DEFAULT_TIME_ZONE, minimum } = options;
  const labels = labelGraphs(graphs);
  addExportRoutes(server, doors.reading('names', 'export'), { store, labels, timeZone, base });

  server.get<{ Querystring: Query }>(
    `${base}/report`,
    doors.reading('aggregate', 'report'),
    async (request): Promise<Report> => {
      const filter = readingFilterOf(request.query, timeZone);
      const fold = beginReport({ labels, filter, minimum });
      // The whole graph, whatever the period: groups are formed over all that arrived.
      const names = mayDo(visitOf(request).reader.role, 'names');
      const whole = { names, ...(filter.graph !== undefined && { graph: filter.graph }) };
      for await (const rows of readAll(store, whole)) rows.forEach((row) => fold.add(row));
      return fold.finish();
    },
  );

  server.get<{ Querystring: Query }>(`${base}/graphs`, doors.reading('aggregate', 'graphs'), async () => {
    const ids = [...new Set([...labels.graphs.keys(), ...(await store.listGraphs())])];
    return { graphs: ids.map((id) => summaryOf(id, labels)) };
  });
}

function summaryOf(id: string, labels: Labels) {
  const graph = labels.graphs.get(id);
  return { id, title: labels.graph(id), language: graph?.language, topics: graph ? topicsOf(graph) : [] };
}
