import { randomBytes } from 'node:crypto';

import { hashToken, type Reader, type ReaderBook } from './reader.js';

/** Who is signed in with a cookie. In memory: after a restart people sign in again. */
export interface Sessions {
  /** Begins a session and returns the secret of its cookie. */
  begin(reader: Reader): string;
  /** Whose session this is, if it is still open. Looking counts as use. */
  find(secret: string): Reader | undefined;
  end(secret: string): void;
}

export interface SessionBounds {
  /** Ends after so long without a request. */
  readonly idleMs: number;
  /** Ends so long after signing in, whatever was done. */
  readonly longestMs: number;
  /** Most sessions. The oldest ends when one more begins. */
  readonly sessions: number;
}

export const SESSION_BOUNDS: SessionBounds = { idleMs: 30 * 60_000, longestMs: 12 * 3_600_000, sessions: 1_000 };

/**
 * Remembers sessions by the hash of their secret. A session lives no longer than the token that it was begun with: a
 * reader who is taken off the list, or gets another role, is judged by the list as it is now.
 */
export function openSessions(
  book: ReaderBook,
  now: () => number = () => performance.now(),
  { idleMs, longestMs, sessions: most }: SessionBounds = SESSION_BOUNDS,
): Sessions {
  const sessions = new Map<string, { readonly tokenHash: string; readonly begun: number; used: number }>();
  const isOver = ({ begun, used }: { readonly begun: number; readonly used: number }) =>
    now() - used >= idleMs || now() - begun >= longestMs;

  return {
    begin({ tokenHash }) {
      for (const [hash, session] of sessions) if (isOver(session)) sessions.delete(hash);
      const [oldest] = sessions.keys();
      if (sessions.size >= most && oldest !== undefined) sessions.delete(oldest);
      const secret = randomBytes(32).toString('base64url');
      sessions.set(hashToken(secret), { tokenHash, begun: now(), used: now() });
      return secret;
    },
    find(secret) {
      const hash = hashToken(secret);
      const session = sessions.get(hash);
      const reader =
        session && !isOver(session) ? book.list().find((one) => one.tokenHash === session.tokenHash) : undefined;
      if (session && reader) session.used = now();
      else sessions.delete(hash);
      return reader;
    },
    end: (secret) => void sessions.delete(hashToken(secret)),
  };
}
