import type pg from 'pg';

import type { ViewingId } from '../domain/reaction.js';
import { holdEverything } from './postgres-locks.js';
import { listPartitions, type Partition } from './postgres-partitions.js';
import { asStoreFailure, inTransaction } from './postgres-pool.js';
import { latestOf, type Erased, type Expiry } from './reaction-store.js';

/** What is gone, and the tables in whose files it still stands. */
export interface Expired {
  readonly erased: Erased;
  readonly thinned: readonly string[];
}

/** Viewings, names and codes are deleted this many at a time: batches wait meanwhile. */
const CHUNK = 2_000;

const REST = 'reactions_other';

const EXPIRIES = 'unnest($1::text[], $2::timestamptz[]) AS e (graph, before)';
const parametersOf = (expiries: readonly Expiry[]) => [
  expiries.map(({ graph }) => graph),
  expiries.map(({ before }) => before),
];

/** Deletes what is too old of these graphs, by whole months where a month holds nothing else. */
export async function expireGraphs(reactions: pg.Pool, names: pg.Pool, expiries: readonly Expiry[]): Promise<Expired> {
  const before = latestOf(expiries);
  let deleted = 0;
  const thinned: string[] = [];
  for (const partition of await listPartitions(reactions)) {
    const dropped = partition.to <= before ? await dropIfOver(reactions, partition, expiries) : 0;
    const few = dropped > 0 ? 0 : await deleteOld(reactions, partition.table, expiries);
    if (few > 0) thinned.push(partition.table);
    deleted += dropped + few;
  }
  const strange = await deleteOld(reactions, REST, expiries);
  if (strange > 0) thinned.push(REST);

  const viewings = await repeat(() => dropEmptyViewings(reactions, expiries));
  await repeat(() => dropCodes(reactions, before));
  const over = await dropNames(reactions, names, before);
  return { erased: { viewings, reactions: deleted + strange, names: over }, thinned };
}

/** How many reactions went with it; 0 if anything in it has to stay. */
async function dropIfOver(pool: pg.Pool, { table }: Partition, expiries: readonly Expiry[]): Promise<number> {
  const count = await inTransaction(pool, async (client) => {
    await client.query('SET LOCAL statement_timeout = 0');
    const { rows } = await client.query<{ count: number; staying: number }>(
      `SELECT count(*) AS count,
         count(*) FILTER (WHERE e.graph IS NULL OR r.received >= e.before) AS staying
       FROM ${table} r LEFT JOIN viewings v ON v.viewing = r.viewing AND v.number = r.number
       LEFT JOIN ${EXPIRIES} ON e.graph = v.graph`,
      parametersOf(expiries),
    );
    return rows[0]?.staying === 0 ? rows[0].count : 0;
  });
  if (count === 0) return 0;
  return inTransaction(pool, async (client) => {
    // The parent as well: dropping takes both, and a batch that waits for one must not hold the other.
    await client.query('LOCK TABLE reactions IN ACCESS EXCLUSIVE MODE');
    // What came since the count came just now, and a small index finds it.
    const { rows } = await client.query(`SELECT 1 FROM ${table} WHERE received >= $1::timestamptz LIMIT 1`, [
      latestOf(expiries),
    ]);
    if (rows.length > 0) return 0;
    await client.query(`DROP TABLE ${table}`);
    return count;
  });
}

function deleteOld(pool: pg.Pool, table: string, expiries: readonly Expiry[]): Promise<number> {
  return inTransaction(pool, async (client) => {
    await client.query('SET LOCAL statement_timeout = 0');
    const { rowCount } = await client.query(
      `DELETE FROM ${table} r USING viewings v JOIN ${EXPIRIES} ON e.graph = v.graph
       WHERE v.viewing = r.viewing AND v.number = r.number AND r.received < e.before`,
      parametersOf(expiries),
    );
    return rowCount ?? 0;
  });
}

/** Reactions lie between the first and the last time of their viewing: months outside need not be looked at. */
function dropEmptyViewings(pool: pg.Pool, expiries: readonly Expiry[]): Promise<number> {
  return inTransaction(pool, async (client) => {
    await holdEverything(client);
    const { rowCount } = await client.query(
      `DELETE FROM viewings WHERE (viewing, graph) IN (
         SELECT v.viewing, v.graph FROM viewings v JOIN ${EXPIRIES} ON e.graph = v.graph
         WHERE v.began < e.before AND NOT EXISTS (
           SELECT 1 FROM reactions r
           WHERE r.viewing = v.viewing AND r.number = v.number AND r.at BETWEEN v.began AND v.latest
         ) LIMIT ${CHUNK}
       )`,
      parametersOf(expiries),
    );
    return rowCount ?? 0;
  });
}

function dropCodes(pool: pg.Pool, before: string): Promise<number> {
  return inTransaction(pool, async (client) => {
    await holdEverything(client);
    const { rowCount } = await client.query(
      `DELETE FROM codes WHERE viewing IN (
         SELECT c.viewing FROM codes c
         WHERE c.received < $1::timestamptz AND NOT EXISTS (SELECT 1 FROM viewings v WHERE v.viewing = c.viewing)
         LIMIT ${CHUNK}
       )`,
      [before],
    );
    return rowCount ?? 0;
  });
}

/** Names of viewings that nothing is left of. They may lie in another database, so they are asked about in portions. */
async function dropNames(reactions: pg.Pool, names: pg.Pool, before: string): Promise<number> {
  let dropped = 0;
  let after: ViewingId = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await names.query<{ viewing: ViewingId }>(
      `SELECT viewing FROM names WHERE received < $1::timestamptz AND viewing > $2 ORDER BY viewing LIMIT ${CHUNK}`,
      [before, after],
    );
    const last = rows.at(-1);
    if (!last) return dropped;
    after = last.viewing;
    const old = rows.map(({ viewing }) => viewing);
    dropped += await inTransaction(reactions, async (client) => {
      await holdEverything(client);
      const { rows: kept } = await client.query<{ viewing: ViewingId }>(
        'SELECT viewing FROM viewings WHERE viewing = ANY ($1::uuid[])',
        [old],
      );
      const isKept = new Set(kept.map(({ viewing }) => viewing));
      const over = old.filter((viewing) => !isKept.has(viewing));
      const { rowCount } = await names.query('DELETE FROM names WHERE viewing = ANY ($1::uuid[])', [over]);
      return rowCount ?? 0;
    });
  }
}

async function repeat(dropSome: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let some = await dropSome(); some > 0; some = await dropSome()) sum += some;
  return sum;
}

/**
 * Writes a table anew, without what was deleted: until then it still stands in the file. A table that was dropped
 * meanwhile needs it no more.
 */
export async function rewrite(pool: pg.Pool, table: string): Promise<void> {
  await asStoreFailure(async () => {
    const client = await pool.connect();
    try {
      await client.query('SET statement_timeout = 0');
      const { rows } = await client.query('SELECT 1 WHERE to_regclass($1) IS NOT NULL', [table]);
      if (rows.length > 0) await client.query(`VACUUM (FULL) ${table}`);
    } finally {
      // Thrown away with its setting.
      client.release(true);
    }
  });
}
