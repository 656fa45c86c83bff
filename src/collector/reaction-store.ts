import type { GraphId } from '../domain/graph.js';
import type { WayCounts } from '../domain/likelihood.js';
import type { QuestionId } from '../domain/questions/question.js';
import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { ReadingFilter } from '../domain/report.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';
import type { ViewingCode, Withdrawal, WithdrawalReceipt } from '../domain/withdrawal.js';
import type { StoredRecord } from './stored-record.js';

/** The page, or group of pages, that a reaction came from. */
export type SiteId = string;

/** What every reaction belongs to while the operator has named no sites. */
export const DEFAULT_SITE: SiteId = 'default';

/** What came in one request. */
export interface Incoming {
  readonly reactions: readonly Reaction[];
  readonly identities?: readonly Identity[];
  readonly codes?: readonly ViewingCode[];
}

/** What came, and from where: one call of `keep`. */
export interface Delivery {
  readonly incoming: Incoming;
  readonly site: SiteId;
}

/** What came of keeping a batch. Every reaction is in one of the two lists. */
export interface Kept {
  readonly stored: readonly ReactionId[];
  /** Were kept before, and are left as they were, or were withdrawn. */
  readonly known: readonly ReactionId[];
  /** Viewings whose identity need not be sent again. The first that came stays. */
  readonly identities: readonly ViewingId[];
  /** Viewings whose deletion code need not be sent again. The first that came stays. */
  readonly codes: readonly ViewingId[];
}

export interface StoreFilter extends ReadingFilter {
  readonly site?: SiteId;
  /** Questions that are about the filter's topic by themselves: their answers count as well. */
  readonly topicQuestions?: readonly { readonly graph: GraphId; readonly question: QuestionId }[];
  /** Whether names come along. They are not even looked up otherwise: only some readers may see them. */
  readonly names?: boolean;
}

/** Where a reader stands. Plain numbers: it may be written down, and handed back to the same store later. */
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

/** How much was deleted. */
export interface Erased {
  readonly viewings: number;
  readonly reactions: number;
  readonly names: number;
}

export const NOTHING_ERASED: Erased = { viewings: 0, reactions: 0, names: 0 };

export function addErased(a: Erased, b: Erased): Erased {
  return { viewings: a.viewings + b.viewings, reactions: a.reactions + b.reactions, names: a.names + b.names };
}

/** Since when a graph's viewings may be kept. */
export interface Expiry {
  readonly graph: GraphId;
  readonly before: string;
}

/** The instant before which anything is over that belongs to no graph, such as a name without a viewing. */
export function latestOf(expiries: readonly Expiry[]): string {
  return expiries.reduce((latest, { before }) => (before > latest ? before : latest), '');
}

/** Whose viewings are meant: by the company's number, or by the name as the page passed it in. */
export type ViewerSought = { readonly reference: string } | { readonly name: string };

/** Some records, and where to go on. */
export interface RecordPage {
  readonly records: readonly StoredRecord[];
  readonly next: string | undefined;
}

/** Where reactions lie for good. Names lie apart, and come along only for viewings that chose to be named. */
export interface ReactionStore {
  /** Resolves once all are durable. Each id is kept once, and nothing of what was withdrawn. */
  keep(incoming: Incoming, site?: SiteId): Promise<Kept>;
  /** Resolves once it is gone. What comes of it later, by a beacon that was on its way, is not kept either. */
  withdraw(withdrawals: readonly Withdrawal[]): Promise<WithdrawalReceipt>;
  /**
   * Deletes what viewings of these graphs left before these instants, for good: down to the bytes on the disk. All graphs
   * at once: a store that lies in months drops a month only when all that is in it is over.
   */
  expire(expiries: readonly Expiry[]): Promise<Erased>;
  /** Deletes everything of a viewing, and keeps nothing that comes of it later. */
  eraseViewing(viewing: ViewingId): Promise<Erased>;
  /** Deletes every viewing that this person put their name to. */
  eraseViewer(viewer: ViewerSought): Promise<Erased>;
  /** Looks at no more than `limit` reactions: viewings in the order in which they arrived, each in its own order. */
  readPage(filter: StoreFilter, after: Cursor | undefined, limit: number): Promise<Page>;
  /** The graphs that reactions came from. */
  listGraphs(site?: SiteId): Promise<readonly GraphId[]>;
  /**
   * How many of the graph's latest viewings left one scene for another by a branch, the most taken ways first. Going
   * back counts for nothing, and going the same way twice counts once. Small groups are in it: show it to nobody.
   */
  countWays(graph: GraphId, site?: SiteId): Promise<WayCounts>;
  /** Everything that lies here, record by record, to carry it elsewhere. In the same order each time. */
  readRecords(after: string | undefined, limit: number): Promise<RecordPage>;
  /** Takes what another store handed out. Records that lie here already are left as they are. */
  loadRecords(records: readonly StoredRecord[]): Promise<void>;
  /** Whether it would take something now. Rejects with a sentence if not. */
  checkHealth(): Promise<void>;
  /** Writes a whole copy to a new file, while work goes on. Where the engine has no such copy, there is none. */
  backUp?(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Bounds of `countWays`, so that it costs the same whatever was sent: the latest viewings tell enough. */
export const WAY_BOUNDS = { viewings: 2_000, leavings: 50_000, ways: 8_000 };

/** Reads everything that fits, page by page, so that memory does not grow with what is kept. */
export async function* readAll(
  store: Pick<ReactionStore, 'readPage'>,
  filter: StoreFilter,
  pageSize = 500,
  from?: Cursor,
): AsyncGenerator<readonly ArrivedReaction[]> {
  let after = from;
  do {
    const page: Page = await store.readPage(filter, after, pageSize);
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after);
}

/** Writes a cursor as a word that can stand in an address. */
export function writeCursor({ viewing, sequence, arrival }: Cursor): string {
  return [viewing, sequence, arrival].join('.');
}

/** Reads such a word. Undefined if it is none. */
export function readCursor(text: string): Cursor | undefined {
  const [viewing, sequence, arrival] = text.split('.').map(Number);
  if (!/^\d{1,15}\.\d{1,15}\.\d{1,15}$/.test(text)) return undefined;
  return viewing === undefined || sequence === undefined || arrival === undefined
    ? undefined
    : { viewing, sequence, arrival };
}
