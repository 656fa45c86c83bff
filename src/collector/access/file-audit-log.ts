import { createReadStream, mkdirSync, readdirSync } from 'node:fs';
import { open, readFile, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { FollowupError } from '../../domain/error.js';
import type { AuditEntry, AuditLog } from './audit-log.js';

const NAME = /^audit-(\d{4}-\d{2})\.jsonl$/;

/** A record in files of JSON lines, one file a month, so that a month whose time is over is deleted as a file. */
export function openFileAuditLog(folder: string): AuditLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let current: { readonly month: string; readonly file: FileHandle } | undefined;
  // One line after the other, and a failed one does not hold up the next.
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const write = async (entry: AuditEntry): Promise<void> => {
    const month = entry.at.slice(0, 7);
    if (current?.month !== month) {
      await current?.file.close();
      current = undefined;
      current = { month, file: await open(join(folder, `audit-${month}.jsonl`), 'a', 0o600) };
    }
    await current.file.appendFile(`${JSON.stringify(entry)}\n`);
    await current.file.datasync();
  };

  return {
    add: (entry) =>
      inTurn(() =>
        write(entry).catch((cause: unknown) => {
          throw new FollowupError(
            'audit-failed',
            `The record of who read what cannot be written in "${folder}", so nothing is handed out. Make room there, or mend who may write there.`,
            { cause },
          );
        }),
      ),
    async *read() {
      for (const name of listFiles(folder)) {
        for await (const line of createInterface({ input: createReadStream(join(folder, name)) })) {
          const entry = readLine(line);
          if (entry) yield entry;
        }
      }
    },
    expire: (before) =>
      inTurn(async () => {
        const firstKept = before.toISOString().slice(0, 7);
        const over = listFiles(folder).filter((name) => (NAME.exec(name)?.[1] ?? '') < firstKept);
        let lines = 0;
        for (const name of over) {
          lines += (await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean).length;
          await unlink(join(folder, name));
        }
        return lines;
      }),
    close: () =>
      inTurn(async () => {
        await current?.file.close();
        current = undefined;
      }),
  };
}

/** Names sort as their months do. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .toSorted();
}

/** A power cut may leave half a line. The others stand. */
function readLine(line: string): AuditEntry | undefined {
  try {
    return JSON.parse(line) as AuditEntry;
  } catch {
    // Half a line says nothing that can be trusted.
    return undefined;
  }
}
