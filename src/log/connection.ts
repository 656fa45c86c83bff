import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { FollowupError } from '../domain/error.js';
import type { Identity, Reaction } from '../domain/reaction.js';
import type { Withdrawal } from '../domain/withdrawal.js';
import { LOG_NAME } from './log-name.js';
import type { Place } from './place-keeper.js';
import { toStorageError, withinTime } from './storage-error.js';

/** Where an entry stands on its way to the collector. */
export type EntryState = 'pending' | 'sent' | 'refused';

export interface ReactionEntry {
  /** Given by the database, in the order of adding, over all tabs. */
  readonly order?: number;
  readonly id: string;
  readonly viewing: string;
  readonly state: EntryState;
  /** Why it was refused. */
  readonly reason?: string;
  readonly reaction: Reaction;
}

export interface IdentityEntry {
  readonly viewing: string;
  readonly state: EntryState;
  readonly reason?: string;
  readonly identity: Identity;
}

/** What is known of a viewing of this browser. */
export interface ViewingEntry {
  readonly viewing: string;
  /** The highest sequence number that was handed out of it before numbers had a store of their own. */
  readonly reserved: number;
  /** Absent where a viewing goes on that was begun before there were codes. */
  readonly code?: { readonly graph: string; readonly text: string };
  readonly state?: EntryState;
}

/**
 * A handing out of numbers, keyed by the viewing and the number that it went on from. From each number only one can go
 * on: whoever still takes it for the latest finds the key taken, and the whole transaction undone, without having asked.
 */
export interface NumbersEntry {
  readonly viewing: string;
  readonly after: number;
  /** The highest number that was handed out with it. */
  readonly reserved: number;
}

export interface WithdrawalEntry {
  /** Given by the database. */
  readonly order?: number;
  readonly id: string;
  readonly state: 'pending' | 'refused';
  readonly reason?: string;
  readonly withdrawal: Withdrawal;
}

export interface LogSchema extends DBSchema {
  reactions: { key: number; value: ReactionEntry; indexes: { id: string; viewing: string; state: EntryState } };
  /** Apart from the reactions, on purpose. */
  identities: { key: string; value: IdentityEntry; indexes: { state: EntryState } };
  places: { key: string; value: Place };
  viewings: { key: string; value: ViewingEntry; indexes: { state: EntryState } };
  numbers: { key: [viewing: string, after: number]; value: NumbersEntry };
  withdrawals: { key: number; value: WithdrawalEntry; indexes: { id: string; state: 'pending' | 'refused' } };
}

export type StoreName = 'reactions' | 'identities' | 'places' | 'viewings' | 'numbers' | 'withdrawals';

export type LogDatabase = IDBPDatabase<LogSchema>;

export interface ConnectionOptions {
  readonly name?: string;
  readonly version?: number;
  /** How long the browser may take to open, an old tab in the way included. */
  readonly openTimeoutMs?: number;
}

const VERSION = 3;
const OPEN_TIMEOUT_MS = 3_000;

/** Makes what is missing, so that it carries any older version over. */
function upgrade(database: LogDatabase): void {
  const has = (store: StoreName) => database.objectStoreNames.contains(store);
  if (!has('reactions')) {
    const reactions = database.createObjectStore('reactions', { keyPath: 'order', autoIncrement: true });
    reactions.createIndex('id', 'id', { unique: true });
    reactions.createIndex('viewing', 'viewing');
    reactions.createIndex('state', 'state');
  }
  if (!has('identities')) {
    database.createObjectStore('identities', { keyPath: 'viewing' }).createIndex('state', 'state');
  }
  if (!has('places')) database.createObjectStore('places', { keyPath: 'graph' });
  if (!has('viewings')) database.createObjectStore('viewings', { keyPath: 'viewing' }).createIndex('state', 'state');
  if (!has('numbers')) database.createObjectStore('numbers', { keyPath: ['viewing', 'after'] });
  if (!has('withdrawals')) {
    const withdrawals = database.createObjectStore('withdrawals', { keyPath: 'order', autoIncrement: true });
    withdrawals.createIndex('id', 'id', { unique: true });
    withdrawals.createIndex('state', 'state');
  }
}

/** A connection that gives way to upgrades, and opens again after the browser closed it. */
export class Connection {
  readonly #options: ConnectionOptions;
  #opening: Promise<LogDatabase> | undefined;
  #closed = false;

  constructor(options: ConnectionOptions = {}) {
    this.#options = options;
  }

  /** Resolves once the database is open, or rejects with a `FollowupError`. */
  async open(): Promise<void> {
    await this.#database();
  }

  /**
   * Does the work on an open database. What fails is tried once more on a fresh connection, because the browser closes
   * connections of its own accord (cleared site data, an upgrade in another tab). The work must bear being done twice.
   */
  async use<T>(work: (database: LogDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#database());
    } catch (cause) {
      const error = toStorageError(cause);
      if (error.code === 'storage-full' || this.#closed || cause instanceof FollowupError) throw error;
      this.#forget();
    }
    try {
      return await work(await this.#database());
    } catch (cause) {
      throw toStorageError(cause);
    }
  }

  close(): void {
    this.#closed = true;
    this.#forget();
  }

  #database(): Promise<LogDatabase> {
    if (this.#closed) return Promise.reject(new FollowupError('storage-closed', 'The log was closed already.'));
    this.#opening ??= this.#openInTime();
    return this.#opening;
  }

  /** Lets go of the connection. The next use opens another. */
  #forget(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    // Whoever asked for this connection was told of a failure already.
    opening?.then((database) => database.close()).catch(() => undefined);
  }

  async #openInTime(): Promise<LogDatabase> {
    const { openTimeoutMs = OPEN_TIMEOUT_MS } = this.#options;
    let blocked = false;
    const opening = this.#openNow(() => {
      blocked = true;
    });
    try {
      return await withinTime(opening, openTimeoutMs, () => lateError(blocked));
    } catch (cause) {
      this.#opening = undefined;
      // One that opens after all must not stand in the way of other tabs. Its failure is the one told here.
      opening.then((database) => database.close()).catch(() => undefined);
      throw toStorageError(cause);
    }
  }

  // Async, because in some frames reading `indexedDB` throws at once.
  async #openNow(blocked: () => void): Promise<LogDatabase> {
    const { name = LOG_NAME, version = VERSION } = this.#options;
    return openDB<LogSchema>(name, version, {
      upgrade,
      blocked,
      blocking: () => this.#forget(),
      terminated: () => {
        this.#opening = undefined;
      },
    });
  }
}

function lateError(blocked: boolean): FollowupError {
  return blocked
    ? new FollowupError(
        'storage-blocked',
        'An older tab keeps the log in its old version. Close the other tabs of this site.',
      )
    : new FollowupError('storage-refused', 'The browser does not open its database in time. Reload the page.');
}
