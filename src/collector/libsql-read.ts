import type { Identity, Reaction } from '../domain/reaction.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';
import type { Statements } from './libsql-statements.js';
import { topicWord } from './reaction-row.js';
import type { Cursor, Page, RecordPage, StoreFilter } from './reaction-store.js';
import type { StoredRecord } from './stored-record.js';

/** A row that was looked at. `body` is null if it does not fit. */
interface Row extends Cursor {
  readonly body: string | null;
  readonly named: number;
  readonly uuid: string;
}

export function readRows(statements: Statements, filter: StoreFilter, after: Cursor | undefined, limit: number): Page {
  const rows = statements.page.all(pageParameters(filter, after, limit)) as Row[];
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const nameOf = (row: Row) => (filter.names && row.named === 1 ? findName(statements, row.uuid) : undefined);
  return {
    rows: rows.flatMap((row) => arrivedRow(row, nameOf)),
    next: last && { viewing: last.viewing, sequence: last.sequence, arrival: last.arrival },
  };
}

function pageParameters(filter: StoreFilter, after: Cursor | undefined, limit: number) {
  const { graph = null, site = null, since = null, until = null, topic, topicQuestions = [] } = filter;
  return {
    ...(after ?? { viewing: 0, sequence: 0, arrival: 0 }),
    graph,
    site,
    since,
    until,
    topic: topic === undefined ? null : topicWord(topic),
    questions: JSON.stringify(topicQuestions.map((one) => `${one.graph} ${one.question}`)),
    limit,
  };
}

/** What lies in the database went through the schemas on its way in. */
function arrivedRow(row: Row, nameOf: (row: Row) => Identity | undefined): readonly ArrivedReaction[] {
  if (row.body === null) return [];
  return [{ reaction: JSON.parse(row.body) as Reaction, arrival: row.arrival, identity: nameOf(row) }];
}

function findName(statements: Statements, viewing: string): Identity | undefined {
  const row = statements.findName.get(viewing) as { readonly body: string } | undefined;
  return row && (JSON.parse(row.body) as Identity);
}

/** In this order: what is gone comes first, so that nothing of it is taken in over there. */
const KINDS = ['gone', 'code', 'name', 'reaction'] as const;

/** One page of everything, of one kind at a time. A place is written `kind:key`. */
export function readRecordRows(statements: Statements, after: string | undefined, limit: number): RecordPage {
  const [kind = '', place = ''] = (after ?? 'gone:').split(':');
  const [first = '', second = ''] = place.split(' ');
  const numbered = { first: Number(first), limit };
  const rows = (
    kind === 'gone'
      ? statements.goneAfter.all({ first, second, limit })
      : kind === 'code'
        ? statements.codesAfter.all({ first, limit })
        : kind === 'name'
          ? statements.namesAfter.all(numbered)
          : statements.reactionsAfter.all(numbered)
  ) as readonly RecordRow[];
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const following = KINDS[KINDS.findIndex((one) => one === kind) + 1];
  const next = last ? `${kind}:${last.place}` : following && `${following}:`;
  return { records: rows.map((row) => recordOf(kind, row)), next };
}

interface RecordRow {
  readonly viewing: string;
  readonly item: string;
  readonly hash: string;
  readonly body: string;
  readonly site: string;
  readonly received: string;
  readonly place: string | number;
}

function recordOf(kind: string, { viewing, item, hash, body, site, received }: RecordRow): StoredRecord {
  if (kind === 'gone') return { type: 'gone', viewing, item };
  if (kind === 'code') return { type: 'code', viewing, hash, received };
  if (kind === 'name') return { type: 'name', identity: JSON.parse(body) as Identity, received };
  return { type: 'reaction', reaction: JSON.parse(body) as Reaction, site, received };
}
