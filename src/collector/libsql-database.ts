import Database from 'libsql';

import { FollowupError } from '../domain/error.js';
import { migrate, migrateNames } from './libsql-schema.js';

/**
 * In this order. An answer of 200 promises that the reaction survives a power cut, and FULL keeps that promise. What is
 * deleted is overwritten with zeros.
 */
const SETTINGS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 2000',
  'secure_delete = ON',
];

/** The connections that a store works with. Where names have no file of their own, both are the same. */
export interface Databases {
  readonly reactions: Database.Database;
  readonly names: Database.Database;
}

/** Opens the files, and makes them if they are not there. Names move to their own file at the first start with one. */
export function openDatabases(file: string, namesFile: string | undefined): Databases {
  const reactions = openDatabase(file, migrate);
  if (namesFile === undefined) return { reactions, names: reactions };
  try {
    const names = openDatabase(namesFile, migrateNames);
    moveNames(reactions, names);
    return { reactions, names };
  } catch (cause) {
    reactions.close();
    throw cause;
  }
}

export function closeDatabases({ reactions, names }: Databases): void {
  reactions.close();
  if (names !== reactions) names.close();
}

function openDatabase(file: string, prepare: (database: Database.Database) => void): Database.Database {
  try {
    const database = new Database(file);
    for (const setting of SETTINGS) database.pragma(setting);
    prepare(database);
    return database;
  } catch (cause) {
    if (cause instanceof FollowupError) throw cause;
    throw new FollowupError(
      'database-refused',
      `The database ${file} could not be opened. Check that the folder may be written and that the file is whole.`,
      { cause },
    );
  }
}

/** Written over there before it is deleted here. */
function moveNames(reactions: Database.Database, names: Database.Database): void {
  const rows = reactions.prepare('SELECT viewing, body, received FROM names ORDER BY number').all();
  if (rows.length === 0) return;
  const add = names.prepare(
    'INSERT INTO names (viewing, body, received) VALUES (@viewing, @body, @received) ON CONFLICT DO NOTHING',
  );
  commitTogether([names], () => rows.forEach((row) => add.run(row)));
  commitTogether([reactions], () => reactions.exec('DELETE FROM names'));
  sweep(reactions);
}

/** Does it in one transaction of each database, or in none. */
export function commitTogether<Result>(databases: readonly Database.Database[], work: () => Result): Result {
  const each = [...new Set(databases)];
  try {
    for (const database of each) database.exec('BEGIN IMMEDIATE');
    const result = work();
    for (const database of each) database.exec('COMMIT');
    return result;
  } catch (cause) {
    for (const database of each) if (database.inTransaction) database.exec('ROLLBACK');
    throw new FollowupError('store-failed', 'The database could not be written. Try again later.', { cause });
  }
}

/** Empties the write-ahead log: until then what was deleted still stands in it. */
export function emptyLog(database: Database.Database): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Writes the whole file anew, without what was deleted. Overwriting alone is not enough: rows that were moved between
 * pages may have left copies behind.
 */
export function sweep(database: Database.Database): void {
  database.exec('VACUUM');
  emptyLog(database);
}
