import { Readable } from 'node:stream';

import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';

import { labelSchema, uuidSchema } from '../domain/schema-parts.js';
import type { AuditLog } from './access/audit-log.js';
import { visitOf, type Doors } from './doors.js';
import { HttpError } from './http-error.js';
import type { Metrics } from './metrics.js';
import type { Erased, ReactionStore } from './reaction-store.js';

const soughtSchema = v.union([
  v.strictObject({ viewing: uuidSchema }),
  v.strictObject({ reference: labelSchema }),
  v.strictObject({ name: labelSchema }),
]);

export interface AdminOptions {
  readonly store: Pick<ReactionStore, 'eraseViewing' | 'eraseViewer'>;
  readonly audit: AuditLog;
  readonly metrics: Metrics;
}

/** What only the role `admin` may: erasing on request, the record of who read what, and the metrics. */
export function addAdminRoutes(
  server: FastifyInstance,
  base: string,
  doors: Doors,
  { store, audit, metrics }: AdminOptions,
): void {
  // In a body, not in an address: a name would stand in the log of a proxy.
  server.post(`${base}/erasures`, doors.reading('admin', 'erasure'), async (request): Promise<Erased> => {
    const sought = readSought(request.body);
    const erased = 'viewing' in sought ? await store.eraseViewing(sought.viewing) : await store.eraseViewer(sought);
    visitOf(request).count(erased.reactions);
    metrics.countErased('request', erased);
    return erased;
  });

  server.get(`${base}/audit`, doors.reading('admin', 'audit'), (_request, reply) =>
    reply
      .header('content-type', 'application/x-ndjson; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.jsonl"')
      .send(Readable.from(writeLines(audit), { objectMode: false })),
  );

  server.get(`${base}/metrics`, doors.asking('admin'), async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.write()),
  );
}

function readSought(body: unknown) {
  const read = v.safeParse(soughtSchema, body);
  if (read.success) return read.output;
  throw new HttpError(
    422,
    'wrong-shape',
    'This does not say what to erase. Send one of { "viewing": id }, { "reference": number } or { "name": name }.',
  );
}

async function* writeLines(audit: AuditLog): AsyncGenerator<string> {
  for await (const entry of audit.read()) yield `${JSON.stringify(entry)}\n`;
}
