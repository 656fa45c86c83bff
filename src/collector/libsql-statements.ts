import type Database from 'libsql';

/**
 * Looks at no more than @limit rows from where the reader stands, whether they fit or not: a page then costs the same
 * however rare the fitting ones are. Viewings that can hold none are passed over. CROSS JOIN holds the order of the
 * loops, which is the order that is asked for, so nothing is sorted.
 */
export const PAGE = `
  SELECT viewing, sequence, arrival, named, uuid, CASE WHEN fits THEN body END AS body
  FROM (
    SELECT v.number AS viewing, v.viewing AS uuid, v.named, r.sequence, r.arrival, r.body,
      (@since IS NULL OR r.at >= @since)
      AND (@until IS NULL OR r.at < @until)
      AND (@topic IS NULL
        OR instr(r.topics, @topic) > 0
        OR v.graph || ' ' || r.question IN (SELECT value FROM json_each(@questions))) AS fits
    FROM viewings v
    CROSS JOIN reactions r ON r.viewing = v.number
    WHERE v.number >= @viewing
      AND (v.number > @viewing OR (r.sequence, r.arrival) > (@sequence, @arrival))
      AND (@graph IS NULL OR v.graph = @graph)
      AND (@site IS NULL OR v.site = @site)
      AND (@since IS NULL OR v.latest >= @since)
      AND (@until IS NULL OR v.began < @until)
    ORDER BY v.number, r.sequence, r.arrival
    LIMIT @limit
  )
`;

/**
 * Counts the ways that the latest viewings took. A way back is logged as a scene that was left, directly after the wish
 * to go back. Types are asked for twice, in the words of the index, or else it would not be used.
 */
export const WAYS = `
  SELECT "from", "to", count(DISTINCT viewing) AS viewings
  FROM (
    SELECT r.viewing, r.scene AS "from", json_extract(r.body, '$.to') AS "to"
    FROM (
      SELECT number FROM viewings WHERE graph = @graph AND (@site IS NULL OR site = @site)
      ORDER BY number DESC LIMIT @viewings
    ) v
    CROSS JOIN reactions r ON r.viewing = v.number
    WHERE r.type IN ('scene-left', 'went-back') AND r.type = 'scene-left'
      AND NOT EXISTS (
        SELECT 1 FROM reactions back
        WHERE back.viewing = r.viewing AND back.sequence = r.sequence - 1
          AND back.type IN ('scene-left', 'went-back') AND back.type = 'went-back'
      )
    LIMIT @leavings
  )
  WHERE "to" IS NOT NULL
  GROUP BY "from", "to"
  ORDER BY viewings DESC, "from", "to"
  LIMIT @ways
`;

const TOUCH_VIEWING = `
  INSERT INTO viewings (viewing, graph, site, began, latest, named) VALUES (@viewing, @graph, @site, @began, @latest, @named)
  ON CONFLICT (viewing, graph) DO UPDATE SET
    began = min(began, excluded.began), latest = max(latest, excluded.latest), named = max(named, excluded.named)
  WHERE excluded.began < began OR excluded.latest > latest OR excluded.named > named
`;

const ADD_REACTION = `
  INSERT INTO reactions (id, viewing, sequence, at, type, scene, question, topics, body, received)
  VALUES (@id, @viewing, @sequence, @at, @type, @scene, @question, @topics, @body, @received)
  ON CONFLICT (id) DO NOTHING
`;

/** A stretch of arrivals at a time, so that requests come in between. */
const EXPIRE = `
  DELETE FROM reactions
  WHERE arrival > @from AND arrival <= @to AND received < @before
    AND viewing IN (SELECT number FROM viewings WHERE graph = @graph)
`;

const DROP_EMPTY = `
  DELETE FROM viewings WHERE graph = ? AND NOT EXISTS (SELECT 1 FROM reactions WHERE reactions.viewing = number)
`;

const IN_REACTIONS = {
  findViewing: 'SELECT number FROM viewings WHERE viewing = ? AND graph = ?',
  listNumbers: 'SELECT number FROM viewings WHERE viewing = ?',
  touchViewing: TOUCH_VIEWING,
  addReaction: ADD_REACTION,
  graphs: 'SELECT DISTINCT graph FROM viewings WHERE (@site IS NULL OR site = @site) ORDER BY graph',
  page: PAGE,
  ways: WAYS,
  findGone: "SELECT 1 AS found FROM gone WHERE viewing = ? AND item IN ('viewing', ?)",
  listGone: 'SELECT item FROM gone WHERE viewing = ?',
  addGone: 'INSERT INTO gone (viewing, item) VALUES (?, ?) ON CONFLICT DO NOTHING',
  findCode: 'SELECT hash FROM codes WHERE viewing = ?',
  listHolders: 'SELECT viewing FROM codes WHERE hash = ? ORDER BY viewing',
  addCode: 'INSERT INTO codes (viewing, hash, received) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  removeReaction: 'DELETE FROM reactions WHERE id = ? AND viewing IN (SELECT number FROM viewings WHERE viewing = ?)',
  removeReactions: 'DELETE FROM reactions WHERE viewing IN (SELECT number FROM viewings WHERE viewing = ?)',
  removeViewing: 'DELETE FROM viewings WHERE viewing = ?',
  lastArrival: 'SELECT coalesce(max(arrival), 0) AS arrival FROM reactions',
  expire: EXPIRE,
  dropEmpty: DROP_EMPTY,
  dropCodes: 'DELETE FROM codes WHERE received < ? AND viewing NOT IN (SELECT viewing FROM viewings)',
  goneAfter: `SELECT viewing, item, viewing || ' ' || item AS place FROM gone
    WHERE (viewing, item) > (@first, @second) ORDER BY viewing, item LIMIT @limit`,
  codesAfter:
    'SELECT viewing, hash, received, viewing AS place FROM codes WHERE viewing > @first ORDER BY viewing LIMIT @limit',
  reactionsAfter: `SELECT r.body, r.received, v.site, r.arrival AS place FROM reactions r
    JOIN viewings v ON v.number = r.viewing WHERE r.arrival > @first ORDER BY r.arrival LIMIT @limit`,
} as const;

const IN_NAMES = {
  addName: 'INSERT INTO names (viewing, body, received) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  findName: 'SELECT body FROM names WHERE viewing = ?',
  removeName: 'DELETE FROM names WHERE viewing = ?',
  listByReference: "SELECT viewing FROM names WHERE json_extract(body, '$.reference') = ?",
  listByName: "SELECT viewing FROM names WHERE json_extract(body, '$.name') = ?",
  listOldNames: 'SELECT viewing FROM names WHERE received < ?',
  namesAfter: 'SELECT body, received, number AS place FROM names WHERE number > @first ORDER BY number LIMIT @limit',
} as const;

type Prepared<Texts> = Readonly<Record<keyof Texts, Database.Statement>>;
export type Statements = Prepared<typeof IN_REACTIONS> & Prepared<typeof IN_NAMES>;

/** Every statement, prepared once. What comes from outside only ever goes in as a parameter. */
export function prepareStatements(reactions: Database.Database, names: Database.Database): Statements {
  return { ...prepareAll(reactions, IN_REACTIONS), ...prepareAll(names, IN_NAMES) };
}

function prepareAll<Texts extends Readonly<Record<string, string>>>(
  database: Database.Database,
  texts: Texts,
): Prepared<Texts> {
  const prepared = Object.entries(texts).map(([name, text]) => [name, database.prepare(text)]);
  // Its keys are those of `texts`, which `fromEntries` cannot know.
  return Object.fromEntries(prepared) as Prepared<Texts>;
}
