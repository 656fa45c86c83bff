import type pg from 'pg';

import { unpackName, unpackReaction, type PackedReaction, type NameRow } from './postgres-read.js';
import type { RecordPage } from './reaction-store.js';
import type { StoredRecord } from './stored-record.js';

const NIL = '00000000-0000-0000-0000-000000000000';
const SECOND = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

/** In this order: what is gone comes first, so that nothing of it is taken in over there. */
const KINDS = ['gone', 'code', 'name', 'reaction'] as const;
type Kind = (typeof KINDS)[number];

interface Portion {
  readonly records: readonly StoredRecord[];
  /** Where the next portion of this kind begins; undefined after the last. */
  readonly place: string | undefined;
}

/** One page of everything, of one kind at a time. A place is written `kind:key`. */
export async function readRecordRows(
  pools: { readonly reactions: pg.Pool; readonly names: pg.Pool },
  after: string | undefined,
  limit: number,
): Promise<RecordPage> {
  const [word = 'gone', ...rest] = (after ?? 'gone:').split(':');
  const kind = KINDS.find((one) => one === word) ?? 'gone';
  const { records, place } = await READERS[kind](
    kind === 'name' ? pools.names : pools.reactions,
    rest.join(':'),
    limit,
  );
  const following = KINDS[KINDS.indexOf(kind) + 1];
  return { records, next: place !== undefined ? `${kind}:${place}` : following && `${following}:` };
}

type Reader = (pool: pg.Pool, place: string, limit: number) => Promise<Portion>;

const READERS: Readonly<Record<Kind, Reader>> = {
  async gone(pool, place, limit) {
    const [viewing = '', item = ''] = place.split(' ');
    const { rows } = await pool.query<{ viewing: string; item: string }>(
      `SELECT viewing, item FROM gone WHERE (viewing, item) > ($1::uuid, $2) ORDER BY viewing, item LIMIT $3`,
      [viewing || NIL, item, limit],
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { records: rows.map((row) => ({ type: 'gone', ...row })), place: last && `${last.viewing} ${last.item}` };
  },
  async code(pool, place, limit) {
    const { rows } = await pool.query<{ viewing: string; hash: string; received: string }>(
      `SELECT viewing, hash, to_char(received, ${SECOND}) AS received FROM codes
       WHERE viewing > $1::uuid ORDER BY viewing LIMIT $2`,
      [place || NIL, limit],
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { records: rows.map((row) => ({ type: 'code', ...row })), place: last?.viewing };
  },
  async name(pool, place, limit) {
    const { rows } = await pool.query<NameRow & { received: string }>(
      `SELECT viewing, name, reference, to_char(received, ${SECOND}) AS received FROM names
       WHERE viewing > $1::uuid ORDER BY viewing LIMIT $2`,
      [place || NIL, limit],
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const records = rows.map((row): StoredRecord => {
      return { type: 'name', identity: unpackName(row), received: row.received };
    });
    return { records, place: last?.viewing };
  },
  /** A stretch of arrivals at a time: a small index leads to it, and there are gaps. */
  async reaction(pool, place, limit) {
    const from = Number(place || 0);
    const { rows } = await pool.query<ReactionRow>(REACTIONS, [from, from + limit]);
    const { rows: ends } = await pool.query<{ last: number }>('SELECT last_value AS last FROM arrivals');
    const records = rows.map(({ site, received, ...row }): StoredRecord => {
      return { type: 'reaction', reaction: unpackReaction(row), site, received };
    });
    return { records, place: from + limit < (ends[0]?.last ?? 0) ? String(from + limit) : undefined };
  },
};

interface ReactionRow extends PackedReaction {
  readonly site: string;
  readonly received: string;
}

const REACTIONS = `
  SELECT r.type, r.id, r.viewing, r.sequence, v.graph, to_char(r.at, ${SECOND}) AS at, r.body, v.site,
    to_char(r.received, ${SECOND}) AS received
  FROM reactions r JOIN viewings v ON v.viewing = r.viewing AND v.number = r.number
  WHERE r.arrival > $1 AND r.arrival <= $2 ORDER BY r.arrival
`;
