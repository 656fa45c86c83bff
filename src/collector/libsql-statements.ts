import type Database from 'libsql';

/**
 * Looks at no more than @limit rows from where the reader stands, whether they fit or not: a page then costs the same
 * however rare the fitting ones are. Viewings that can hold none are passed over. CROSS JOIN holds the order of the
 * loops, which is the order that is asked for, so nothing is sorted.
 */
export const PAGE = `
  SELECT viewing, sequence, arrival,
    CASE WHEN fits THEN body END AS body,
    CASE WHEN fits AND named THEN (SELECT i.body FROM identities i WHERE i.viewing = uuid) END AS identity
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
    FROM (SELECT number FROM viewings WHERE graph = @graph ORDER BY number DESC LIMIT @viewings) v
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
  INSERT INTO viewings (viewing, graph, began, latest, named) VALUES (@viewing, @graph, @at, @at, @named)
  ON CONFLICT (viewing, graph) DO UPDATE SET
    began = min(began, excluded.began), latest = max(latest, excluded.latest), named = max(named, excluded.named)
  WHERE excluded.began < began OR excluded.latest > latest OR excluded.named > named
`;

const ADD_REACTION = `
  INSERT INTO reactions (id, viewing, sequence, at, type, scene, question, topics, body, received)
  VALUES (@id, @viewing, @sequence, @at, @type, @scene, @question, @topics, @body, @received)
`;

type StatementName =
  'findReaction' | 'findViewing' | 'touchViewing' | 'addReaction' | 'addIdentity' | 'graphs' | 'page' | 'ways';

/** Every statement, prepared once. What comes from outside only ever goes in as a parameter. */
export function prepareStatements(database: Database.Database): Readonly<Record<StatementName, Database.Statement>> {
  return {
    findReaction: database.prepare('SELECT 1 AS found FROM reactions WHERE id = ?'),
    findViewing: database.prepare('SELECT number FROM viewings WHERE viewing = ? AND graph = ?'),
    touchViewing: database.prepare(TOUCH_VIEWING),
    addReaction: database.prepare(ADD_REACTION),
    addIdentity: database.prepare('INSERT INTO identities (viewing, body) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    graphs: database.prepare('SELECT DISTINCT graph FROM viewings ORDER BY graph'),
    page: database.prepare(PAGE),
    ways: database.prepare(WAYS),
  };
}
