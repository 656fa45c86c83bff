import type { GraphId } from '../domain/graph.js';
import type { Place, PlaceKeeper } from './place-keeper.js';

/** Remembers places as long as the page lives. */
export class MemoryPlaceKeeper implements PlaceKeeper {
  readonly #places = new Map<GraphId, Place>();

  async keep(place: Place): Promise<void> {
    this.#places.set(place.graph, place);
  }

  async recall(graph: GraphId): Promise<Place | undefined> {
    return this.#places.get(graph);
  }

  async forget(graph: GraphId): Promise<void> {
    this.#places.delete(graph);
  }
}
