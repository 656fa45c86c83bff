import type pg from 'pg';

import { inTransaction, type Runner } from './postgres-pool.js';

/** A month of reactions: its table, the first instant in it, and the first after it. */
export interface Partition {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** Clocks that are further off share one partition, so that nobody can make the collector create tables without end. */
const PAST_MONTHS = 24;
const FUTURE_MONTHS = 1;

const LIST = `
  SELECT c.relname AS "table" FROM pg_inherits i
  JOIN pg_class c ON c.oid = i.inhrelid
  WHERE i.inhparent = 'reactions'::regclass AND c.relname ~ '^reactions_\\d{4}_\\d{2}$'
  ORDER BY c.relname
`;

/** Keeps a partition ready for every month that reactions come from. */
export interface Partitions {
  /** Makes those that are missing. Cheap where there is nothing to do. */
  ensure(instants: Iterable<string>, now: number): Promise<void>;
  /** Looks again, for instance after one was dropped. */
  forget(): void;
}

export function watchPartitions(pool: pg.Pool): Partitions {
  let known: Set<string> | undefined;
  return {
    async ensure(instants, now) {
      known ??= new Set((await listPartitions(pool)).map(({ from }) => from.slice(0, 7)));
      const months = new Set([...instants].map((at) => at.slice(0, 7)));
      for (const month of months) {
        if (known.has(month) || !isNear(month, now)) continue;
        await makePartition(pool, month);
        known.add(month);
      }
    },
    forget() {
      known = undefined;
    },
  };
}

export async function listPartitions(runner: Runner): Promise<readonly Partition[]> {
  const { rows } = await runner.query<{ table: string }>(LIST);
  return rows.map(({ table }) => partitionOf(table.slice('reactions_'.length).replace('_', '-')));
}

function partitionOf(month: string): Partition {
  return {
    table: `reactions_${month.replace('-', '_')}`,
    from: `${month}-01T00:00:00Z`,
    to: `${monthAfter(month, 1)}-01T00:00:00Z`,
  };
}

/** `2026-12` and one more is `2027-01`. */
function monthAfter(month: string, more: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + more;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function isNear(month: string, now: number): boolean {
  const present = new Date(now).toISOString().slice(0, 7);
  return month >= monthAfter(present, -PAST_MONTHS) && month <= monthAfter(present, FUTURE_MONTHS);
}

/** Whatever of that month came before its table did moves over from the rest. */
async function makePartition(pool: pg.Pool, month: string): Promise<void> {
  const { table, from, to } = partitionOf(month);
  await inTransaction(pool, async (client) => {
    // In this order everywhere, the parent first: two collectors that make the same month take turns.
    await client.query('LOCK TABLE reactions IN SHARE UPDATE EXCLUSIVE MODE');
    if ((await listPartitions(client)).some((one) => one.table === table)) return;
    await client.query('LOCK TABLE reactions_other IN ACCESS EXCLUSIVE MODE');
    await client.query(`CREATE TABLE ${table} (LIKE reactions INCLUDING ALL)`);
    await client.query(
      `WITH moved AS (DELETE FROM reactions_other WHERE at >= '${from}' AND at < '${to}' RETURNING *)
       INSERT INTO ${table} SELECT * FROM moved`,
    );
    await client.query(`ALTER TABLE reactions ATTACH PARTITION ${table} FOR VALUES FROM ('${from}') TO ('${to}')`);
  });
}
