import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import Database from 'libsql';
import pg from 'pg';

import { openLibsqlStore, openPostgresStore, readAll } from '../../dist/collector/index.js';
import { quantile, rounded } from '../statistics.mjs';
import { measureBareFile, measureBarePostgres } from './bare.mjs';
import { endServer, readCpu, sendBatches, startServer } from './load.mjs';

/** Kills at moments of a fixed seed, up to half a second after the first acknowledgement. */
const SEED = 20_261_121;

/** Measures everything that was asked for, line by line. `url` is undefined where there is no PostgreSQL. */
export async function* measureAll({ seconds, kills, url }, say) {
  const folder = mkdtempSync(join(tmpdir(), 'followup-bench-'));
  const schemas = [];
  const newSchema = () => {
    const schema = `bench_${process.pid}_${schemas.length}`;
    schemas.push(schema);
    return schema;
  };
  const engines = [
    { engine: 'none' },
    { engine: 'file', place: () => ({ place: join(folder, `${Math.random()}.db`) }) },
    ...(url ? [{ engine: 'postgres', place: () => ({ place: url, schema: newSchema() }) }] : []),
  ];
  try {
    for (const { engine, place = () => ({}) } of engines) {
      const bare = engine === 'none' ? undefined : await measureBare(engine, place(), seconds);
      if (bare) {
        say(`${engine}, bare: ${Math.round(bare)} reactions/s`);
        yield { bench: 'collector', measurement: 'bare', engine, reactionsPerSecond: Math.round(bare) };
      }
      const line = await measureHttp(engine, place(), seconds, bare);
      say(`${engine}, over HTTP: ${line.reactionsPerSecond} reactions/s, p99 ${line.p99Ms} ms`);
      yield line;
      if (engine === 'none' || kills === 0) continue;
      const killed = await killUnderLoad(engine, place(), kills);
      say(`${engine}, killed ${kills} times: ${killed.acknowledged} acknowledged, ${killed.lost} lost`);
      yield killed;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (url) await dropSchemas(url, schemas);
  }
}

const measureBare = (engine, { place, schema }, seconds) =>
  engine === 'file' ? measureBareFile(place, seconds) : measureBarePostgres(place, schema, seconds);

async function measureHttp(engine, place, seconds, bare) {
  const server = await startServer({ engine, ...place });
  // Compiled and connected before it counts.
  await sendBatches(server.address, { seconds: 1 });
  const before = await readCpu(server);
  const { acknowledged, ms, latencies, statuses } = await sendBatches(server.address, { seconds });
  const cpu = (await readCpu(server)) - before;
  await endServer(server);
  const rate = (acknowledged / ms) * 1_000;
  const size = engine === 'none' ? {} : { bytesPerReaction: await bytesPerReaction(engine, place) };
  return {
    bench: 'collector',
    measurement: 'http',
    engine,
    seconds: rounded(ms / 1_000),
    reactionsPerSecond: Math.round(rate),
    cpuMicrosEach: rounded(cpu / acknowledged),
    p50Ms: rounded(quantile(latencies, 0.5)),
    p99Ms: rounded(quantile(latencies, 0.99)),
    statuses,
    ...(bare && { ofBare: Math.round((rate / bare) * 100) / 100 }),
    ...size,
  };
}

/** Of the finished files, with every index. */
async function bytesPerReaction(engine, { place, schema }) {
  if (engine === 'file') {
    const database = new Database(place);
    database.pragma('wal_checkpoint(TRUNCATE)');
    const { count } = database.prepare('SELECT count(*) AS count FROM reactions').get();
    database.close();
    return Math.round(statSync(place).size / count);
  }
  return withPostgres(place, async (client) => {
    const { rows } = await client.query(
      `SELECT sum(pg_total_relation_size(c.oid)) / (SELECT count(*) FROM ${schema}.reactions) AS bytes
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $1 AND c.relkind = 'r'`,
      [schema],
    );
    return Math.round(Number(rows[0].bytes));
  });
}

/** Kills it in the middle of load, starts it again, and in the end looks for everything that it ever acknowledged. */
async function killUnderLoad(engine, place, kills) {
  const acknowledged = new Set();
  let seed = SEED;
  for (let round = 0; round < kills; round += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const server = await startServer({ engine, ...place });
    const sending = sendBatches(server.address, { seconds: 30, ids: acknowledged });
    const before = acknowledged.size;
    while (acknowledged.size === before) await wait(5);
    await wait(seed % 500);
    await endServer(server, 'SIGKILL');
    await sending;
  }
  const found = new Set();
  let rows = 0;
  const store = engine === 'file' ? openLibsqlStore(place.place) : await openPostgresStore(place.place, place);
  for await (const page of readAll(store, {}, 2_000)) {
    rows += page.length;
    for (const { reaction } of page) found.add(reaction.id);
  }
  await store.close();
  const lost = [...acknowledged].filter((id) => !found.has(id)).length;
  return {
    bench: 'collector',
    measurement: 'kill',
    engine,
    kills,
    seed: SEED,
    acknowledged: acknowledged.size,
    lost,
    keptTwice: rows - found.size,
  };
}

async function withPostgres(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const dropSchemas = (url, schemas) =>
  withPostgres(url, async (client) => {
    for (const schema of schemas) await client.query(`DROP SCHEMA IF EXISTS ${schema}, ${schema}_names CASCADE`);
  });
