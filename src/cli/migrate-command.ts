import { readFileSync, rmSync, writeFileSync } from 'node:fs';

import { carryRecords, type StorePlace } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { readArguments, type Command, type Surroundings } from './command.js';
import { nameOf, openNewPlace, openPlace, withStore } from './store-places.js';
import { countWords } from './tally-words.js';

const HELP = `Usage: followup-player collector migrate --from DATABASE --to DATABASE [options]

Carries everything that a collector keeps from one database to another: reactions, names, deletion
codes, and what was withdrawn, each with its time of arrival. Then it reads both, counts, and compares
a checksum over all of it. Stop the collector first, and start it on the new database afterwards.

A DATABASE is a file, or postgres://user:password@host/database. The old one is left as it is.

Options
  --from DATABASE        Where everything is.
  --to DATABASE          Where it goes. Made if it is not there; it has to be empty, or hold part of the same.
  --from-names DATABASE  The names, if they have a database of their own.
  --to-names DATABASE    The same on the other side.
  --place-file FILE      Where to note how far it came. After a break it goes on from there.
                         followup-migrate.json when left out; removed at the end.
  --help                 Show this.

Exit code: 0 everything is there, 1 it is not.`;

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Carry everything from one database to another.',
  help: HELP,
  run,
};

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  'from-names': { type: 'string' },
  'to-names': { type: 'string' },
  'place-file': { type: 'string' },
} as const;

async function run(args: readonly string[], { say, warn }: Surroundings): Promise<number> {
  const { values } = readArguments(args, OPTIONS, false);
  const from = { database: required(values.from, '--from'), namesDatabase: values['from-names'] };
  const to = { database: required(values.to, '--to'), namesDatabase: values['to-names'] };
  if (from.database === to.database) {
    throw new FollowupError('bad-arguments', 'Both databases are the same. Name another one with --to.');
  }
  const mark = markPlace(values['place-file'] ?? 'followup-migrate.json', from, to);
  if (mark.place !== undefined) say('Going on where an earlier attempt stopped.');
  say(`From ${nameOf(from)}\nTo   ${nameOf(to)}`);

  const carried = await withStore(openPlace(from), (source) =>
    withStore(openNewPlace(to), (target) =>
      carryRecords({ from: source, to: target, place: mark.place, note: (place) => mark.note(place) }),
    ),
  );
  if (carried.isSame) {
    mark.remove();
    say(`Everything is there: ${countWords(carried.to)}.\nChecksum ${carried.to.digest}`);
    return 0;
  }
  // Another attempt has to look at everything again.
  mark.remove();
  warn(
    `The databases differ. The old one holds ${countWords(carried.from)}; the new one ${countWords(carried.to)}. Stop every collector that writes to one of them, see that the new one held nothing else before, and run this once more.`,
  );
  return 1;
}

function required(value: string | undefined, option: string): string {
  if (value) return value;
  throw new FollowupError('bad-arguments', `Name the database with ${option}: a file, or postgres://…`);
}

interface Noted {
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

/** How far it came, in a file. It counts for the same two databases only. */
function markPlace(file: string, from: StorePlace, to: StorePlace) {
  const names = { from: nameOf(from), to: nameOf(to) };
  const noted = readNoted(file);
  return {
    place: noted?.from === names.from && noted.to === names.to ? noted.place : undefined,
    note(place: string | undefined) {
      if (place !== undefined) writeFileSync(file, JSON.stringify({ ...names, place } satisfies Noted));
    },
    remove: () => rmSync(file, { force: true }),
  };
}

function readNoted(file: string): Noted | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Noted;
  } catch {
    // There is none, or it was cut short: everything is carried from the beginning, which does no harm.
    return undefined;
  }
}
