import type { Identity, Reaction, ReactionId } from '../domain/reaction.js';
import type { Runner } from './postgres-pool.js';
import { factsOf } from './reaction-row.js';
import type { SiteId } from './reaction-store.js';

/** A reaction with what belongs to it. */
export interface ArrivingReaction {
  readonly reaction: Reaction;
  readonly site: SiteId;
  readonly received: string;
}

export interface ArrivingName {
  readonly identity: Identity;
  readonly received: string;
}

export interface ArrivingCode {
  readonly viewing: string;
  readonly hash: string;
  readonly received: string;
}

/**
 * Everything of a group in one statement. Viewings are numbered in the order in which they came, and written in the
 * order of their keys, as every collector does, so that none waits for the other in a circle.
 *
 * An id is kept once in its viewing, whatever else of it has changed. No key can promise that over several months, so
 * the ids of these viewings are looked up first, in the index alone; the key stands for those that are just being
 * written elsewhere.
 */
const ADD_REACTIONS = `
  WITH known AS MATERIALIZED (
    SELECT sent.viewing, r.id FROM unnest($15::uuid[]) AS sent (viewing)
    CROSS JOIN LATERAL (
      SELECT began, latest FROM viewings v WHERE v.viewing = sent.viewing OFFSET 0
    ) v
    CROSS JOIN LATERAL (
      SELECT k.id FROM reactions k WHERE k.viewing = sent.viewing AND k.at BETWEEN v.began AND v.latest OFFSET 0
    ) r
  ), incoming AS (
    SELECT * FROM unnest(
      $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::integer[], $6::timestamptz[], $7::boolean[],
      $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[]
    ) WITH ORDINALITY AS t (
      id, viewing, graph, site, sequence, at, named, type, scene, leads_to, question, topics, body, received, place
    )
    WHERE NOT EXISTS (
      SELECT 1 FROM gone WHERE gone.viewing = t.viewing AND gone.item IN ('viewing', t.id::text)
    ) AND NOT EXISTS (
      SELECT 1 FROM known WHERE known.viewing = t.viewing AND known.id = t.id
    )
  ), viewed AS (
    SELECT viewing, graph, (array_agg(site ORDER BY place))[1] AS site,
      min(at) AS began, max(at) AS latest, bool_or(named) AS named
    FROM incoming GROUP BY viewing, graph ORDER BY min(place)
  ), numbered AS (
    SELECT *, nextval('viewing_numbers') AS number FROM viewed
  ), touched AS (
    INSERT INTO viewings AS v (viewing, graph, site, began, latest, named, number)
    SELECT viewing, graph, site, began, latest, named, number FROM numbered ORDER BY viewing, graph
    ON CONFLICT (viewing, graph) DO UPDATE SET
      began = least(v.began, excluded.began), latest = greatest(v.latest, excluded.latest),
      named = v.named OR excluded.named
    RETURNING viewing, graph, number
  )
  INSERT INTO reactions (viewing, sequence, at, id, number, received, type, scene, leads_to, question, topics, body)
  SELECT i.viewing, i.sequence, i.at, i.id, t.number, i.received, i.type, i.scene, i.leads_to, i.question, i.topics, i.body
  FROM incoming i JOIN touched t ON t.viewing = i.viewing AND t.graph = i.graph
  ORDER BY i.place
  ON CONFLICT DO NOTHING
  RETURNING id
`;

/** Writes reactions, and tells which were new. */
export async function addReactions(
  runner: Runner,
  arriving: readonly ArrivingReaction[],
): Promise<ReadonlySet<ReactionId>> {
  if (arriving.length === 0) return new Set();
  const rows = arriving.map(({ reaction, site, received }) => ({
    ...factsOf(reaction),
    reaction,
    site,
    received,
    body: packBody(reaction),
    leadsTo: reaction.type === 'scene-left' ? (reaction.to ?? null) : null,
  }));
  const { rows: added } = await runner.query<{ id: string }>({
    name: 'add-reactions',
    text: ADD_REACTIONS,
    values: [
      rows.map(({ reaction }) => reaction.id),
      rows.map(({ reaction }) => reaction.viewing),
      rows.map(({ reaction }) => reaction.graph),
      rows.map(({ site }) => site),
      rows.map(({ reaction }) => reaction.sequence),
      rows.map(({ at }) => at),
      rows.map(({ named }) => named),
      rows.map(({ reaction }) => reaction.type),
      rows.map(({ scene }) => scene),
      rows.map(({ leadsTo }) => leadsTo),
      rows.map(({ question }) => question),
      rows.map(({ topics }) => topics),
      rows.map(({ body }) => body),
      rows.map(({ received }) => received),
      [...new Set(rows.map(({ reaction }) => reaction.viewing))],
    ],
  });
  return new Set(added.map(({ id }) => id));
}

/** What the columns do not hold, as JSON: it escapes the characters that a text column refuses. */
function packBody(reaction: Reaction): string {
  const { id: _id, viewing: _viewing, sequence: _sequence, graph: _graph, at: _at, type: _type, ...rest } = reaction;
  return JSON.stringify(rest);
}

export async function addCodes(runner: Runner, codes: readonly ArrivingCode[]): Promise<void> {
  if (codes.length === 0) return;
  await runner.query(
    `INSERT INTO codes (viewing, hash, received)
     SELECT DISTINCT ON (viewing) viewing, hash, received
     FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) WITH ORDINALITY AS t (viewing, hash, received, place)
     ORDER BY viewing, place ON CONFLICT DO NOTHING`,
    [codes.map(({ viewing }) => viewing), codes.map(({ hash }) => hash), codes.map(({ received }) => received)],
  );
}

/** Writes names, save those that were withdrawn. They may lie in another database than what tells that. */
export async function addNames(reactions: Runner, names: Runner, arriving: readonly ArrivingName[]): Promise<void> {
  if (arriving.length === 0) return;
  const { rows } = await reactions.query<{ viewing: string }>(
    "SELECT viewing FROM gone WHERE viewing = ANY ($1::uuid[]) AND item IN ('viewing', 'name')",
    [arriving.map(({ identity }) => identity.viewing)],
  );
  const gone = new Set(rows.map(({ viewing }) => viewing));
  const wanted = arriving.filter(({ identity }) => !gone.has(identity.viewing.toLowerCase()));
  await names.query(
    `INSERT INTO names (viewing, name, reference, received)
     SELECT DISTINCT ON (viewing) viewing, name, reference, received
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
       WITH ORDINALITY AS t (viewing, name, reference, received, place)
     ORDER BY viewing, place ON CONFLICT DO NOTHING`,
    [
      wanted.map(({ identity }) => identity.viewing),
      wanted.map(({ identity }) => JSON.stringify(identity.name)),
      wanted.map(({ identity }) => (identity.reference === undefined ? null : JSON.stringify(identity.reference))),
      wanted.map(({ received }) => received),
    ],
  );
}
