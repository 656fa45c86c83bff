import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

import * as v from 'valibot';

import { FollowupError } from '../../domain/error.js';
import { ROLES, type Reader, type ReaderBook } from './reader.js';

const readersSchema = v.strictObject({
  format: v.literal(1),
  readers: v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
      role: v.picklist(ROLES),
      id: v.string(),
      tokenHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});

/** A reader with a token of its own, as the file keeps it. */
export type FiledReader = v.InferOutput<typeof readersSchema>['readers'][number];

/** Reads the list of readers. Empty if there is no such file. */
export function readReaderFile(file: string): readonly FiledReader[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new FollowupError('unreadable-file', `The list of readers "${file}" cannot be read.`, { cause });
  }
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), readersSchema), text);
  if (read.success) return read.output.readers;
  throw new FollowupError(
    'bad-readers',
    `"${file}" is no list of readers. It is written by "followup-player collector token"; take it from a backup, or remove it and make new tokens.`,
  );
}

/** Writes the list of readers as a whole, so that a collector that reads it meanwhile sees the old one or the new one. */
export function writeReaderFile(file: string, readers: readonly FiledReader[]): void {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify({ format: 1, readers }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/**
 * Readers from a file. The file is looked at each time, so that a token that is
 * added or taken away counts at once. A file that cannot be read lets nobody in.
 */
export function openReaderFile(file: string): ReaderBook {
  let known: { readonly stamp: string; readonly readers: readonly Reader[] } | undefined;
  return {
    list() {
      const stamp = stampOf(file);
      if (known?.stamp !== stamp) {
        known = { stamp, readers: readReaderFile(file) };
      }
      return known.readers;
    },
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : '';
}
