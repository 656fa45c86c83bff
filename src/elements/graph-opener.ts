import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';
import { bringMedia } from '../runtime/bring-media.js';
import { adoptVideo, beginVideo, findFirstSight, pictureStands } from '../runtime/early-picture.js';
import { fetchDocument, type FetchedDocument } from '../runtime/fetch-document.js';
import { nextTask } from '../runtime/next-task.js';
import type { PageViewer, PlayerSession } from '../runtime/player-session.js';
import type { ReadinessWish } from '../runtime/readiness.js';
import { bringBody, type PlayerBody } from './bring-body.js';

/** What a page asks for. */
export interface Order {
  readonly src: string | undefined;
  readonly graph: Graph | undefined;
  readonly base: string;
  readonly collector: string | undefined;
  readonly viewer: PageViewer | undefined;
  readonly readiness: ReadinessWish;
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

/** Finds the video of the first clip that a page may have put into the tag. */
type FindGiven = () => HTMLVideoElement | null;

/** What is shown before there is a session. Without a key it is the page's own, and no graph has been asked yet. */
interface EarlyPicture {
  readonly key?: string;
  readonly video: HTMLVideoElement | undefined;
}

/**
 * Opens what a page asks for, the latest order only: an answer that comes late to an earlier one is dropped.
 * As soon as the graph is there, its first clip begins to load, and has the line to itself until its picture stands:
 * the larger files of the player come then. Where there is no picture to wait for, they come at once.
 */
export class GraphOpener {
  readonly #showPicture: ShowPicture;
  readonly #findGiven: FindGiven;
  #order = 0;
  #early: EarlyPicture | undefined;
  /** What the running session was opened with. */
  #running: { readonly base: string; readonly order: Order } | undefined;

  constructor(showPicture: ShowPicture, findGiven: FindGiven) {
    this.#showPicture = showPicture;
    this.#findGiven = findGiven;
  }

  /** Never rejects. Undefined if nothing is asked for, or if another order came in the meantime. */
  async open(order: Order): Promise<Opened | undefined> {
    const number = ++this.#order;
    const isLate = () => number !== this.#order;
    const { src, graph, base } = order;
    if (!graph && !src) return undefined;
    if (!order.session) this.#showGiven();
    const fetched: FetchedDocument = graph
      ? { document: graph, base, problems: [] }
      : await fetchDocument(src ?? '', base);
    if (isLate()) return undefined;
    if (fetched.error) return this.#refuse(fetched);
    if (!order.session) {
      const sight = await findFirstSight(fetched.document, fetched.base);
      if (isLate()) return undefined;
      await this.#beginEarly(sight);
    }
    const body = await bringAll();
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

  #showGiven(): void {
    const video = this.#early ? null : this.#findGiven();
    if (!video) return;
    this.#early = { video };
    this.#showPicture(video);
  }

  /** Drops what is on its way. */
  abandon(): void {
    this.#order += 1;
    this.#endEarly();
  }

  /** A page often says in two steps what it wants: the same clip is not begun twice. */
  async #beginEarly(sight: Awaited<ReturnType<typeof findFirstSight>>): Promise<void> {
    const key = JSON.stringify(sight) ?? '';
    if (!this.#early || this.#early.key !== key) {
      const { key: known, video: given } = this.#early ?? {};
      if (known === undefined && given && sight && adoptVideo(given, sight)) this.#early = { key, video: given };
      else {
        this.#endEarly();
        this.#early = { key, video: sight && beginVideo(sight) };
        this.#showPicture(this.#early.video);
      }
    }
    if (this.#early.video) await pictureStands(this.#early.video);
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
    const { collector, viewer, readiness, session } = order;
    if (session && this.#canGoOn(order, session, { graph, base })) {
      session.changeGraph(graph);
      return { session };
    }
    const video = this.#early?.video;
    this.#early = undefined;
    try {
      const opened = await body.openSession({ graph, base, collector, viewer, video, readiness });
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
      (view.choice !== undefined ||
        (isSame(running.order.viewer, order.viewer) && isSame(running.order.readiness, order.readiness))) &&
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

function isSame<Value extends object>(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
