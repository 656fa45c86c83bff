import pg from 'pg';

import { FollowupError } from '../domain/error.js';

/** What statements are sent to: a connection, or any one of a pool. */
export type Runner = Pick<pg.ClientBase, 'query'>;

const SCHEMA_PATTERN = /^[a-z][a-z0-9_]{0,40}$/;
const BIGINT = 20;

/** Opens a bounded set of connections that find their tables in this schema, and commit to the disk. */
export function openPool(url: string, schema: string, connections: number): pg.Pool {
  if (!SCHEMA_PATTERN.test(schema)) {
    throw new FollowupError('bad-option', `"${schema}" is no schema. Use small letters, digits and underscores.`);
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: `followup-player ${schema}`,
    options: `-c search_path=${schema} -c synchronous_commit=on -c client_min_messages=warning -c timezone=UTC`,
    types: { getTypeParser: typeParserOf },
  });
  // A connection that breaks is made anew by the pool, and whoever was using it hears of it from their statement. Without
  // a listener, on the pool and on each connection, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** Numbers of viewings and arrivals stay far below 2^53. */
const typeParserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === BIGINT ? Number : (pg.types.getTypeParser(oid, format as 'text') as unknown);

/** Runs it in one transaction, or does nothing. What goes wrong on the way becomes a wish to come again. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  return asStoreFailure(async () => {
    const client = await pool.connect();
    let isBroken = true;
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      isBroken = false;
      return result;
    } catch (cause) {
      isBroken = !(await rollBack(client));
      throw cause;
    } finally {
      client.release(isBroken);
    }
  });
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK');
    return true;
  } catch {
    // The connection is gone, and the transaction with it. The pool makes another one.
    return false;
  }
}

export async function asStoreFailure<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof FollowupError) throw cause;
    throw new FollowupError('store-failed', 'The database does not answer as it should. Try again later.', { cause });
  }
}

/** Two transactions stood in each other's way, or a table was changed under one: doing it once more is all it takes. */
export function isWorthAnotherTry(thrown: unknown): boolean {
  const cause = thrown instanceof FollowupError ? thrown.cause : thrown;
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return code === '40P01' || code === '40001';
}
