import { FollowupError } from '../domain/error.js';
import { openLibsqlStore } from './libsql-store.js';
import type { PostgresOptions } from './postgres-store.js';
import type { ReactionStore } from './reaction-store.js';

/** Where reactions are to lie. */
export interface StorePlace {
  /** A file, or `postgres://user:password@host/database`. */
  readonly database: string;
  /** The same for names, of the same kind. They lie in a table of the same database when left out. */
  readonly namesDatabase?: string | undefined;
}

/** Whether that is the address of a server, and not a file. */
export function isPostgresAddress(database: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(database);
}

/** Opens whichever database it is, and brings it up to date. */
export async function openStore({ database, namesDatabase }: StorePlace): Promise<ReactionStore> {
  const isServer = isPostgresAddress(database);
  if (namesDatabase !== undefined && isPostgresAddress(namesDatabase) !== isServer) {
    throw new FollowupError(
      'bad-option',
      'Reactions and names lie in databases of the same kind: two files, or two PostgreSQL databases.',
    );
  }
  return isServer
    ? openPostgresStore(database, { namesUrl: namesDatabase })
    : openLibsqlStore(database, { namesFile: namesDatabase });
}

/** Opens a PostgreSQL database. Its driver is loaded here: whoever keeps a file does not need it. */
export async function openPostgresStore(url: string, options?: PostgresOptions): Promise<ReactionStore> {
  const store = await import('./postgres-store.js');
  return store.openPostgresStore(url, options);
}

/** A database's address as it may be shown and logged: without its password. */
export function showDatabase(database: string): string {
  if (!isPostgresAddress(database) || !URL.canParse(database)) return database;
  const url = new URL(database);
  if (url.password !== '') url.password = '***';
  url.search = '';
  return url.href;
}
