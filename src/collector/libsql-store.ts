import { chmodSync, existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

import { FollowupError } from '../domain/error.js';
import { instantOf } from '../domain/zoned-time.js';
import { groupCommits } from './group-commit.js';
import { closeDatabases, commitTogether, emptyLog, openDatabases, sweep } from './libsql-database.js';
import { eraseOne, expireGraph, listViewer, withdrawOne } from './libsql-erase.js';
import { keepIncoming, loadRecord } from './libsql-keep.js';
import { readRecordRows, readRows } from './libsql-read.js';
import { prepareStatements } from './libsql-statements.js';
import {
  DEFAULT_SITE,
  NOTHING_ERASED,
  WAY_BOUNDS,
  addErased,
  type Delivery,
  type Erased,
  type Kept,
  type ReactionStore,
} from './reaction-store.js';
import { onceADay } from './seldom.js';
import { gatherWays, type Way } from './ways.js';

export interface LibsqlOptions {
  /** A file of its own for the names. They lie in a table of the same file when left out. */
  readonly namesFile?: string | undefined;
  readonly now?: () => number;
}

/** Opens the file database, and makes it if it is not there. */
export function openLibsqlStore(file: string, { namesFile, now = Date.now }: LibsqlOptions = {}): ReactionStore {
  const databases = openDatabases(file, namesFile);
  const { reactions, names } = databases;
  const statements = prepareStatements(reactions, names);
  // Names first: a reaction that is on disk without its name would be acknowledged without it, after a crash between.
  const both = [names, reactions];
  const leftovers = onceADay(now);
  const commits = groupCommits<Delivery, Kept>((works) => {
    const received = instantOf(now());
    return commitTogether(both, () =>
      works.map(({ incoming, site }) => keepIncoming(statements, incoming, site, received)),
    );
  });
  /** Deletes, and leaves nothing of it in the write-ahead log. */
  const erase = <Result>(work: () => Result): Promise<Result> => {
    // What was taken before is older, and is deleted with the rest.
    commits.flush();
    const result = commitTogether(both, work);
    for (const database of new Set(both)) emptyLog(database);
    leftovers.mark('files');
    return Promise.resolve(result);
  };

  return {
    keep: (incoming, site = DEFAULT_SITE) => commits.add({ incoming, site }),
    withdraw: async (withdrawals) => {
      const received = instantOf(now());
      const answers = await erase(() =>
        withdrawals.map((one) => ({ id: one.id, reason: withdrawOne(statements, one, received) })),
      );
      return {
        done: answers.flatMap(({ id, reason }) => (reason === undefined ? [id] : [])),
        refused: answers.flatMap(({ id, reason }) => (reason === undefined ? [] : [{ id, reason }])),
      };
    },
    async expire(expiries) {
      commits.flush();
      let erased = NOTHING_ERASED;
      for (const one of expiries) erased = addErased(erased, await expireGraph(databases, statements, one));
      if (erased.reactions + erased.names > 0) leftovers.mark('files');
      const isDue = leftovers.due().length > 0;
      for (const database of new Set(both)) (isDue ? sweep : emptyLog)(database);
      return erased;
    },
    eraseViewing: async (viewing) => erase(() => eraseOne(statements, viewing)),
    eraseViewer: async (viewer): Promise<Erased> =>
      erase(() =>
        listViewer(statements, viewer)
          .map((viewing) => eraseOne(statements, viewing))
          .reduce(addErased, NOTHING_ERASED),
      ),
    async readPage(filter, after, limit) {
      // The database answers at once and without yielding: let requests in between two pages.
      await setImmediate();
      return readRows(statements, filter, after, limit);
    },
    listGraphs: (site = undefined) =>
      Promise.resolve((statements.graphs.all({ site: site ?? null }) as { graph: string }[]).map(({ graph }) => graph)),
    async countWays(graph, site) {
      await setImmediate();
      return gatherWays(statements.ways.all({ ...WAY_BOUNDS, graph, site: site ?? null }) as Way[]);
    },
    async readRecords(after, limit) {
      await setImmediate();
      return readRecordRows(statements, after, limit);
    },
    async loadRecords(records) {
      await setImmediate();
      commitTogether(both, () => records.forEach((record) => loadRecord(statements, record)));
    },
    checkHealth: async () => commitTogether([reactions], () => undefined),
    async backUp(target) {
      await setImmediate();
      commits.flush();
      writeCopy(() => reactions.prepare('VACUUM INTO ?').run(target), target);
      if (names !== reactions) {
        const beside = namesBeside(target);
        writeCopy(() => names.prepare('VACUUM INTO ?').run(beside), beside);
      }
    },
    close() {
      commits.flush();
      closeDatabases(databases);
      return Promise.resolve();
    },
  };
}

/** Where the names of a copy lie: `backup.db` has them in `backup-names.db`. */
export function namesBeside(file: string): string {
  return file.replace(/(\.\w+)?$/, (ending) => `-names${ending}`);
}

function writeCopy(write: () => unknown, target: string): void {
  if (existsSync(target)) {
    throw new FollowupError('file-exists', `There is a file "${target}" already. Name one that is not there.`);
  }
  try {
    write();
    // Names are in it: nobody else on the machine may read it.
    chmodSync(target, 0o600);
  } catch (cause) {
    throw new FollowupError(
      'backup-failed',
      `The copy "${target}" could not be written. Check that the folder is there and has room.`,
      { cause },
    );
  }
}
