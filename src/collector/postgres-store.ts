import type pg from 'pg';

import { FollowupError } from '../domain/error.js';
import type { Reaction } from '../domain/reaction.js';
import type { Withdrawal } from '../domain/withdrawal.js';
import { instantOf } from '../domain/zoned-time.js';
import { hashCode } from './deletion-codes.js';
import { groupCommitsInLanes } from './group-commit.js';
import { eraseOne, listViewer, withdrawOne, type Eraser } from './postgres-erase.js';
import { expireGraphs, rewrite } from './postgres-expire.js';
import {
  addCodes,
  addNames,
  addReactions,
  type ArrivingCode,
  type ArrivingName,
  type ArrivingReaction,
} from './postgres-keep.js';
import { holdAlone, holdTogether } from './postgres-locks.js';
import { watchPartitions } from './postgres-partitions.js';
import { asStoreFailure, inTransaction, isWorthAnotherTry, openPool } from './postgres-pool.js';
import { listGraphs, readRows, readWays } from './postgres-read.js';
import { readRecordRows } from './postgres-records.js';
import { migrateNames, migrateReactions } from './postgres-schema.js';
import {
  DEFAULT_SITE,
  NOTHING_ERASED,
  addErased,
  type Delivery,
  type Erased,
  type Kept,
  type ReactionStore,
} from './reaction-store.js';
import { onceADay } from './seldom.js';
import type { StoredRecord } from './stored-record.js';
import { gatherWays } from './ways.js';

export interface PostgresOptions {
  /** Another database for the names. They lie in a schema of their own in the same one when left out. */
  readonly namesUrl?: string | undefined;
  /** Where the tables lie; names in the one of that name with `_names` after it. `followup` when left out. */
  readonly schema?: string;
  /** Most connections of this collector. Reading and writing share them. */
  readonly connections?: number;
  readonly now?: () => number;
}

/** How many groups are written at a time, how large they are, and how much may wait. */
const BOUNDS = { lanes: 4, group: 100, waiting: 2_000 };

/** What is written in one transaction. */
interface Load {
  readonly reactions: readonly ArrivingReaction[];
  readonly names: readonly ArrivingName[];
  readonly codes: readonly ArrivingCode[];
}

/** Opens the database of a server, and brings its tables up to date. */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<ReactionStore> {
  const { namesUrl, schema = 'followup', connections = 10, now = Date.now } = options;
  const reactions = openPool(url, schema, Math.max(connections, BOUNDS.lanes + 1));
  const names = openPool(namesUrl ?? url, `${schema}_names`, 4);
  const pools = { reactions, names };
  const closeAll = async () => void (await Promise.all([reactions.end(), names.end()]));
  try {
    await migrateReactions(reactions, schema);
    await migrateNames(names, `${schema}_names`);
  } catch (cause) {
    await closeAll();
    throw unreachable(cause);
  }
  const partitions = watchPartitions(reactions);
  const leftovers = onceADay(now);

  const write = async (load: Load): Promise<ReadonlySet<string>> => {
    const { reactions: arriving } = load;
    const times = arriving.map(({ reaction }) => reaction.at);
    await asStoreFailure(() => partitions.ensure(times, now()));
    const viewings = [
      ...arriving.map(({ reaction }) => reaction.viewing),
      ...load.names.map(({ identity }) => identity.viewing),
      ...load.codes.map(({ viewing }) => viewing),
    ];
    return inTransaction(reactions, async (client) => {
      await holdTogether(client, viewings);
      await addNames(client, names, load.names);
      await addCodes(client, load.codes);
      return addReactions(client, arriving);
    });
  };
  const commits = groupCommitsInLanes<Delivery, Kept>(
    async (works) => {
      const received = instantOf(now());
      const stored = await twice(() => write(loadOf(works, received)));
      return tellApart(works, stored);
    },
    BOUNDS,
    () => new FollowupError('store-failed', 'More is waiting for the database than it keeps up with. Try again later.'),
  );

  /** Deletes in one transaction. */
  const erase = <Result>(work: (eraser: Eraser, client: pg.PoolClient) => Promise<Result>): Promise<Result> =>
    twice(() => inTransaction(reactions, (client) => work({ reactions: client, names }, client)));

  return {
    keep: (incoming, site = DEFAULT_SITE) => commits.add({ incoming, site }),
    async withdraw(withdrawals) {
      const answers: { id: string; reason: string | undefined }[] = [];
      for (const withdrawal of withdrawals) {
        const reason = await erase((eraser) => withdrawOne(eraser, withdrawal, instantOf(now())));
        answers.push({ id: withdrawal.id, reason });
      }
      if (withdrawals.some(touchesNames)) {
        leftovers.mark('names');
        await asStoreFailure(() => tidy(names));
      }
      return {
        done: answers.flatMap(({ id, reason }) => (reason === undefined ? [id] : [])),
        refused: answers.flatMap(({ id, reason }) => (reason === undefined ? [] : [{ id, reason }])),
      };
    },
    async expire(expiries) {
      const { erased, thinned } = await asStoreFailure(() => expireGraphs(reactions, names, expiries));
      partitions.forget();
      for (const table of thinned) leftovers.mark(table);
      if (erased.names > 0) leftovers.mark('names');
      for (const table of leftovers.due()) await rewrite(table === 'names' ? names : reactions, table);
      return erased;
    },
    eraseViewing: (viewing) =>
      erase(async (eraser, client) => {
        await holdAlone(client, [viewing]);
        return eraseOne(eraser, viewing);
      }),
    async eraseViewer(viewer): Promise<Erased> {
      const viewings = await asStoreFailure(() => listViewer(names, viewer));
      const erased = await erase(async (eraser, client) => {
        await holdAlone(client, viewings);
        const each: Erased[] = [];
        for (const viewing of viewings) each.push(await eraseOne(eraser, viewing));
        return each.reduce(addErased, NOTHING_ERASED);
      });
      if (erased.names > 0) await rewrite(names, 'names');
      return erased;
    },
    readPage: (filter, after, limit) => asStoreFailure(() => readRows(pools, filter, after, limit)),
    listGraphs: (site) => asStoreFailure(() => listGraphs(reactions, site)),
    countWays: (graph, site) => asStoreFailure(async () => gatherWays(await readWays(reactions, graph, site))),
    readRecords: (after, limit) => asStoreFailure(() => readRecordRows(pools, after, limit)),
    async loadRecords(records) {
      await loadGone(reactions, records);
      await twice(() => write(loadFrom(records)));
    },
    checkHealth: () => asStoreFailure(() => checkWritable(reactions)),
    async close() {
      await commits.drain();
      await closeAll();
    },
  };
}

function loadOf(works: readonly Delivery[], received: string): Load {
  // The first of an id counts, in the group as in the table.
  const first = new Map<string, ArrivingReaction>();
  for (const { incoming, site } of works) {
    for (const reaction of incoming.reactions) {
      if (!first.has(reaction.id)) first.set(reaction.id, { reaction, site, received });
    }
  }
  return {
    reactions: [...first.values()],
    names: works.flatMap(({ incoming }) => (incoming.identities ?? []).map((identity) => ({ identity, received }))),
    codes: works.flatMap(({ incoming }) =>
      (incoming.codes ?? []).map(({ viewing, code }) => ({ viewing, hash: hashCode(code), received })),
    ),
  };
}

function loadFrom(records: readonly StoredRecord[]): Load {
  return {
    reactions: records.filter((record) => record.type === 'reaction'),
    names: records.filter((record) => record.type === 'name'),
    codes: records.filter((record) => record.type === 'code'),
  };
}

async function loadGone(pool: pg.Pool, records: readonly StoredRecord[]): Promise<void> {
  const gone = records.filter((record) => record.type === 'gone');
  if (gone.length === 0) return;
  await asStoreFailure(() =>
    pool.query('INSERT INTO gone (viewing, item) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING', [
      gone.map(({ viewing }) => viewing),
      gone.map(({ item }) => item),
    ]),
  );
}

/** Tells each request what came of its own reactions. What one of the group stored is known to the others. */
function tellApart(works: readonly Delivery[], stored: ReadonlySet<string>): readonly Kept[] {
  const left = new Set(stored);
  return works.map(({ incoming: { reactions, identities = [], codes = [] } }) => {
    const own = reactions.filter(({ id }: Reaction) => left.delete(id.toLowerCase())).map(({ id }) => id);
    const isOwn = new Set(own);
    return {
      stored: own,
      known: reactions.map(({ id }) => id).filter((id) => !isOwn.has(id)),
      identities: identities.map(({ viewing }) => viewing),
      codes: codes.map(({ viewing }) => viewing),
    };
  });
}

async function twice<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (!isWorthAnotherTry(thrown)) throw thrown;
    return work();
  }
}

const touchesNames = ({ of }: Withdrawal) => of !== 'reactions';

/** Gives the room of deleted names free, so that new ones are written over them. */
async function tidy(names: pg.Pool): Promise<void> {
  await names.query('VACUUM (SKIP_LOCKED) names');
}

async function checkWritable(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ off: string }>('SHOW transaction_read_only');
  if ((rows[0] as { transaction_read_only?: string } | undefined)?.transaction_read_only !== 'off') {
    throw new FollowupError(
      'store-failed',
      'The database may be read only. Point the collector at the one that writes.',
    );
  }
}

function unreachable(cause: unknown): unknown {
  if (cause instanceof FollowupError && cause.code !== 'store-failed') return cause;
  return new FollowupError(
    'database-refused',
    'The PostgreSQL database could not be opened. Check the address, the user and what that user may do, and that the server runs.',
    { cause },
  );
}
