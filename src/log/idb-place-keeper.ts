import type { IDBPTransaction } from 'idb';

import type { GraphId } from '../domain/graph.js';
import type { Connection, LogSchema } from './connection.js';
import type { Place, PlaceKeeper } from './place-keeper.js';

type PlaceWriting = IDBPTransaction<LogSchema, ['places'], 'readwrite'>;

/**
 * Remembers places through a reload. Relaxed durability: a place lost in a power cut costs the viewer a step, and a
 * second flush would double what each answer waits for.
 */
export class IdbPlaceKeeper implements PlaceKeeper {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async keep(place: Place): Promise<void> {
    await this.#write((writing) => writing.store.put(place));
  }

  async recall(graph: GraphId): Promise<Place | undefined> {
    return this.#connection.use((database) => database.get('places', graph));
  }

  async forget(graph: GraphId): Promise<void> {
    await this.#write((writing) => writing.store.delete(graph));
  }

  async #write(work: (writing: PlaceWriting) => Promise<unknown>): Promise<void> {
    await this.#connection.use(async (database) => {
      const writing = database.transaction('places', 'readwrite', { durability: 'relaxed' });
      await Promise.all([work(writing), writing.done]);
    });
  }
}
