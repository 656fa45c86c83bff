import { setImmediate } from 'node:timers/promises';

import Database from 'libsql';

import { FollowupError } from '../domain/error.js';
import { questionOf, sceneOf, topicsOfReaction } from '../domain/reaction-facts.js';
import type { Identity, Reaction } from '../domain/reaction.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';
import { instantOf } from '../domain/zoned-time.js';
import { groupCommits } from './group-commit.js';
import { migrate } from './libsql-schema.js';
import { prepareStatements } from './libsql-statements.js';
import {
  WAY_BOUNDS,
  type Cursor,
  type Kept,
  type Page,
  type ReactionStore,
  type StoreFilter,
} from './reaction-store.js';
import { gatherWays, type Way } from './ways.js';

type Statements = ReturnType<typeof prepareStatements>;

interface Work {
  readonly reactions: readonly Reaction[];
  readonly identities: readonly Identity[];
}

/** A row that was looked at. `body` is null if it does not fit. */
interface Row extends Cursor {
  readonly body: string | null;
  readonly identity: string | null;
}

/** Opens the file database, and makes it if it is not there. */
export function openLibsqlStore(file: string, now: () => number = Date.now): ReactionStore {
  const database = openDatabase(file);
  const statements = prepareStatements(database);
  const commits = groupCommits<Work, Kept>((works) => {
    const received = instantOf(now());
    return commitTogether(database, () => works.map((work) => keepWork(statements, work, received)));
  });
  return {
    keep: (reactions, identities) => commits.add({ reactions, identities }),
    async readPage(filter, after, limit): Promise<Page> {
      // The database answers at once and without yielding: let requests in between two pages.
      await setImmediate();
      const rows = statements.page.all(pageParameters(filter, after, limit)) as Row[];
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { rows: rows.flatMap(arrivedRow), next: last && cursorOf(last) };
    },
    listGraphs: () => Promise.resolve((statements.graphs.all() as { graph: string }[]).map(({ graph }) => graph)),
    async countWays(graph) {
      await setImmediate();
      return gatherWays(statements.ways.all({ ...WAY_BOUNDS, graph }) as Way[]);
    },
    close() {
      commits.flush();
      database.close();
      return Promise.resolve();
    },
  };
}

function openDatabase(file: string): Database.Database {
  try {
    const database = new Database(file);
    // In this order: an answer of 200 promises that the reaction survives a power cut, and FULL keeps that promise.
    for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 2000']) {
      database.pragma(setting);
    }
    migrate(database);
    return database;
  } catch (cause) {
    if (cause instanceof FollowupError) throw cause;
    throw new FollowupError(
      'database-refused',
      `The database ${file} could not be opened. Check that the folder may be written and that the file is whole.`,
      { cause },
    );
  }
}

function commitTogether<Result>(database: Database.Database, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (cause) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw new FollowupError('store-failed', 'The database could not be written. Try again later.', { cause });
  }
}

function keepWork(statements: Statements, { reactions, identities }: Work, received: string): Kept {
  const stored = reactions.filter((reaction) => keepReaction(statements, reaction, received)).map(({ id }) => id);
  const isStored = new Set(stored);
  for (const identity of identities) statements.addIdentity.run(identity.viewing, JSON.stringify(identity));
  return {
    stored,
    known: reactions.map(({ id }) => id).filter((id) => !isStored.has(id)),
    identities: identities.map(({ viewing }) => viewing),
  };
}

/** Tells whether it was new. */
function keepReaction(statements: Statements, reaction: Reaction, received: string): boolean {
  if (statements.findReaction.get(reaction.id)) return false;
  const { id, viewing, graph, sequence, type } = reaction;
  // The schema lets a space stand for the T; times are compared as words.
  const at = reaction.at.replace(' ', 'T');
  const named = reaction.type === 'notice-answered' && reaction.choice === 'named' ? 1 : 0;
  statements.touchViewing.run({ viewing, graph, at, named });
  const { number } = statements.findViewing.get(viewing, graph) as { readonly number: number };
  statements.addReaction.run({
    id,
    viewing: number,
    sequence,
    at,
    type,
    scene: sceneOf(reaction) ?? null,
    question: questionOf(reaction) ?? null,
    // Ids hold no space, so each topic is found whole between two of them.
    topics: topicsOfReaction(reaction)
      .map((topic) => ` ${topic} `)
      .join(''),
    body: JSON.stringify(reaction),
    received,
  });
  return true;
}

function pageParameters(filter: StoreFilter, after: Cursor | undefined, limit: number) {
  const { graph = null, since = null, until = null, topic, topicQuestions = [] } = filter;
  return {
    ...(after ?? { viewing: 0, sequence: 0, arrival: 0 }),
    graph,
    since,
    until,
    topic: topic === undefined ? null : ` ${topic} `,
    questions: JSON.stringify(topicQuestions.map((one) => `${one.graph} ${one.question}`)),
    limit,
  };
}

/** What lies in the database went through the schemas on its way in. */
function arrivedRow({ body, identity, arrival }: Row): readonly ArrivedReaction[] {
  if (body === null) return [];
  return [
    {
      reaction: JSON.parse(body) as Reaction,
      arrival,
      identity: identity === null ? undefined : (JSON.parse(identity) as Identity),
    },
  ];
}

function cursorOf({ viewing, sequence, arrival }: Row): Cursor {
  return { viewing, sequence, arrival };
}
