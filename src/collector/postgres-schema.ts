import type pg from 'pg';

import { FollowupError } from '../domain/error.js';
import { asStoreFailure } from './postgres-pool.js';

/**
 * Each entry takes the schema one version further. Never change one that was released: add another. Every key begins
 * with the viewing, so that a cluster can lay the tables out by it.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE SEQUENCE arrivals;
  CREATE SEQUENCE viewing_numbers;

  -- One way through one graph. Its number is the order in which viewings came in: files are read along it.
  CREATE TABLE viewings (
    viewing uuid NOT NULL,
    graph text NOT NULL,
    site text NOT NULL,
    number bigint NOT NULL DEFAULT nextval('viewing_numbers'),
    began timestamptz(0) NOT NULL,
    latest timestamptz(0) NOT NULL,
    named boolean NOT NULL,
    PRIMARY KEY (viewing, graph)
  ) WITH (fillfactor = 85);
  CREATE INDEX viewings_in_order ON viewings (number);
  CREATE INDEX viewings_by_graph ON viewings (graph, number);

  -- By the month in which it happened. The key is made of what never changes of a reaction, its time among it: sent once
  -- more, it meets itself in the same partition, and one index serves both that and the order of reading.
  -- The body holds what the other columns do not.
  CREATE TABLE reactions (
    viewing uuid NOT NULL,
    sequence integer NOT NULL,
    at timestamptz(0) NOT NULL,
    id uuid NOT NULL,
    number bigint NOT NULL,
    arrival bigint NOT NULL DEFAULT nextval('arrivals'),
    received timestamptz(0) NOT NULL,
    type text NOT NULL,
    scene text,
    leads_to text,
    question text,
    topics text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (viewing, sequence, at, id)
  ) PARTITION BY RANGE (at);
  CREATE INDEX reactions_by_arrival ON reactions USING brin (arrival, received);
  -- For clocks that are far off.
  CREATE TABLE reactions_other PARTITION OF reactions DEFAULT;

  -- Of a deletion code only this much is kept.
  CREATE TABLE codes (
    viewing uuid PRIMARY KEY,
    hash text NOT NULL,
    received timestamptz(0) NOT NULL
  );
  CREATE INDEX codes_by_hash ON codes (hash);

  -- What was withdrawn, by ids made by chance alone: a beacon that comes late brings it back no more.
  CREATE TABLE gone (
    viewing uuid NOT NULL,
    item text NOT NULL,
    PRIMARY KEY (viewing, item)
  );
  `,
];

/** Names have a schema of their own, which may lie in another database. */
const NAME_MIGRATIONS: readonly string[] = [
  `
  -- Name and reference are written as JSON, which holds every character.
  CREATE TABLE names (
    viewing uuid PRIMARY KEY,
    name text NOT NULL,
    reference text,
    received timestamptz(0) NOT NULL
  );
  CREATE INDEX names_by_name ON names (name);
  CREATE INDEX names_by_reference ON names (reference);
  `,
];

/** Any number will do, as long as every collector uses the same. */
const MIGRATION_LOCK = 7_262_001;

/** Brings a schema to the present version. Collectors that start at the same time take turns. */
export function migrateReactions(pool: pg.Pool, schema: string): Promise<void> {
  return bringUp(pool, schema, MIGRATIONS);
}

export function migrateNames(pool: pg.Pool, schema: string): Promise<void> {
  return bringUp(pool, schema, NAME_MIGRATIONS);
}

function bringUp(pool: pg.Pool, schema: string, migrations: readonly string[]): Promise<void> {
  return asStoreFailure(async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      await client.query('CREATE TABLE IF NOT EXISTS version (version integer NOT NULL)');
      const found = await client.query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM version');
      const version = found.rows[0]?.version ?? 0;
      if (version > migrations.length) throw newerDatabase(version, migrations.length);
      for (const migration of migrations.slice(version)) await client.query(migration);
      await client.query('DELETE FROM version');
      await client.query('INSERT INTO version VALUES ($1)', [migrations.length]);
      await client.query('COMMIT');
      client.release();
    } catch (cause) {
      client.release(true);
      throw cause;
    }
  });
}

function newerDatabase(version: number, known: number): FollowupError {
  return new FollowupError(
    'newer-database',
    `The database is of version ${version}, made by a newer collector; this one knows ${known}. Start the newer one, or use another database.`,
  );
}
