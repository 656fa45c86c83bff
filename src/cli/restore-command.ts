import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  carryRecords,
  isDump,
  namesBeside,
  openLibsqlStore,
  readDump,
  tallyStore,
  type ReactionStore,
  type RecordTally,
} from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { PLACE_OPTIONS, readCollectorPlace } from './collector-settings.js';
import { readArguments, type Command, type Surroundings } from './command.js';
import { nameOf, openNewPlace, withStore } from './store-places.js';
import { countWords } from './tally-words.js';

const HELP = `Usage: followup-player collector restore --from FILE [options]

Puts a copy that "collector backup" wrote into a database, and checks that all of it came. The database has
to be empty: name a new file, or move the old one away. Stop the collector first. A copy of a file database
can be restored to PostgreSQL, and the other way round.

What was withdrawn or erased after the copy was made comes back with it: erase it once more.

Options
  --from FILE               The copy.
  --database DATABASE       Where it goes: a file, or postgres://user:password@host/database.
  --names-database DATABASE The same for names, if they are to have a database of their own.
  --data FOLDER             The collector's folder. ./followup-data when left out.
  --config FILE             The collector's file of settings, which says all three.
  --help                    Show this.`;

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Put a copy into an empty database.',
  help: HELP,
  run,
};

async function run(args: readonly string[], { env, say }: Surroundings): Promise<number> {
  const { values } = readArguments(args, { ...PLACE_OPTIONS, from: { type: 'string' } }, false);
  const place = readCollectorPlace(values, env);
  const { from } = values;
  if (!from) throw new FollowupError('bad-arguments', 'Name the copy with --from.');
  if (!existsSync(from)) throw new FollowupError('missing-file', `There is no file "${from}".`);
  const tally = await withStore(openNewPlace(place), async (store) => {
    if (!isEmpty(await tallyStore(store))) {
      throw new FollowupError(
        'not-empty',
        `${nameOf(place)} is not empty. Name another one with --database, or move it away first.`,
      );
    }
    return (await isDump(from)) ? restoreDump(from, store) : restoreDatabase(from, store);
  });
  say(`Restored ${from} to ${nameOf(place)}: ${countWords(tally)}.\nChecksum ${tally.digest}`);
  return 0;
}

const isEmpty = ({ reactions, names, codes, gone }: RecordTally) => reactions + names + codes + gone === 0;

async function restoreDump(file: string, store: ReactionStore): Promise<RecordTally> {
  // At its end it compares what it read with what was written.
  for await (const records of readDump(file)) await store.loadRecords(records);
  return tallyStore(store);
}

/** Read from a copy of the copy: opening a database brings it up to date, and a backup is not to be changed. */
async function restoreDatabase(file: string, store: ReactionStore): Promise<RecordTally> {
  const folder = mkdtempSync(join(tmpdir(), 'followup-restore-'));
  try {
    const database = join(folder, 'copy.db');
    copyFileSync(file, database);
    const names = namesBeside(file);
    const namesFile = existsSync(names) ? namesBeside(database) : undefined;
    if (namesFile) copyFileSync(names, namesFile);
    const source = openLibsqlStore(database, { namesFile });
    const carried = await withStore(Promise.resolve(source), (from) => carryRecords({ from, to: store }));
    if (carried.isSame) return carried.to;
    throw new FollowupError(
      'bad-backup',
      `Not all of "${file}" came through. Take another copy, and another database.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
