import { existsSync } from 'node:fs';

import { isPostgresAddress, writeDump } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { PLACE_OPTIONS, readCollectorPlace } from './collector-settings.js';
import { readArguments, type Command, type Surroundings } from './command.js';
import { nameOf, openPlace, withStore } from './store-places.js';
import { countWords } from './tally-words.js';

const HELP = `Usage: followup-player collector backup --to FILE [options]

Writes a whole copy of what the collector keeps, while it goes on working. Where FILE ends in .db and the
collector keeps a file, the copy is a database like it, and names of a file of their own lie beside it in
FILE-names.db. Else it is JSON Lines with a checksum at the end, packed if it ends in .gz.

A copy holds what is deleted later: keep none longer than the notice says that anything is kept.

Options
  --to FILE                 The copy. Must not be there yet.
  --database DATABASE       A file, or postgres://user:password@host/database.
  --names-database DATABASE The names, if they have a database of their own.
  --data FOLDER             The collector's folder. ./followup-data when left out.
  --config FILE             The collector's file of settings, which says all three.
  --help                    Show this.`;

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Write a whole copy, while the collector works.',
  help: HELP,
  run,
};

async function run(args: readonly string[], { env, say }: Surroundings): Promise<number> {
  const { values } = readArguments(args, { ...PLACE_OPTIONS, to: { type: 'string' } }, false);
  const place = readCollectorPlace(values, env);
  const { to } = values;
  if (!to) throw new FollowupError('bad-arguments', 'Name the file to write with --to.');
  if (existsSync(to)) {
    throw new FollowupError('file-exists', `There is a file "${to}" already. Name one that is not there.`);
  }
  const isCopy = to.endsWith('.db');
  if (isCopy && isPostgresAddress(place.database)) {
    throw new FollowupError(
      'bad-arguments',
      'A copy of a PostgreSQL database is JSON Lines. Name it .jsonl or .jsonl.gz.',
    );
  }
  await withStore(openPlace(place), async (store) => {
    if (isCopy && store.backUp) {
      await store.backUp(to);
      say(`Copied ${nameOf(place)} to ${to}.`);
    } else {
      const tally = await writeDump(store, to);
      say(`Copied ${nameOf(place)} to ${to}: ${countWords(tally)}.\nChecksum ${tally.digest}`);
    }
  });
  return 0;
}
