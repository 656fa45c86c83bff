import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { openFileAuditLog, type AuditEntry, type AuditLog } from '../collector/index.js';
import { instantOf } from '../domain/zoned-time.js';
import type { Surroundings } from './command.js';

/** Where the record of who read what lies in the data folder. */
export const AUDIT_FOLDER = 'audit';

export type Deed = Pick<AuditEntry, 'action' | 'route' | 'filter'>;

/**
 * Does something that has to stand in the record of who read what: a line before it, and one when it is over. Without
 * the collector's folder it is done all the same, and said that it stands nowhere.
 *
 * @param rowsOf - How many reactions were erased.
 */
export async function onRecord<Result>(
  data: string,
  deed: Deed,
  { warn }: Pick<Surroundings, 'warn'>,
  work: () => Promise<Result>,
  rowsOf?: (result: Result) => number,
): Promise<Result> {
  if (!existsSync(data)) {
    warn(`There is no folder "${data}", so this stands in no record of who did what. Say with --data where it is.`);
    return work();
  }
  const audit = openFileAuditLog(join(data, AUDIT_FOLDER));
  try {
    return await record(audit, deed, work, rowsOf);
  } finally {
    await audit.close();
  }
}

async function record<Result>(
  audit: AuditLog,
  deed: Deed,
  work: () => Promise<Result>,
  rowsOf: ((result: Result) => number) | undefined,
): Promise<Result> {
  const request = randomUUID();
  const add = (more: Pick<AuditEntry, 'outcome' | 'rows'>) =>
    audit.add({ at: instantOf(Date.now()), request, reader: '(command line)', role: 'admin', ...deed, ...more });
  await add({ outcome: 'begun' });
  try {
    const result = await work();
    await add({ outcome: 'done', ...(rowsOf && { rows: rowsOf(result) }) });
    return result;
  } catch (cause) {
    await add({ outcome: 'broken-off' });
    throw cause;
  }
}
