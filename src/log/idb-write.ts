import type { IDBPTransaction } from 'idb';

import type { Connection, LogDatabase, LogSchema, StoreName } from './connection.js';

export type Writing<Stores extends StoreName> = IDBPTransaction<LogSchema, Stores[], 'readwrite'>;

/** Resolves once committed. In `strict`, committed means flushed to the disk. The work must bear being done twice. */
export async function write<Stores extends StoreName, T>(
  connection: Connection,
  stores: Stores[],
  durability: IDBTransactionDurability,
  work: (writing: Writing<Stores>) => Promise<T>,
): Promise<T> {
  return connection.use((database) => writeOn(database, stores, durability, work));
}

/** Does the same on a database that is open, and only once. */
export async function writeOn<Stores extends StoreName, T>(
  database: LogDatabase,
  stores: Stores[],
  durability: IDBTransactionDurability,
  work: (writing: Writing<Stores>) => Promise<T>,
): Promise<T> {
  const writing = database.transaction(stores, 'readwrite', { durability });
  // Awaited below; this only keeps a failure of the work from being reported a second time as unhandled.
  writing.done.catch(() => undefined);
  let result: T;
  try {
    result = await work(writing);
  } catch (cause) {
    abort(writing);
    throw writing.error ?? cause;
  }
  await writing.done;
  return result;
}

function abort(writing: { abort(): void }): void {
  try {
    writing.abort();
  } catch {
    // It was aborted already, which is what we want.
  }
}
