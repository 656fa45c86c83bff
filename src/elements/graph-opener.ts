import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';
import { bringMedia } from '../runtime/bring-media.js';
import { beginVideo, findFirstClip, hasEarlierLog } from '../runtime/early-picture.js';
import { fetchDocument, type FetchedDocument } from '../runtime/fetch-document.js';
import { nextTask } from '../runtime/next-task.js';
import type { PageViewer, PlayerSession } from '../runtime/player-session.js';
import { bringBody, type PlayerBody } from './bring-body.js';

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

/** A graph that may be played. */
interface Accepted {
  readonly graph: Graph;
  readonly base: string;
}

/** Shows the first clip's video while nothing else is there, or nothing any more. */
type ShowPicture = (video: HTMLVideoElement | undefined) => void;

/**
 * Opens what a page asks for, the latest order only: an answer that comes late to an earlier one is dropped.
 * Graph and code are asked for at the same moment. As soon as the graph is there, its first clip begins to load.
 */
export class GraphOpener {
  readonly #showPicture: ShowPicture;
  #order = 0;
  #early: { readonly key: string; readonly video: HTMLVideoElement | undefined } | undefined;
  /** What the running session was opened with. */
  #running: { readonly base: string; readonly order: Order } | undefined;

  constructor(showPicture: ShowPicture) {
    this.#showPicture = showPicture;
  }

  /** Never rejects. Undefined if nothing is asked for, or if another order came in the meantime. */
  async open(order: Order): Promise<Opened | undefined> {
    const number = ++this.#order;
    const isLate = () => number !== this.#order;
    const { src, graph, base } = order;
    if (!graph && !src) return undefined;
    const bringing = bringAll();
    // What returning viewers saw last is not the first scene: their picture waits for the log to say which it was.
    const fetching: FetchedDocument | Promise<FetchedDocument> = graph
      ? { document: graph, base, problems: [] }
      : fetchDocument(src ?? '', base);
    const [fetched, returns] = await Promise.all([fetching, order.session !== undefined || hasEarlierLog()]);
    if (isLate()) return undefined;
    if (fetched.error) return this.#refuse(fetched);
    if (!returns) this.#beginEarly(fetched);
    const body = await bringing;
    if (isLate()) return undefined;
    if (body instanceof FollowupError) return this.#refuse({ problems: [], error: body });
    const checked = body.checkDocument(fetched.document, graph?.id ?? src ?? '');
    if (!checked.graph) return this.#refuse(checked);
    await nextTask();
    if (isLate()) return undefined;
    const opened = await this.#openSession(order, { graph: checked.graph, base: fetched.base }, body);
    if (!isLate()) return { ...opened, problems: checked.problems };
    if (opened.session !== order.session) opened.session?.close();
    return undefined;
  }

  /** A page often says in two steps what it wants: the same clip is not begun twice. */
  #beginEarly({ document, base }: FetchedDocument): void {
    const clip = findFirstClip(document, base);
    const key = JSON.stringify(clip);
    if (this.#early?.key === key) return;
    this.#endEarly();
    this.#early = { key, video: clip && beginVideo(clip) };
    this.#showPicture(this.#early.video);
  }

  /** The requests end too. */
  #endEarly(): void {
    const video = this.#early?.video;
    this.#early = undefined;
    if (!video) return;
    this.#showPicture(undefined);
    video.removeAttribute('src');
    video.load();
  }

  #refuse({ problems, error }: Opened): Opened {
    this.#endEarly();
    return { problems, ...(error && { error }) };
  }

  async #openSession(order: Order, { graph, base }: Accepted, body: PlayerBody): Promise<Omit<Opened, 'problems'>> {
    const { collector, viewer, session } = order;
    if (session && this.#canGoOn(order, session, { graph, base })) {
      session.changeGraph(graph);
      return { session };
    }
    const video = this.#early?.video;
    this.#early = undefined;
    try {
      const opened = await body.openSession({ graph, base, collector, viewer, video });
      this.#running = { base, order };
      return { session: opened };
    } catch (cause) {
      this.#showPicture(undefined);
      return { error: unavailable(cause) };
    }
  }

  /** A running viewing goes on in another version of its own graph, never in another graph. */
  #canGoOn(order: Order, { view }: PlayerSession, { graph, base }: Accepted): boolean {
    const running = this.#running;
    return (
      running !== undefined &&
      running.base === base &&
      running.order.collector === order.collector &&
      (isSame(running.order.viewer, order.viewer) || view.choice !== undefined) &&
      view.graph.id === graph.id
    );
  }
}

/** Fetches the body and the media at once, so that neither waits for the other. Never rejects. */
async function bringAll(): Promise<PlayerBody | FollowupError> {
  try {
    const [body] = await Promise.all([bringBody(), bringMedia()]);
    await nextTask();
    return body;
  } catch (cause) {
    return unavailable(cause);
  }
}

function unavailable(cause: unknown): FollowupError {
  return new FollowupError('player-unavailable', 'The player could not be started.', { cause });
}

function isSame(one: PageViewer | undefined, other: PageViewer | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
