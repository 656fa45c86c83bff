import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What a reader may see and do, each role what those before it may and more: figures, then files with the names of
 * those who chose to be named, then erasing and the record of who read what.
 */
export const ROLES = ['aggregate', 'names', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Someone who may read, known by a token of which only the hash is kept. */
export interface Reader {
  /** Stands in the record of who read what. */
  readonly name: string;
  /** What the token begins with, up to a full stop. It tells whose token was meant when the rest is wrong. */
  readonly id?: string;
  readonly role: Role;
  /** SHA-256 of the token, in hex. A token made by chance cannot be found out from it. */
  readonly tokenHash: string;
}

/** Who may read, looked up anew each time, so that a token that is taken away is of no use from then on. */
export interface ReaderBook {
  list(): readonly Reader[];
}

/** Tells whether a role may do what needs another one. */
export function mayDo(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Makes a token: an id that may be known, and a secret of 192 bits. */
export function makeReaderToken(): Required<Pick<Reader, 'id' | 'tokenHash'>> & { readonly token: string } {
  const id = randomBytes(6).toString('base64url');
  const token = `${id}.${randomBytes(24).toString('base64url')}`;
  return { id, token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Finds whose token this is. All readers are compared with, and by hashes of one length, so that the time that it
 * takes tells nothing.
 */
export function findReader(readers: readonly Reader[], token: string): Reader | undefined {
  const given = Buffer.from(hashToken(token));
  let found: Reader | undefined;
  for (const reader of readers) {
    const wanted = Buffer.from(reader.tokenHash);
    if (wanted.length === given.length && timingSafeEqual(given, wanted)) found = reader;
  }
  return found;
}

/** Tells whose token was meant, by what it begins with. */
export function nameAccount(readers: readonly Reader[], token: string): string | undefined {
  const [id] = token.split('.', 1);
  return readers.find((reader) => reader.id !== undefined && reader.id === id)?.id;
}
