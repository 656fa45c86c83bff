import { randomUUID } from 'node:crypto';

import pg from 'pg';

import { findPostgres, startPostgres } from '../../scripts/start-postgres.mjs';

/** A server for tests: the one of `DATABASE_URL`, or one of our own for as long as the tests of a file run. */
export interface TestPostgres {
  readonly url: string;
  /** A name for tables of this test alone. */
  newSchema(): string;
  /** Asks it directly. */
  ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<readonly Row[]>;
  /** Removes everything that was made. */
  stop(): Promise<void>;
}

/** Undefined where there is no PostgreSQL: tests that need one are skipped, and the end of `npm test` says so. */
export async function findTestPostgres(): Promise<TestPostgres | undefined> {
  const given = process.env['DATABASE_URL'];
  if (given === undefined && !findPostgres()) return undefined;
  const own = given === undefined ? await startPostgres() : undefined;
  const url = given ?? own?.url ?? '';
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const schemas: string[] = [];
  return {
    url,
    newSchema() {
      const schema = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
      schemas.push(schema, `${schema}_names`);
      return schema;
    },
    ask: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    async stop() {
      if (!own) for (const schema of schemas) await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await pool.end();
      await own?.stop();
    },
  };
}
