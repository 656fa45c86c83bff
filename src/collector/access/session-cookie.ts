/** Where the cookie of a session goes and what it is called there. */
export interface CookiePlace {
  readonly base: string;
  /** Whether the request came over TLS. */
  readonly secure: boolean;
}

const NAME = 'followup-session';

/** A browser takes a `__Secure-` cookie over TLS only, so nobody on a plain line can slip one in. */
const nameOf = ({ secure }: CookiePlace) => (secure ? `__Secure-${NAME}` : NAME);

/**
 * Writes the cookie of a session: no script reads it, no other site's page sends it, and it is gone with the browser.
 * Ask for none by an empty secret.
 */
export function writeSessionCookie(secret: string, place: CookiePlace): string {
  const fields = [`${nameOf(place)}=${secret}`, `Path=${place.base || '/'}`, 'HttpOnly', 'SameSite=Strict'];
  if (place.secure) fields.push('Secure');
  if (secret === '') fields.push('Max-Age=0');
  return fields.join('; ');
}

/** Reads the secret out of a Cookie header. */
export function readSessionCookie(header: string | undefined, place: CookiePlace): string | undefined {
  const start = `${nameOf(place)}=`;
  const pair = header?.split(/; */).find((one) => one.startsWith(start));
  const secret = pair?.slice(start.length);
  return secret && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}
