import Database from 'libsql';
import pg from 'pg';

import { openLibsqlStore, openPostgresStore } from '../../dist/collector/index.js';
import { makeBatch } from './batches.mjs';

/** Rows in one transaction: as many as make a bulk insert fast, as an import would do it. */
const BULK = 2_000;

const rowsOf = (count) => Array.from({ length: count / 20 }, makeBatch).flat();

/** The file database alone: prepared inserts into the store's own tables and indexes, the same durability. */
export async function measureBareFile(file, seconds) {
  await openLibsqlStore(file).close();
  const database = new Database(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) database.pragma(pragma);
  const viewing = database.prepare(
    'INSERT INTO viewings (viewing, graph, began, latest) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING number',
  );
  const reaction = database.prepare(
    `INSERT INTO reactions (id, viewing, sequence, at, type, scene, question, topics, body, received)
     VALUES (@id, @viewing, @sequence, @at, @type, @scene, @question, @topics, @body, @at) ON CONFLICT DO NOTHING`,
  );
  const bulk = (rows) => {
    let number = 0;
    database.exec('BEGIN IMMEDIATE');
    for (const one of rows) {
      if (one.sequence === 1) number = viewing.get(one.viewing, one.graph, one.at, one.at).number;
      reaction.run({ ...columnsOf(one), viewing: number });
    }
    database.exec('COMMIT');
  };
  const rate = await repeat(seconds, async (rows) => bulk(rows));
  database.close();
  return rate;
}

const columnsOf = (one) => ({
  id: one.id,
  sequence: one.sequence,
  at: one.at,
  type: one.type,
  scene: one.scene ?? null,
  question: one.question ?? null,
  topics: one.signals ? ' relationships ' : '',
  body: JSON.stringify(one),
});

/** PostgreSQL alone: `unnest` of whole columns into the store's own tables, over four connections. */
export async function measureBarePostgres(url, schema, seconds) {
  const store = await openPostgresStore(url, { schema });
  // Makes this month's table.
  await store.keep({ reactions: makeBatch() });
  await store.close();
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    options: `-c search_path=${schema} -c synchronous_commit=on`,
  });
  const rates = await Promise.all([1, 2, 3, 4].map(() => repeat(seconds, (rows) => bulkPostgres(pool, rows))));
  await pool.end();
  return rates.reduce((sum, rate) => sum + rate, 0);
}

async function bulkPostgres(pool, rows) {
  const column = (pick) => rows.map(pick);
  const first = rows.filter(({ sequence }) => sequence === 1);
  await pool.query({
    name: 'bulk',
    text: `WITH v AS (
        INSERT INTO viewings (viewing, graph, site, began, latest, named)
        SELECT viewing, 'acme-2027', 'default', at, at, false FROM unnest($9::uuid[], $10::timestamptz[]) AS t (viewing, at)
        ON CONFLICT DO NOTHING RETURNING viewing, number
      )
      INSERT INTO reactions (viewing, sequence, at, id, number, received, type, scene, question, topics, body)
      SELECT t.viewing, t.sequence, t.at, t.id, v.number, t.at, t.type, t.scene, t.question, '', t.body
      FROM unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[])
        AS t (viewing, sequence, at, id, type, scene, question, body)
      JOIN v USING (viewing) ON CONFLICT DO NOTHING`,
    values: [
      column((one) => one.viewing),
      column((one) => one.sequence),
      column((one) => one.at),
      column((one) => one.id),
      column((one) => one.type),
      column((one) => one.scene ?? null),
      column((one) => one.question ?? null),
      column(({ id: _id, viewing: _viewing, sequence: _sequence, at: _at, graph: _graph, type: _type, ...rest }) =>
        JSON.stringify(rest),
      ),
      first.map(({ viewing }) => viewing),
      first.map(({ at }) => at),
    ],
  });
}

/** Reactions a second. Only the writing counts, not the making of what is written. */
async function repeat(seconds, write) {
  let ms = 0;
  let count = 0;
  while (ms < seconds * 1_000) {
    const rows = rowsOf(BULK);
    const began = performance.now();
    await write(rows);
    ms += performance.now() - began;
    count += rows.length;
  }
  return (count / ms) * 1_000;
}
