import type { Erased, ReactionStore } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { PLACE_OPTIONS, readCollectorPlace } from './collector-settings.js';
import { readArguments, type Command, type Surroundings } from './command.js';
import { onRecord, type Deed } from './on-record.js';
import { openPlace, withStore } from './store-places.js';
import { erasedWords } from './tally-words.js';

const HELP = `Usage: followup-player collector erase --viewing ID | --reference NUMBER | --name NAME [options]

Deletes a viewing, or every viewing that a person put their name to, for good, and keeps nothing that comes
of it later, and writes a line into the record of who read what. The collector may be running. Copies and exported files are not touched: see to them as well.

Options
  --viewing ID              One viewing, by its id.
  --reference NUMBER        A person, by the company's number for them.
  --name NAME               A person, by the name that the page passed in.
  --database DATABASE       A file, or postgres://user:password@host/database.
  --names-database DATABASE The names, if they have a database of their own.
  --data FOLDER             The collector's folder. ./followup-data when left out.
  --config FILE             The collector's file of settings, which says all three.
  --help                    Show this.

Exit code: 0 deleted, 1 there was nothing.`;

export const eraseCommand: Command = {
  name: 'erase',
  summary: 'Delete a viewing, or all of a person.',
  help: HELP,
  run,
};

const OPTIONS = {
  ...PLACE_OPTIONS,
  viewing: { type: 'string' },
  reference: { type: 'string' },
  name: { type: 'string' },
} as const;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function run(args: readonly string[], { env, say, warn }: Surroundings): Promise<number> {
  const { values } = readArguments(args, OPTIONS, false);
  const { viewing, reference, name } = values;
  const erase = choose(viewing, reference, name);
  const place = readCollectorPlace(values, env);
  // Neither a name nor a number: the record outlives them.
  const filter = viewing === undefined ? {} : { filter: { viewing } };
  const deed: Deed = { action: 'erasure', route: 'collector erase', ...filter };
  const work = () => withStore(openPlace(place), erase);
  const erased = await onRecord(place.data, deed, { warn }, work, ({ reactions }) => reactions);
  if (erased.viewings + erased.reactions + erased.names > 0) {
    say(`Deleted: ${erasedWords(erased)}.`);
    return 0;
  }
  warn('There was nothing to delete. Names and numbers have to be written as the page passed them in.');
  return 1;
}

function choose(
  viewing: string | undefined,
  reference: string | undefined,
  name: string | undefined,
): (store: ReactionStore) => Promise<Erased> {
  if ([viewing, reference, name].filter((value) => value !== undefined).length !== 1) {
    throw new FollowupError('bad-arguments', 'Say whom: one of --viewing, --reference and --name.');
  }
  if (viewing !== undefined) {
    if (!UUID.test(viewing)) throw new FollowupError('bad-arguments', `"${viewing}" is no id of a viewing.`);
    return (store) => store.eraseViewing(viewing.toLowerCase());
  }
  if (reference !== undefined) return (store) => store.eraseViewer({ reference });
  return (store) => store.eraseViewer({ name: name ?? '' });
}
