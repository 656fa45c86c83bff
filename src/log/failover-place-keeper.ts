import type { GraphId } from '../domain/graph.js';
import type { Failover } from './failover.js';
import { MemoryPlaceKeeper } from './memory-place-keeper.js';
import type { Place, PlaceKeeper } from './place-keeper.js';

/** Places on disk, and in memory when the disk fails. */
export class FailoverPlaceKeeper implements PlaceKeeper {
  readonly #disk: PlaceKeeper;
  readonly #memory = new MemoryPlaceKeeper();
  readonly #failover: Failover;

  constructor(disk: PlaceKeeper, failover: Failover) {
    this.#disk = disk;
    this.#failover = failover;
  }

  async keep(place: Place): Promise<void> {
    const done = await this.#failover.write(() => this.#disk.keep(place));
    if (!done) await this.#memory.keep(place);
  }

  async recall(graph: GraphId): Promise<Place | undefined> {
    const fresh = await this.#memory.recall(graph);
    return fresh ?? this.#failover.read(() => this.#disk.recall(graph), undefined);
  }

  async forget(graph: GraphId): Promise<void> {
    await this.#memory.forget(graph);
    await this.#failover.read(() => this.#disk.forget(graph), undefined);
  }
}
