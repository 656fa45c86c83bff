import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { openLibsqlStore, startCollector, type LogEntry } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { LOG_LEVELS, readCollectorSettings, type CollectorSettings } from './collector-settings.js';
import type { Command, Surroundings } from './command.js';
import { readGraphs } from './graph-files.js';
import { ensureReaderToken, readReaderToken } from './reader-token.js';

const HELP = `Usage: followup-player collector [options]

Takes the reactions that players send, keeps them in a file database, and hands them out to readers
as CSV, as JSON Lines and as a report. Runs until it is stopped (Ctrl-C, SIGTERM).

Options                 Environment          What
  --port PORT           FOLLOWUP_PORT        Where to listen. 4180 when left out; 0 takes any free port.
  --host HOST           FOLLOWUP_HOST        127.0.0.1 when left out: put a proxy with TLS before it.
  --base PATH           FOLLOWUP_BASE        What stands before the routes, such as /collector.
  --data FOLDER         FOLLOWUP_DATA        Where database and token lie. ./followup-data when left out.
  --graph PATH          FOLLOWUP_GRAPHS      A graph or a folder of them, for the words in files and report.
                                             Repeat it for more; in the environment, parted by ${process.platform === 'win32' ? ';' : ':'}
  --origin ORIGIN       FOLLOWUP_ORIGINS     A page's origin that may send and read, such as
                                             https://recruit.example.jp. Repeat it; in the environment,
                                             parted by commas. The collector's own origin always may.
  --token-file FILE     FOLLOWUP_TOKEN_FILE  The reading token. FOLDER/reader-token when left out, made
                                             on the first start.
  --pages FOLDER=/PATH  FOLLOWUP_PAGES       A folder of finished pages to serve at that path. Repeat it.
  --policy POLICY       FOLLOWUP_POLICY      The Content-Security-Policy of these pages, or none.
                                             A strict one when left out.
  --time-zone ZONE      FOLLOWUP_TIME_ZONE   The zone that days are in. Asia/Tokyo when left out.
  --log LEVEL           FOLLOWUP_LOG         ${LOG_LEVELS.join(', ')}: JSON lines on standard error. warn when left out.
  --help                                     Show this.`;

export const collectorCommand: Command = {
  name: 'collector',
  summary: 'Take what players send, keep it, and hand it out to readers.',
  help: HELP,
  run,
};

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const settings = readCollectorSettings(args, surroundings.env);
  makeFolder(settings.data);
  for (const { folder } of settings.pages) requireFolder(folder);
  const tokenFile = settings.tokenFile ?? join(settings.data, 'reader-token');
  const readerToken = settings.tokenFile === undefined ? ensureReaderToken(tokenFile) : readReaderToken(tokenFile);
  const graphs = readGraphs(settings.graphs, surroundings.warn);
  const store = openLibsqlStore(join(settings.data, 'followup.db'));
  const { host, port, base, origins, pages, timeZone } = settings;
  const log = makeLog(settings.log, surroundings);
  const collector = await startCollector({
    store,
    host,
    port,
    base,
    origins,
    pages,
    timeZone,
    readerToken,
    graphs,
    log,
  });

  surroundings.say(`The collector listens at ${collector.address}${base && `/${base.replace(/^\/+|\/+$/g, '')}`}`);
  surroundings.say(`The database is ${join(settings.data, 'followup.db')}`);
  surroundings.say(`The reading token is in ${tokenFile}`);
  await surroundings.untilStopped();
  await collector.close();
  surroundings.say('The collector is stopped. Everything that it took is kept.');
  return 0;
}

/** Nobody else on the machine may look into it: names lie here. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new FollowupError('bad-folder', `The folder "${folder}" cannot be made. Choose another with --data.`, {
      cause,
    });
  }
}

function requireFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  throw new FollowupError('missing-file', `There is no folder "${folder}" to serve pages from.`);
}

function makeLog(level: CollectorSettings['log'], { warn }: Surroundings): (entry: LogEntry) => void {
  const lowest = LOG_LEVELS.indexOf(level);
  return (entry) => {
    if (LOG_LEVELS.indexOf(entry.level) > lowest) return;
    warn(JSON.stringify({ time: new Date().toISOString(), ...entry }));
  };
}
