import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import { FollowupError } from '../domain/error.js';
import type { ExportSettings } from './export-settings.js';

/** How far an export has come. */
export interface Progress {
  readonly rows: number;
  /** How long the file was then. What stands after that was not finished. */
  readonly bytes: number;
  /** Where the next piece begins; undefined at the beginning, null when all is done. */
  readonly next: string | null | undefined;
}

export const BEGINNING: Progress = { rows: 0, bytes: 0, next: undefined };

/** Reads how far the same export came before. Refuses to go on with another one. */
export function readProgress(file: string | undefined, settings: ExportSettings): Progress {
  if (file === undefined || !existsSync(file)) return BEGINNING;
  const kept = parse(readFileSync(file, 'utf8'));
  if (!kept) {
    throw new FollowupError('bad-cursor', `"${file}" is no cursor of an export. Name another file, or delete it.`);
  }
  if (kept.export !== fingerprint(settings)) {
    throw new FollowupError(
      'other-export',
      `"${file}" belongs to another export: of another format, period, language or place. Name another file, or say the same as then.`,
    );
  }
  return kept;
}

/** In one go, so that a kill leaves the old state or the new one. */
export function keepProgress(file: string | undefined, progress: Progress, settings: ExportSettings): void {
  if (file === undefined) return;
  const { rows, bytes, next = null } = progress;
  const kept = { format: 1, export: fingerprint(settings), rows, bytes, next };
  writeFileSync(`${file}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function parse(text: string): (Progress & { readonly export: string }) | undefined {
  try {
    const kept = JSON.parse(text) as Progress & { readonly export: string };
    const isNext = kept.next === null || typeof kept.next === 'string';
    return isNext && Number.isInteger(kept.bytes) && typeof kept.export === 'string' ? kept : undefined;
  } catch {
    // Not JSON: whoever asked says so in a sentence.
    return undefined;
  }
}

/** All that must be the same for two pieces to make one file. */
function fingerprint({ format, source, target, filter, language, timeZone, names, home }: ExportSettings): string {
  const place = source.type === 'data' ? source.folder : source.address.replace(/:\/\/[^@/]*@/, '://');
  return JSON.stringify([format, source.type, place, target, filter, language, timeZone, names, home ?? null]);
}
