import type { Withdrawal } from '../domain/withdrawal.js';
import type { Connection, StoreName } from './connection.js';
import { numbersOf } from './idb-numbers.js';
import { write, type Writing } from './idb-write.js';
import type { Refusal } from './outbox.js';
import type { KeptWithdrawal, TakenBack, Withdrawals } from './withdrawals.js';

const STORES = ['withdrawals', 'reactions', 'identities', 'viewings', 'numbers', 'places'] satisfies StoreName[];

/** Keeps wishes to delete on disk, until the collector carried them out. */
export class IdbWithdrawals implements Withdrawals {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async add(withdrawal: Withdrawal): Promise<void> {
    await write(this.#connection, [...STORES], 'strict', async (writing) => {
      await deleteWithdrawn(writing, withdrawal);
      const { id } = withdrawal;
      const known = await writing.objectStore('withdrawals').index('id').getKey(id);
      if (known === undefined) await writing.objectStore('withdrawals').add({ id, state: 'pending', withdrawal });
    });
  }

  async drop(what: TakenBack): Promise<void> {
    await write(this.#connection, [...STORES], 'strict', (writing) => deleteWithdrawn(writing, what));
  }

  async peek(limit: number): Promise<readonly Withdrawal[]> {
    const entries = await this.#connection.use((database) =>
      database.getAllFromIndex('withdrawals', 'state', 'pending', limit),
    );
    return entries.map(({ withdrawal }) => withdrawal);
  }

  async markDone(ids: readonly string[]): Promise<void> {
    await write(this.#connection, ['withdrawals'], 'relaxed', async (writing) => {
      const store = writing.objectStore('withdrawals');
      for (const id of ids) {
        const key = await store.index('id').getKey(id);
        if (key !== undefined) await store.delete(key);
      }
    });
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    await write(this.#connection, ['withdrawals'], 'relaxed', async (writing) => {
      const store = writing.objectStore('withdrawals');
      for (const { id, reason } of refused) {
        const entry = await store.index('id').get(id);
        if (entry) await store.put({ ...entry, state: 'refused', reason });
      }
    });
  }

  async readAll(): Promise<readonly KeptWithdrawal[]> {
    const entries = await this.#connection.use((database) => database.getAll('withdrawals'));
    return entries.map(({ withdrawal, reason }) => ({
      withdrawal,
      ...(reason !== undefined && { refusal: reason }),
    }));
  }
}

async function deleteWithdrawn(
  writing: Writing<(typeof STORES)[number]>,
  { of, viewing, reactions = [] }: TakenBack,
): Promise<void> {
  const store = writing.objectStore('reactions');
  if (of === 'reactions') {
    const keys = await Promise.all(reactions.map((id) => store.index('id').getKey(id)));
    await Promise.all(keys.flatMap((key) => (key === undefined ? [] : [store.delete(key)])));
  }
  if (viewing === undefined || of === 'reactions') return;
  await writing.objectStore('identities').delete(viewing);
  if (of === 'name') return;
  const keys = await store.index('viewing').getAllKeys(viewing);
  const places = (await writing.objectStore('places').getAll()).filter((place) => place.viewing === viewing);
  await Promise.all([
    ...keys.map((key) => store.delete(key)),
    ...places.map(({ graph }) => writing.objectStore('places').delete(graph)),
    writing.objectStore('viewings').delete(viewing),
    writing.objectStore('numbers').delete(numbersOf(viewing)),
  ]);
}
