import type { IDBPTransaction } from 'idb';

import type { FollowupError } from '../domain/error.js';
import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { Connection, LogSchema } from './connection.js';
import { orderByViewing } from './order-reactions.js';
import type { Outbox, Refusal } from './outbox.js';

type Store = 'reactions' | 'identities';
type Writing = IDBPTransaction<LogSchema, Store[], 'readwrite'>;

const STORES: Store[] = ['reactions', 'identities'];
/** How many acknowledged entries make way at once when the disk is full. */
const MAKE_WAY = 500;

/** Keeps the log on disk, through reloads, crashes and days without a network. */
export class IdbOutbox implements Outbox {
  readonly durability = 'disk';
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async add(reactions: readonly Reaction[]): Promise<void> {
    await this.#writeMakingWay(async (writing) => {
      const store = writing.objectStore('reactions');
      for (const reaction of reactions) {
        const { id, viewing } = reaction;
        const known = await store.index('id').getKey(id);
        if (known === undefined) await store.add({ id, viewing, state: 'pending', reaction });
      }
    });
  }

  async addIdentity(identity: Identity): Promise<void> {
    await this.#writeMakingWay(async (writing) => {
      await writing.objectStore('identities').put({ viewing: identity.viewing, state: 'pending', identity });
    });
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

  async markSent(ids: readonly ReactionId[], identities: readonly ViewingId[] = []): Promise<void> {
    // Relaxed: were this lost, the entries would go a second time, and the collector knows them by id.
    await this.#write('relaxed', async (writing) => {
      for (const id of ids) await changeReaction(writing, id, { state: 'sent' });
      for (const viewing of identities) await writing.objectStore('identities').delete(viewing);
    });
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    await this.#write('relaxed', async (writing) => {
      for (const { id, reason } of refused) {
        await changeReaction(writing, id, { state: 'refused', reason });
        const identity = await writing.objectStore('identities').get(id);
        if (identity) await writing.objectStore('identities').put({ ...identity, state: 'refused', reason });
      }
    });
  }

  async readAll(): Promise<readonly Reaction[]> {
    const entries = await this.#connection.use((database) => database.getAll('reactions'));
    return orderByViewing(entries.map(({ reaction }) => reaction));
  }

  async clear(viewing?: ViewingId): Promise<void> {
    await this.#write('strict', async (writing) => {
      const reactions = writing.objectStore('reactions');
      const identities = writing.objectStore('identities');
      if (viewing === undefined) {
        await Promise.all([reactions.clear(), identities.clear()]);
        return;
      }
      const keys = await reactions.index('viewing').getAllKeys(viewing);
      await Promise.all([...keys.map((key) => reactions.delete(key)), identities.delete(viewing)]);
    });
  }

  close(): void {
    this.#connection.close();
  }

  /** Writes; when the disk is full, the oldest that the collector has already make way, and it is tried once more. */
  async #writeMakingWay(work: (writing: Writing) => Promise<void>): Promise<void> {
    try {
      await this.#write('strict', work);
    } catch (error) {
      if ((error as FollowupError).code !== 'storage-full' || !(await this.#makeWay())) throw error;
      await this.#write('strict', work);
    }
  }

  async #makeWay(): Promise<boolean> {
    let freed = 0;
    await this.#write('relaxed', async (writing) => {
      const reactions = writing.objectStore('reactions');
      const keys = await reactions.index('state').getAllKeys('sent', MAKE_WAY);
      await Promise.all(keys.map((key) => reactions.delete(key)));
      freed = keys.length;
    });
    return freed > 0;
  }

  /** Resolves once committed. In `strict`, committed means flushed to the disk. */
  async #write(durability: IDBTransactionDurability, work: (writing: Writing) => Promise<void>): Promise<void> {
    await this.#connection.use(async (database) => {
      const writing = database.transaction(STORES, 'readwrite', { durability });
      // Awaited below; this only keeps a failure of the work from being reported a second time as unhandled.
      writing.done.catch(() => undefined);
      try {
        await work(writing);
      } catch (cause) {
        abort(writing);
        throw writing.error ?? cause;
      }
      await writing.done;
    });
  }
}

async function changeReaction(
  writing: Writing,
  id: ReactionId,
  change: { readonly state: 'sent' | 'refused'; readonly reason?: string },
): Promise<void> {
  const store = writing.objectStore('reactions');
  const entry = await store.index('id').get(id);
  if (entry) await store.put({ ...entry, ...change });
}

function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch {
    // It was aborted already, which is what we want.
  }
}
