import { existsSync, renameSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

import { FollowupError } from '../domain/error.js';
import { keepProgress, type Progress } from './export-cursor.js';
import type { ReadPiece } from './export-pieces.js';
import type { ExportSettings } from './export-settings.js';

/** Answers lie in it, and sometimes names: nobody else on the machine may look. */
const MODE = 0o600;

/**
 * Writes piece after piece to the end of the file, and notes after each how far it came. What a killed run wrote after
 * its last note is cut off, and written again.
 */
export async function writePieces(
  file: string,
  readPiece: ReadPiece,
  begin: Progress,
  settings: ExportSettings,
): Promise<Progress> {
  const isResumed = begin.next !== undefined;
  if (isResumed && !existsSync(file)) {
    throw new FollowupError(
      'missing-file',
      `"${file}" is gone, and the cursor stands in the middle of it. Delete "${settings.cursorFile ?? ''}" to begin anew.`,
    );
  }
  const handle = await openFile(file, isResumed ? 'r+' : 'w');
  try {
    const { size } = await handle.stat();
    if (size < begin.bytes) {
      throw new FollowupError(
        'short-file',
        `"${file}" is shorter than it was. Delete the file and its cursor to begin anew.`,
      );
    }
    await handle.truncate(begin.bytes);
    let progress = begin;
    do {
      const { bytes, rows, next = null } = await readPiece(progress.next ?? undefined);
      await handle.write(bytes, 0, bytes.length, progress.bytes);
      await handle.datasync();
      progress = { rows: progress.rows + rows, bytes: progress.bytes + bytes.length, next };
      keepProgress(settings.cursorFile, progress, settings);
    } while (progress.next !== null);
    return progress;
  } finally {
    await handle.close();
  }
}

/** Writes a file that is whole or not there at all. Returns its length. */
export async function writeWhole(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<number> {
  const part = `${file}.part`;
  const handle = await openFile(part, 'w');
  let length = 0;
  try {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      await handle.write(bytes);
      length += bytes.length;
    }
    await handle.datasync();
  } catch (cause) {
    await handle.close();
    rmSync(part, { force: true });
    throw cause;
  }
  await handle.close();
  renameSync(part, file);
  return length;
}

async function openFile(file: string, flags: string): Promise<FileHandle> {
  try {
    return await open(file, flags, MODE);
  } catch (cause) {
    throw new FollowupError(
      'unwritable-file',
      `"${file}" cannot be written. Check that its folder is there and may be written.`,
      { cause },
    );
  }
}
