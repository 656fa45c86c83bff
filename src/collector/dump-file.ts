import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import { FollowupError } from '../domain/error.js';
import { beginTally, isSameTally, readAllRecords, type RecordTally } from './record-tally.js';
import type { ReactionStore } from './reaction-store.js';
import type { StoredRecord } from './stored-record.js';

const HEAD = { type: 'followup-backup', format: 1 } as const;

interface Foot {
  readonly type: 'end';
  readonly tally: RecordTally;
}

/** Writes everything as JSON Lines, packed where the name ends in `.gz`. The last line counts it, and proves it whole. */
export async function writeDump(store: Pick<ReactionStore, 'readRecords'>, file: string): Promise<RecordTally> {
  if (existsSync(file)) {
    throw new FollowupError('file-exists', `There is a file "${file}" already. Name one that is not there.`);
  }
  const tally = beginTally();
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify(HEAD)}\n`;
    for await (const records of readAllRecords(store)) {
      records.forEach((record) => tally.add(record));
      yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
    }
    yield `${JSON.stringify({ type: 'end', tally: tally.finish() } satisfies Foot)}\n`;
  }
  // Names are in it: nobody else on the machine may read it.
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const source = Readable.from(lines());
  await (file.endsWith('.gz') ? pipeline(source, createGzip(), target) : pipeline(source, target));
  return tally.finish();
}

/** Whether a file begins as a dump does. A database of SQLite does not. */
export async function isDump(file: string): Promise<boolean> {
  if (file.endsWith('.gz')) return true;
  for await (const chunk of createReadStream(file, { end: 99 })) return String(chunk).startsWith('{"type":"followup-');
  return false;
}

/** Hands out a dump's records in portions, and fails at the end if anything is missing or was changed. */
export async function* readDump(file: string, portion = 1_000): AsyncGenerator<readonly StoredRecord[]> {
  const tally = beginTally();
  let foot: Foot | undefined;
  let records: StoredRecord[] = [];
  let isHead = true;
  for await (const line of linesOf(file)) {
    const read = readLine(line, file);
    if (isHead) {
      checkHead(read, file);
      isHead = false;
    } else if (read.type === 'end') {
      foot = read;
    } else {
      tally.add(read as StoredRecord);
      records.push(read as StoredRecord);
    }
    if (records.length >= portion) {
      yield records;
      records = [];
    }
  }
  if (records.length > 0) yield records;
  if (!foot || !isSameTally(foot.tally, tally.finish())) {
    throw notWhole(file, 'What was read of it is kept; take another copy, and restore once more.');
  }
}

function linesOf(file: string): AsyncIterable<string> {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => text.destroy(error));
  return createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
}

type Line = StoredRecord | Foot | typeof HEAD;

function readLine(line: string, file: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch (cause) {
    throw notWhole(file, 'A line of it is no JSON.', cause);
  }
}

function checkHead(head: Line, file: string): void {
  if (head.type !== HEAD.type || head.format !== HEAD.format)
    throw notWhole(file, 'It does not begin as a backup does.');
}

function notWhole(file: string, why: string, cause?: unknown): FollowupError {
  return new FollowupError('bad-backup', `The backup "${file}" is not whole. ${why}`, { cause });
}
