import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

import { FollowupError } from '../domain/error.js';

const SHORTEST = 16;

/** Reads the token that readers have to show. */
export function readReaderToken(file: string): string {
  let token: string;
  try {
    token = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new FollowupError('unreadable-file', `The reading token "${file}" cannot be read.`, { cause });
  }
  if (token.length < SHORTEST || /\s/.test(token)) {
    throw new FollowupError(
      'bad-token',
      `The reading token in "${file}" is not usable. Write one line of at least ${SHORTEST} characters without spaces.`,
    );
  }
  return token;
}

/** Reads the token, and makes one the first time: long, by chance, and readable by nobody but who runs the collector. */
export function ensureReaderToken(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  // Whoever copied the folder may have widened it.
  chmodSync(file, 0o600);
  return readReaderToken(file);
}
