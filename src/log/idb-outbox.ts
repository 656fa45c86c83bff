import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { ViewingCode } from '../domain/withdrawal.js';
import type { Connection, EntryState, LogDatabase, ViewingEntry } from './connection.js';
import { makingWay } from './idb-make-way.js';
import { addNumbered, reserveNumber, type KnownNumbers } from './idb-numbers.js';
import { write, writeOn, type Writing } from './idb-write.js';
import { orderByViewing } from './order-reactions.js';
import type { Acknowledged, Outbox, OwnViewing, Refusal } from './outbox.js';

type Marking = Writing<'reactions' | 'identities' | 'viewings'>;
interface Change {
  readonly state: EntryState;
  readonly reason?: string;
}

/** Keeps the log on disk, through reloads, crashes and days without a network. */
export class IdbOutbox implements Outbox {
  readonly durability = 'disk';
  readonly #connection: Connection;
  #database: LogDatabase | undefined;
  /** Of this very database. */
  #known: KnownNumbers = new Map();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async begin({ viewing, graph, code }: OwnViewing): Promise<void> {
    const entry: ViewingEntry = { viewing, reserved: 0, code: { graph, text: code }, state: 'pending' };
    await this.#inTurn(async (database, known) => {
      await writeOn(database, ['viewings'], 'strict', (writing) => writing.objectStore('viewings').put(entry));
      known.set(viewing, 0);
    });
  }

  async add(reactions: readonly Reaction[]): Promise<readonly Reaction[]> {
    return this.#inTurn((database, known) => addNumbered(database, known, reactions));
  }

  async reserve(viewing: ViewingId): Promise<number> {
    return this.#inTurn((database, known) => reserveNumber(database, known, viewing));
  }

  async addIdentity(identity: Identity): Promise<void> {
    const { viewing } = identity;
    await makingWay(this.#connection, () =>
      write(this.#connection, ['identities'], 'strict', (writing) =>
        writing.objectStore('identities').put({ viewing, state: 'pending', identity }),
      ),
    );
  }

  async peek(limit: number): Promise<readonly Reaction[]> {
    const entries = await this.#connection.use((database) =>
      // Entries of one state come in the order of their key: as they were added.
      database.getAllFromIndex('reactions', 'state', 'pending', limit),
    );
    return entries.map(({ reaction }) => reaction);
  }

  async peekIdentities(limit: number): Promise<readonly Identity[]> {
    const entries = await this.#connection.use((database) =>
      database.getAllFromIndex('identities', 'state', 'pending', limit),
    );
    return entries.map(({ identity }) => identity);
  }

  async peekCodes(limit: number): Promise<readonly ViewingCode[]> {
    const entries = await this.#connection.use((database) =>
      database.getAllFromIndex('viewings', 'state', 'pending', limit),
    );
    return entries.flatMap(({ viewing, code }) => (code ? [{ viewing, code: code.text }] : []));
  }

  async markSent({ reactions, identities = [], codes = [] }: Acknowledged): Promise<void> {
    await this.#mark(async (writing) => {
      for (const id of reactions) await changeReaction(writing, id, { state: 'sent' });
      for (const viewing of identities) await writing.objectStore('identities').delete(viewing);
      for (const viewing of codes) await changeViewing(writing, viewing, 'sent');
    });
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    await this.#mark(async (writing) => {
      for (const { id, reason } of refused) {
        await changeReaction(writing, id, { state: 'refused', reason });
        await changeViewing(writing, id, 'refused');
        const identity = await writing.objectStore('identities').get(id);
        if (identity) await writing.objectStore('identities').put({ ...identity, state: 'refused', reason });
      }
    });
  }

  async readAll(): Promise<readonly Reaction[]> {
    const entries = await this.#connection.use((database) => database.getAll('reactions'));
    return orderByViewing(entries.map(({ reaction }) => reaction));
  }

  async readViewings(): Promise<readonly OwnViewing[]> {
    const entries = await this.#connection.use((database) => database.getAll('viewings'));
    return entries.flatMap(({ viewing, code }) => (code ? [{ viewing, graph: code.graph, code: code.text }] : []));
  }

  close(): void {
    this.#connection.close();
  }

  /**
   * One after the other, in the order of asking, and at once where none is under way. Were two under way, the second
   * would count on numbers that the first may not get.
   */
  #inTurn<T>(work: (database: LogDatabase, known: KnownNumbers) => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() =>
      makingWay(this.#connection, () =>
        this.#connection.use((database) => {
          // Another connection may be to another database: the site's data may have been cleared in between.
          if (this.#database !== database) this.#known = new Map();
          this.#database = database;
          return work(database, this.#known);
        }),
      ),
    );
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Relaxed: were this lost, the entries would go a second time, and the collector knows them by id. */
  async #mark(work: (writing: Marking) => Promise<void>): Promise<void> {
    await write(this.#connection, ['reactions', 'identities', 'viewings'], 'relaxed', work);
  }
}

async function changeReaction(writing: Marking, id: ReactionId, change: Change): Promise<void> {
  const store = writing.objectStore('reactions');
  const entry = await store.index('id').get(id);
  if (entry) await store.put({ ...entry, ...change });
}

async function changeViewing(writing: Marking, viewing: ViewingId, state: EntryState): Promise<void> {
  const store = writing.objectStore('viewings');
  const entry = await store.get(viewing);
  if (entry) await store.put({ ...entry, state });
}
