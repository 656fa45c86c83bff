import type pg from 'pg';

import type { GraphId } from '../domain/graph.js';
import type { Identity, Reaction } from '../domain/reaction.js';
import { topicWord } from './reaction-row.js';
import { WAY_BOUNDS, type Cursor, type Page, type SiteId, type StoreFilter } from './reaction-store.js';
import type { Way } from './ways.js';

/** Viewings are looked at one for so many reactions of a page. Most have more of them. */
const REACTIONS_A_VIEWING = 8;

/**
 * Of a few viewings, each in its own order, and no more of each than a page holds. Only months between a viewing's
 * first and last reaction are looked into.
 */
const PAGE = `
  SELECT v.number AS viewing, v.viewing AS uuid, v.graph, v.named, r.sequence, r.arrival,
    CASE WHEN r.fits THEN r.id END AS id, r.type, r.body,
    to_char(r.at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
  FROM (
    SELECT * FROM viewings
    WHERE number >= $1
      AND ($4::text IS NULL OR graph = $4)
      AND ($5::text IS NULL OR site = $5)
      AND ($6::timestamptz IS NULL OR latest >= $6)
      AND ($7::timestamptz IS NULL OR began < $7)
    ORDER BY number LIMIT $11
  ) v
  LEFT JOIN LATERAL (
    SELECT l.*,
      ($6::timestamptz IS NULL OR l.at >= $6)
      AND ($7::timestamptz IS NULL OR l.at < $7)
      AND ($8::text IS NULL OR strpos(l.topics, $8) > 0 OR v.graph || ' ' || l.question = ANY ($9::text[])) AS fits
    FROM reactions l
    WHERE l.viewing = v.viewing AND l.number = v.number AND l.at BETWEEN v.began AND v.latest
      AND (v.number > $1 OR (l.sequence, l.arrival) > ($2, $3))
    ORDER BY l.sequence, l.arrival LIMIT $10
  ) r ON true
  ORDER BY v.number, r.sequence, r.arrival
  LIMIT $10
`;

/** A row of a viewing without reactions has nulls, and stands for the viewing alone. */
interface Row {
  readonly viewing: number;
  readonly uuid: string;
  readonly graph: string;
  readonly named: boolean;
  readonly sequence: number | null;
  readonly arrival: number | null;
  readonly id: string | null;
  readonly type: string;
  readonly body: string;
  readonly at: string;
}

export async function readRows(
  pools: { readonly reactions: pg.Pool; readonly names: pg.Pool },
  filter: StoreFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<Page> {
  const viewings = Math.ceil(limit / REACTIONS_A_VIEWING) + 1;
  const { rows } = await pools.reactions.query<Row>({
    name: 'page',
    text: PAGE,
    values: pageParameters(filter, after, limit, viewings),
  });
  const names = filter.names ? await findNames(pools.names, rows) : new Map<string, Identity>();
  return {
    rows: rows.flatMap((row) =>
      row.id === null || row.arrival === null
        ? []
        : [{ reaction: unpack(row, row.id), arrival: row.arrival, identity: names.get(row.uuid) }],
    ),
    next: nextOf(rows, limit, viewings),
  };
}

function pageParameters(filter: StoreFilter, after: Cursor | undefined, limit: number, viewings: number) {
  const { graph = null, site = null, since = null, until = null, topic, topicQuestions = [] } = filter;
  const { viewing, sequence, arrival } = after ?? { viewing: 0, sequence: 0, arrival: 0 };
  const questions = topicQuestions.map((one) => `${one.graph} ${one.question}`);
  const word = topic === undefined ? null : topicWord(topic);
  return [viewing, sequence, arrival, graph, site, since, until, word, questions, limit, viewings];
}

/** Full of reactions: on from the last. Else on behind the last viewing, if there may be more. */
function nextOf(rows: readonly Row[], limit: number, viewings: number): Cursor | undefined {
  const last = rows.at(-1);
  if (!last) return undefined;
  const { viewing, sequence, arrival } = last;
  if (rows.length === limit && sequence !== null && arrival !== null) return { viewing, sequence, arrival };
  const looked = new Set(rows.map((row) => row.viewing)).size;
  return looked === viewings || rows.length === limit ? { viewing: viewing + 1, sequence: 0, arrival: 0 } : undefined;
}

function unpack({ uuid, graph, type, sequence, at, body }: Row, id: string): Reaction {
  return unpackReaction({ type, id, viewing: uuid, sequence: sequence ?? 0, graph, at, body });
}

/** A reaction as the tables have it: what is asked for has columns, and all else is in the body. */
export interface PackedReaction {
  readonly type: string;
  readonly id: string;
  readonly viewing: string;
  readonly sequence: number;
  readonly graph: string;
  readonly at: string;
  readonly body: string;
}

/** Puts a reaction together again. What lies in the database went through the schemas on its way in. */
export function unpackReaction(row: PackedReaction): Reaction {
  const { type, id, viewing, sequence, graph, at, body } = row;
  const { graphVersion, ...rest } = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return { type, id, viewing, sequence, graph, graphVersion, at, ...rest } as Reaction;
}

async function findNames(names: pg.Pool, rows: readonly Row[]): Promise<ReadonlyMap<string, Identity>> {
  const named = [...new Set(rows.filter((row) => row.named).map(({ uuid }) => uuid))];
  if (named.length === 0) return new Map();
  const { rows: found } = await names.query<NameRow>(
    'SELECT viewing, name, reference FROM names WHERE viewing = ANY ($1::uuid[])',
    [named],
  );
  return new Map(found.map((row) => [row.viewing, unpackName(row)]));
}

export interface NameRow {
  readonly viewing: string;
  readonly name: string;
  readonly reference: string | null;
}

export function unpackName({ viewing, name, reference }: NameRow): Identity {
  return {
    viewing,
    name: JSON.parse(name) as string,
    ...(reference !== null && { reference: JSON.parse(reference) as string }),
  };
}

/** A hop from graph to graph along the index, however many viewings each has. */
const GRAPHS = `
  WITH RECURSIVE g (graph) AS (
    (SELECT graph FROM viewings ORDER BY graph LIMIT 1)
    UNION ALL
    SELECT (SELECT graph FROM viewings WHERE graph > g.graph ORDER BY graph LIMIT 1) FROM g WHERE g.graph IS NOT NULL
  )
  SELECT graph FROM g
  WHERE graph IS NOT NULL
    AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM viewings v WHERE v.graph = g.graph AND v.site = $1))
`;

export async function listGraphs(pool: pg.Pool, site: SiteId | undefined): Promise<readonly GraphId[]> {
  const { rows } = await pool.query<{ graph: string }>(GRAPHS, [site ?? null]);
  // As JavaScript orders words, whatever the database's language is.
  return rows.map(({ graph }) => graph).toSorted();
}

/** A way back is logged as a scene that was left, directly after the wish to go back. */
const WAYS = `
  SELECT scene AS "from", leads_to AS "to", count(DISTINCT number) AS viewings
  FROM (
    SELECT r.number, r.scene, r.leads_to
    FROM (
      SELECT * FROM viewings WHERE graph = $1 AND ($2::text IS NULL OR site = $2) ORDER BY number DESC LIMIT $3
    ) v
    JOIN reactions r ON r.viewing = v.viewing AND r.number = v.number AND r.at BETWEEN v.began AND v.latest
    WHERE r.type = 'scene-left'
      AND NOT EXISTS (
        SELECT 1 FROM reactions back
        WHERE back.viewing = v.viewing AND back.number = v.number AND back.at BETWEEN v.began AND v.latest
          AND back.sequence = r.sequence - 1 AND back.type = 'went-back'
      )
    LIMIT $4
  ) w
  WHERE leads_to IS NOT NULL
  GROUP BY scene, leads_to
  ORDER BY viewings DESC, scene, leads_to
  LIMIT $5
`;

export async function readWays(pool: pg.Pool, graph: GraphId, site: SiteId | undefined): Promise<readonly Way[]> {
  const { rows } = await pool.query<Way>(WAYS, [
    graph,
    site ?? null,
    WAY_BOUNDS.viewings,
    WAY_BOUNDS.leavings,
    WAY_BOUNDS.ways,
  ]);
  return rows;
}
