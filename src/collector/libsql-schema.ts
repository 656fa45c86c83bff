import type Database from 'libsql';

import { FollowupError } from '../domain/error.js';

/** Each entry takes the database one version further. Never change one that was released: add another. */
const MIGRATIONS: readonly string[] = [
  `
  -- One way through one graph. Its number is the order in which viewings came in: files are read along it.
  CREATE TABLE viewings (
    number INTEGER PRIMARY KEY,
    viewing TEXT NOT NULL,
    graph TEXT NOT NULL,
    began TEXT NOT NULL,
    latest TEXT NOT NULL,
    named INTEGER NOT NULL DEFAULT 0,
    UNIQUE (viewing, graph)
  );
  CREATE INDEX viewings_by_graph ON viewings (graph);

  -- The reaction itself is in body; the other columns are what filters and paging look at.
  CREATE TABLE reactions (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    viewing INTEGER NOT NULL REFERENCES viewings (number),
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    type TEXT NOT NULL,
    scene TEXT,
    question TEXT,
    topics TEXT NOT NULL,
    body TEXT NOT NULL,
    received TEXT NOT NULL
  );
  CREATE INDEX reactions_by_viewing ON reactions (viewing, sequence);

  -- Names lie apart from what was answered.
  CREATE TABLE identities (
    viewing TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- Ways are counted along it. Other reactions are not in it.
  CREATE INDEX reactions_that_move ON reactions (viewing, sequence, type) WHERE type IN ('scene-left', 'went-back');
  `,
];

/** Brings a database to the present version, or refuses one that a newer collector made. */
export function migrate(database: Database.Database): void {
  const version = readVersion(database);
  if (version > MIGRATIONS.length) {
    throw new FollowupError(
      'newer-database',
      `The database is of version ${version}, made by a newer collector; this one knows ${MIGRATIONS.length}. Start the newer one, or use another folder.`,
    );
  }
  MIGRATIONS.slice(version).forEach((migration, index) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(migration);
      // A pragma takes no parameters; this is a number of ours.
      database.exec(`PRAGMA user_version = ${version + index + 1}`);
      database.exec('COMMIT');
    } catch (cause) {
      database.exec('ROLLBACK');
      throw cause;
    }
  });
}

function readVersion(database: Database.Database): number {
  const [row] = database.pragma('user_version') as readonly { readonly user_version: number }[];
  return row?.user_version ?? 0;
}
