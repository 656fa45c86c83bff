import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

import { isLineFormat, writeExport } from '../collector/export-writers.js';
import { isPostgresAddress, openStore } from '../collector/open-store.js';
import { withTopicQuestions } from '../collector/read-filter.js';
import { readAll, type ReactionStore } from '../collector/reaction-store.js';
import { FollowupError } from '../domain/error.js';
import { labelGraphs } from '../domain/labels.js';
import { writeColumns } from '../domain/reaction-columns-words.js';
import type { Command, Surroundings } from './command.js';
import { keepProgress, readProgress } from './export-cursor.js';
import { writePieces, writeWhole } from './export-file.js';
import { added, sendStatements, type Lrs, type Sent } from './export-lrs.js';
import { askCollector, piecesOfCollector, piecesOfStore, type ReadPiece } from './export-pieces.js';
import { readExportSettings, type ExportSettings } from './export-settings.js';
import { readGraphs } from './graph-files.js';
import { PATIENCE, type Patience } from './patient-fetch.js';

const HELP = `Usage: followup-player export --format FORMAT --out FILE [options]

Writes what was recorded as a file, or sends it to a learning record store as xAPI statements.

What
  --format FORMAT       csv (for Excel), xlsx, jsonl, parquet or xapi.
  --graph ID            Of one graph only.
  --topic ID            About one topic only.
  --since DAY           From this day on, such as 2026-11-01, or from an instant such as 2026-11-01T00:00:00Z.
  --until DAY           Through this day, or before this instant.
  --names               With the names of those who chose to be named. Left out otherwise.
From
  --data FOLDER         A collector's folder (FOLLOWUP_DATA). ./followup-data when nothing else is said.
  --database PLACE      A collector's database: a file, or postgres://… (FOLLOWUP_DATABASE), and
  --names-database PLACE  that of the names, where they lie apart (FOLLOWUP_NAMES_DATABASE).
  --collector URL       A collector over the network, with
  --token-file FILE     its reading token (FOLLOWUP_TOKEN_FILE).
Words
  --language LANGUAGE   ja or en, of the header and of what happened. ja when left out.
  --words PATH          A graph or a folder of them, whose words stand beside the ids. Repeat it for more
                        (FOLLOWUP_GRAPHS). A collector uses the graphs that it has.
  --time-zone ZONE      The zone that days are in (FOLLOWUP_TIME_ZONE). Asia/Tokyo when left out.
  --home URL            What xAPI names viewings and scenes under, such as https://recruit.example.jp/
To
  --out FILE            The file. With --columns, FILE.columns.json beside it says what the columns are.
  --to URL              The endpoint of a record store, for xapi. Its user and password come from
                        FOLLOWUP_LRS_USER and FOLLOWUP_LRS_PASSWORD.
  --cursor-file FILE    Keeps how far it came, so that a run that broke off is gone on with (csv, jsonl, xapi).
  --help                Show this.

Exit code: 0 all is handed over, 1 something is not, 2 called in a wrong way.`;

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write what was recorded as a file, or send it to a record store.',
  help: HELP,
  run(args, surroundings) {
    // Rows live for a moment only. Kept from growing, the space for what is new holds a third less memory in all.
    setFlagsFromString('--semi-space-growth-factor=1');
    return runExport(args, surroundings, PATIENCE);
  },
};

/** The command with its network and its pauses handed in. */
export async function runExport(
  args: readonly string[],
  surroundings: Surroundings,
  patience: Patience,
): Promise<number> {
  const settings = readExportSettings(args, surroundings.env);
  const lrs = settings.target.type === 'lrs' ? readLrs(settings.target.address, surroundings.env) : undefined;
  if (settings.source.type === 'collector') return exportFrom(undefined, lrs, settings, surroundings, patience);
  const store = await openSource(settings);
  try {
    return await exportFrom(store, lrs, settings, surroundings, patience);
  } finally {
    await store.close();
  }
}

async function exportFrom(
  store: ReactionStore | undefined,
  lrs: Lrs | undefined,
  settings: ExportSettings,
  surroundings: Surroundings,
  patience: Patience,
): Promise<number> {
  const { format, target, cursorFile } = settings;
  const progress = readProgress(cursorFile, settings);
  if (progress.next === null) {
    surroundings.say(`This export is finished already. Delete "${cursorFile ?? ''}" to begin it anew.`);
    return 0;
  }
  const { filter, options } = describeExport(settings, surroundings);
  const readPiece = !isLineFormat(format)
    ? undefined
    : store
      ? piecesOfStore(store, format, filter, options)
      : piecesOfCollector(settings, patience);

  if (lrs && readPiece) return sendPieces(lrs, readPiece, settings, surroundings, patience);
  if (target.type !== 'file') throw new Error('There is nowhere to write to.');
  if (readPiece) {
    const { rows } = await writePieces(target.file, readPiece, progress, settings);
    surroundings.say(`${target.file}: ${counted(rows, 'reaction')}.`);
  } else {
    const chunks = store
      ? writeExport(format, readAll(store, filter), options)
      : bodyOf(await askCollector(settings, {}, patience));
    const length = await writeWhole(target.file, chunks);
    surroundings.say(`${target.file}: ${length.toLocaleString('en')} bytes.`);
  }
  if (settings.columns) writeFileSync(`${target.file}.columns.json`, writeColumns());
  return 0;
}

async function sendPieces(
  lrs: Lrs,
  readPiece: ReadPiece,
  settings: ExportSettings,
  { say, warn }: Surroundings,
  patience: Patience,
): Promise<number> {
  let progress = readProgress(settings.cursorFile, settings);
  let all: Sent = { sent: 0, differing: [], refused: [] };
  do {
    const { bytes, rows, next = null } = await readPiece(progress.next ?? undefined);
    const lines = new TextDecoder().decode(bytes).split('\n').filter(Boolean);
    all = added(all, await sendStatements(lines, lrs, patience));
    progress = { rows: progress.rows + rows, bytes: 0, next };
    keepProgress(settings.cursorFile, progress, settings);
  } while (progress.next !== null);

  say(`${lrs.address}: has ${counted(all.sent, 'statement')} now.`);
  if (all.differing.length > 0) {
    warn(
      `${counted(all.differing.length, 'statement')} it has already, and in another form, sent with another --home, --names or --words. They stay as they are there: ${firstOf(all.differing)}`,
    );
  }
  for (const { id, reason } of all.refused.slice(0, 3)) warn(`It refuses ${id}: ${reason}`);
  if (all.refused.length > 0) warn(`It refuses ${counted(all.refused.length, 'statement')}.`);
  return all.refused.length > 0 ? 1 : 0;
}

function describeExport(settings: ExportSettings, { warn }: Surroundings) {
  const { filter, names, language, timeZone, words, home = '', source } = settings;
  // A collector uses its own.
  const labels = labelGraphs(source.type === 'collector' ? [] : readGraphs(words, warn));
  return {
    filter: { ...withTopicQuestions(filter, labels), names },
    options: { labels, language, timeZone, home },
  };
}

async function openSource({ source }: ExportSettings): Promise<ReactionStore> {
  const database = source.type === 'data' ? join(source.folder, 'followup.db') : source.address;
  if (!isPostgresAddress(database) && !existsSync(database)) {
    throw new FollowupError(
      'missing-file',
      `There is no database "${database}". Say with --data or --database where the collector keeps it.`,
    );
  }
  return openStore({ database, namesDatabase: source.type === 'collector' ? undefined : source.namesDatabase });
}

function readLrs(address: string, env: Surroundings['env']): Lrs {
  const { FOLLOWUP_LRS_USER: user, FOLLOWUP_LRS_PASSWORD: password } = env;
  if (user && password) return { address, user, password };
  throw new FollowupError(
    'bad-arguments',
    'A record store wants a user and a password. Set FOLLOWUP_LRS_USER and FOLLOWUP_LRS_PASSWORD in the environment.',
  );
}

async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) yield chunk;
  } catch (cause) {
    throw new FollowupError('unreachable', 'The collector’s answer broke off before its end. Run the command again.', {
      cause,
    });
  }
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

function firstOf(ids: readonly string[]): string {
  return ids.slice(0, 3).join(', ') + (ids.length > 3 ? ' …' : '');
}
