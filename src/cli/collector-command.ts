import { join } from 'node:path';

import {
  openFileAuditLog,
  openReaderFile,
  openStore,
  showDatabase,
  startCollector,
  type LogEntry,
} from '../collector/index.js';
import { backupCommand } from './backup-command.js';
import { LOG_LEVELS, readCollectorSettings, type CollectorSettings } from './collector-settings.js';
import type { Command, Surroundings } from './command.js';
import { makeDataFolder, requireFolder } from './data-folder.js';
import { eraseCommand } from './erase-command.js';
import { expireCommand } from './expire-command.js';
import { AUDIT_FOLDER } from './on-record.js';
import { readGraphs } from './graph-files.js';
import { migrateCommand } from './migrate-command.js';
import { ensureReaderToken, readReaderToken } from './reader-token.js';
import { restoreCommand } from './restore-command.js';
import { READERS_FILE, tokenCommand } from './token-command.js';

const HELP = `Usage: followup-player collector [options]
       followup-player collector token add|list|remove [options]
       followup-player collector backup|restore|migrate|erase|expire [options]

Takes the reactions that players send, keeps them in a database, and hands them out to readers as
files and as a report. Runs until it is stopped (Ctrl-C, SIGTERM).

Options                 Environment             What
  --config FILE         FOLLOWUP_CONFIG         Settings in a file, as JSON. The environment counts before it,
                                                and this line before both. Sites and limits stand there only.
  --port PORT           FOLLOWUP_PORT           Where to listen. 4180 when left out; 0 takes any free port.
  --host HOST           FOLLOWUP_HOST           127.0.0.1 when left out: put a proxy with TLS before it.
  --base PATH           FOLLOWUP_BASE           What stands before the routes, such as /collector.
  --data FOLDER         FOLLOWUP_DATA           Where database, tokens and records lie. ./followup-data when left out.
  --database PLACE      FOLLOWUP_DATABASE       A file, or postgres://user:password@host/database.
                                                FOLDER/followup.db when left out.
  --names-database PLACE  FOLLOWUP_NAMES_DATABASE  The same for names. Beside the reactions when left out.
  --graph PATH          FOLLOWUP_GRAPHS         A graph or a folder of them, for the words in files and report.
                                                Repeat it for more; in the environment, parted by ${process.platform === 'win32' ? ';' : ':'}
  --origin ORIGIN       FOLLOWUP_ORIGINS        A page's origin that may send and read, such as
                                                https://recruit.example.jp. Repeat it; in the environment,
                                                parted by commas. The collector's own origin always may.
  --token-file FILE     FOLLOWUP_TOKEN_FILE     A reading token of the role admin. FOLDER/reader-token when
                                                left out, made on the first start.
  --pages FOLDER=/PATH  FOLLOWUP_PAGES          A folder of finished pages to serve at that path. Repeat it.
  --policy POLICY       FOLLOWUP_POLICY         The Content-Security-Policy of these pages, or none.
                                                A strict one when left out.
  --time-zone ZONE      FOLLOWUP_TIME_ZONE      The zone that days are in. Asia/Tokyo when left out.
  --trust-proxy WHO     FOLLOWUP_TRUST_PROXY    Proxies to believe about who asks: loopback, or addresses and
                                                networks, parted by commas. Nobody when left out.
  --retention-days N    FOLLOWUP_RETENTION_DAYS Delete everything after so many days. A graph's notice that
                                                says less counts.
  --audit-days N        FOLLOWUP_AUDIT_DAYS     Keep the record of who read what for so long. 365 when left out.
  --metrics-port PORT   FOLLOWUP_METRICS_PORT   Serve metrics on 127.0.0.1:PORT without a token.
  --log LEVEL           FOLLOWUP_LOG            ${LOG_LEVELS.join(', ')}: JSON lines on standard error. warn when left out.
  --help                                        Show this.`;

export const collectorCommand: Command = {
  name: 'collector',
  summary: 'Take what players send, keep it, and hand it out to readers.',
  help: HELP,
  commands: [tokenCommand, backupCommand, restoreCommand, migrateCommand, eraseCommand, expireCommand],
  run,
};

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const settings = readCollectorSettings(args, surroundings.env);
  const { data, database, namesDatabase, tokenFile: ownTokenFile, graphs, log, ...others } = settings;
  makeDataFolder(data);
  for (const { folder } of others.pages) requireFolder(folder);
  const tokenFile = ownTokenFile ?? join(data, 'reader-token');
  const readers = openReaderFile(join(data, READERS_FILE));
  // A list that cannot be read is told now, not to the first reader.
  readers.list();
  const readerToken = ownTokenFile === undefined ? ensureReaderToken(tokenFile) : readReaderToken(tokenFile);
  const wording = readGraphs(graphs, surroundings.warn);
  const audit = openFileAuditLog(join(data, AUDIT_FOLDER));
  const store = await openStore({ database, namesDatabase });
  const collector = await startCollector({
    ...others,
    readerToken,
    readers,
    graphs: wording,
    audit,
    store,
    log: makeLog(log, surroundings),
  }).catch(async (cause: unknown) => {
    // Else an open database would keep the process alive.
    await store.close();
    throw cause;
  });

  const { base } = others;
  surroundings.say(`The collector listens at ${collector.address}${base && `/${base.replace(/^\/+|\/+$/g, '')}`}`);
  surroundings.say(`The database is ${showDatabase(database)}`);
  surroundings.say(`The reading token is in ${tokenFile}`);
  await surroundings.untilStopped();
  await collector.close();
  surroundings.say('The collector is stopped. Everything that it took is kept.');
  return 0;
}

function makeLog(level: CollectorSettings['log'], { warn }: Surroundings): (entry: LogEntry) => void {
  const lowest = LOG_LEVELS.indexOf(level);
  return (entry) => {
    if (LOG_LEVELS.indexOf(entry.level) > lowest) return;
    warn(JSON.stringify({ time: new Date().toISOString(), ...entry }));
  };
}
