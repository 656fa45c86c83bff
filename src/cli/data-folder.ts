import { existsSync, mkdirSync, statSync } from 'node:fs';

import { FollowupError } from '../domain/error.js';

/** Makes the collector's folder. Nobody else on the machine may look into it: names lie here. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new FollowupError('bad-folder', `The folder "${folder}" cannot be made. Choose another with --data.`, {
      cause,
    });
  }
}

/** Says so if a folder of pages is not there. */
export function requireFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  throw new FollowupError('missing-file', `There is no folder "${folder}" to serve pages from.`);
}
