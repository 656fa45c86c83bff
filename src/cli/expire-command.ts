import { delimiter } from 'node:path';

import { expireAll } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { PLACE_OPTIONS, readCollectorPlace } from './collector-settings.js';
import { readArguments, type Command, type Surroundings } from './command.js';
import { readGraphs } from './graph-files.js';
import { onRecord, type Deed } from './on-record.js';
import { openPlace, withStore } from './store-places.js';
import { erasedWords } from './tally-words.js';

const HELP = `Usage: followup-player collector expire --graph PATH | --retention-days DAYS [options]

Deletes what is older than it may be, as a running collector does every hour by itself. Each graph's notice
says for how many days; --retention-days may say less, and holds for graphs that were not named as well.

Options
  --graph PATH              A graph, or a folder of them. Repeat it for more.
  --retention-days DAYS     Nothing is kept for longer.
  --database DATABASE       A file, or postgres://user:password@host/database.
  --names-database DATABASE The names, if they have a database of their own.
  --data FOLDER             The collector's folder. ./followup-data when left out.
  --config FILE             The collector's file of settings, which says all three.
  --help                    Show this.`;

export const expireCommand: Command = {
  name: 'expire',
  summary: 'Delete what is older than it may be.',
  help: HELP,
  run,
};

const OPTIONS = {
  ...PLACE_OPTIONS,
  graph: { type: 'string', multiple: true },
  'retention-days': { type: 'string' },
} as const;

async function run(args: readonly string[], { env, say, warn }: Surroundings): Promise<number> {
  const { values } = readArguments(args, OPTIONS, false);
  const paths = values.graph ?? (env['FOLLOWUP_GRAPHS'] ?? '').split(delimiter).filter(Boolean);
  const graphs = readGraphs(paths, warn);
  const retentionDays = readDays(values['retention-days'] ?? env['FOLLOWUP_RETENTION_DAYS']);
  if (graphs.length === 0 && retentionDays === undefined) {
    throw new FollowupError('bad-arguments', 'Say for how long anything is kept: --graph, or --retention-days.');
  }
  const place = readCollectorPlace(values, env);
  const deed: Deed = { action: 'expiry', route: 'collector expire' };
  const work = () => withStore(openPlace(place), (store) => expireAll(store, { graphs, retentionDays }, new Date()));
  const erased = await onRecord(place.data, deed, { warn }, work, ({ reactions }) => reactions);
  say(`Deleted: ${erasedWords(erased)}.`);
  return 0;
}

function readDays(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new FollowupError('bad-arguments', `"${text}" is no number of days. Write one from 1 on.`);
}
