import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';
import { checkDocument, loadGraph } from '../runtime/load-graph.js';
import { openSession } from '../runtime/open-session.js';
import type { PageViewer, PlayerSession } from '../runtime/player-session.js';

/** What a page asks for. */
export interface Order {
  readonly src: string | undefined;
  readonly graph: Graph | undefined;
  readonly base: string;
  readonly collector: string | undefined;
  readonly viewer: PageViewer | undefined;
  /** The session that is running, if one is. */
  readonly session: PlayerSession | undefined;
}

/** What came of it. Without a session the running one stays. */
export interface Opened {
  readonly session?: PlayerSession;
  readonly error?: FollowupError;
  readonly problems: readonly Problem[];
}

/** Opens what a page asks for, the latest order only: an answer that comes late to an earlier one is dropped. */
export class GraphOpener {
  #order = 0;
  /** What the running session was opened with. */
  #running: { readonly base: string; readonly order: Order } | undefined;

  /** Never rejects. Undefined if nothing is asked for, or if another order came in the meantime. */
  async open(order: Order): Promise<Opened | undefined> {
    const number = ++this.#order;
    const { src, graph, base } = order;
    if (!graph && !src) return undefined;
    const loaded = graph ? checkDocument(graph, graph.id, base) : await loadGraph(src ?? '', base);
    if (number !== this.#order) return undefined;
    const { problems, error } = loaded;
    if (!loaded.graph) return { problems, ...(error && { error }) };
    if (order.session && this.#canGoOn(order, order.session, loaded.graph, loaded.base)) {
      order.session.changeGraph(loaded.graph);
      return { session: order.session, problems };
    }
    const opened = await this.#begin(order, loaded.graph, loaded.base);
    if (number === this.#order) return { ...opened, problems };
    opened.session?.close();
    return undefined;
  }

  /** A running viewing goes on in another version of its own graph, never in another graph. */
  #canGoOn(order: Order, { view }: PlayerSession, graph: Graph, base: string): boolean {
    const running = this.#running;
    return (
      running !== undefined &&
      running.base === base &&
      running.order.collector === order.collector &&
      (isSame(running.order.viewer, order.viewer) || view.choice !== undefined) &&
      view.graph.id === graph.id
    );
  }

  async #begin(order: Order, graph: Graph, base: string): Promise<Pick<Opened, 'session' | 'error'>> {
    const { collector, viewer } = order;
    try {
      const session = await openSession({ graph, base, collector, viewer });
      this.#running = { base, order };
      return { session };
    } catch (cause) {
      return { error: new FollowupError('player-unavailable', 'The player could not be started.', { cause }) };
    }
  }
}

function isSame(one: PageViewer | undefined, other: PageViewer | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
