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
  `
  -- A viewing belongs to the site that it came from first.
  ALTER TABLE viewings ADD COLUMN site TEXT NOT NULL DEFAULT 'default';

  -- Of a deletion code only this much is kept.
  CREATE TABLE codes (
    viewing TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    received TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX codes_by_hash ON codes (hash);

  -- What was withdrawn, by ids made by chance alone: a beacon that comes late brings it back no more.
  CREATE TABLE gone (
    viewing TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (viewing, item)
  ) WITHOUT ROWID;

  -- In the order in which they came, so that a name is never moved to another page and a copy left behind.
  CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    viewing TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    received TEXT NOT NULL
  );
  INSERT INTO names (viewing, body, received)
    SELECT viewing, body, strftime('%Y-%m-%dT%H:%M:%SZ', 'now') FROM identities;
  DROP TABLE identities;
  `,
];

/** Of a database that holds names and nothing else. */
const NAME_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    viewing TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    received TEXT NOT NULL
  );
  `,
];

/** Brings a database of reactions to the present version, or refuses one that a newer collector made. */
export function migrate(database: Database.Database): void {
  bringUp(database, MIGRATIONS);
}

/** The same for a database of names. */
export function migrateNames(database: Database.Database): void {
  bringUp(database, NAME_MIGRATIONS);
}

function bringUp(database: Database.Database, migrations: readonly string[]): void {
  const version = readVersion(database);
  if (version > migrations.length) {
    throw new FollowupError(
      'newer-database',
      `The database is of version ${version}, made by a newer collector; this one knows ${migrations.length}. Start the newer one, or use another folder.`,
    );
  }
  migrations.slice(version).forEach((migration, index) => {
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
