import type { GraphId } from '../domain/graph.js';
import type { WayCounts } from '../domain/likelihood.js';
import type { QuestionId } from '../domain/questions/question.js';
import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { ReadingFilter } from '../domain/report.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';

/** What came of keeping a batch. Every reaction is in one of the two lists. */
export interface Kept {
  readonly stored: readonly ReactionId[];
  /** Were kept before, and are left as they were. */
  readonly known: readonly ReactionId[];
  /** Viewings whose identity is kept now. The first that came stays. */
  readonly identities: readonly ViewingId[];
}

export interface StoreFilter extends ReadingFilter {
  /** Questions that are about the filter's topic by themselves: their answers count as well. */
  readonly topicQuestions?: readonly { readonly graph: GraphId; readonly question: QuestionId }[];
}

/** Where a reader stands. Handed back to the same kind of store, and to nobody else. */
export interface Cursor {
  readonly viewing: number;
  readonly sequence: number;
  readonly arrival: number;
}

/** Some rows, and where to go on; `next` is undefined after the last. A page may be empty and not the last. */
export interface Page {
  readonly rows: readonly ArrivedReaction[];
  readonly next: Cursor | undefined;
}

/** Where reactions lie for good. Names lie apart, and come along only for viewings that chose to be named. */
export interface ReactionStore {
  /** Resolves once all are durable. Each id is kept once. */
  keep(reactions: readonly Reaction[], identities: readonly Identity[]): Promise<Kept>;
  /** Looks at no more than `limit` reactions: viewings in the order in which they arrived, each in its own order. */
  readPage(filter: StoreFilter, after: Cursor | undefined, limit: number): Promise<Page>;
  /** The graphs that reactions came from. */
  listGraphs(): Promise<readonly GraphId[]>;
  /**
   * How many of the graph's latest viewings left one scene for another by a branch, the most taken ways first. Going
   * back counts for nothing, and going the same way twice counts once. Small groups are in it: show it to nobody.
   */
  countWays(graph: GraphId): Promise<WayCounts>;
  close(): Promise<void>;
}

/** Bounds of `countWays`, so that it costs the same whatever was sent: the latest viewings tell enough. */
export const WAY_BOUNDS = { viewings: 2_000, leavings: 50_000, ways: 8_000 };

/** Reads everything that fits, page by page, so that memory does not grow with what is kept. */
export async function* readAll(
  store: ReactionStore,
  filter: StoreFilter,
  pageSize = 500,
): AsyncGenerator<readonly ArrivedReaction[]> {
  let after: Cursor | undefined;
  do {
    const page: Page = await store.readPage(filter, after, pageSize);
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after);
}
