import { createHash, timingSafeEqual } from 'node:crypto';

import { HttpError } from './http-error.js';

/**
 * Tells whether a page of this origin may speak to the collector. Programs that are no browser send no origin; a
 * browser always sends one along with what it posts.
 *
 * @param host - The Host header, which is what the collector is called by whoever asks.
 */
export function isOriginAllowed(origin: string | undefined, host: string, origins: readonly string[]): boolean {
  if (origin === undefined) return true;
  return origins.includes('*') || origins.includes(origin) || isOwnOrigin(origin, host);
}

/** Without the scheme: behind a proxy that ends TLS the collector does not know its own. */
function isOwnOrigin(origin: string, host: string): boolean {
  return host !== '' && (origin === `https://${host}` || origin === `http://${host}`);
}

export type Gate = (authorization: string | undefined) => void;

/** Makes the gate before everything that is read. It throws an `HttpError` at whoever may not pass. */
export function makeReaderGate(readerToken: string | undefined): Gate {
  if (!readerToken) {
    return () => {
      throw new HttpError(
        403,
        'reading-off',
        'This collector has no reading token, so nothing can be read. Start it with one.',
      );
    };
  }
  const wanted = digest(readerToken);
  return (authorization) => {
    const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (given === undefined) {
      throw new HttpError(401, 'no-token', 'Reading needs a token. Send it as "Authorization: Bearer …".');
    }
    // Digests are of one length, so the comparison tells nothing by its time, not even the token's length.
    if (!timingSafeEqual(digest(given), wanted)) {
      throw new HttpError(401, 'wrong-token', 'This is not the reading token of this collector.');
    }
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
