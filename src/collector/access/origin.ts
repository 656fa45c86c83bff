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
export function isOwnOrigin(origin: string, host: string): boolean {
  return host !== '' && (origin === `https://${host}` || origin === `http://${host}`);
}

/** By what an address is counted. Whoever has an IPv6 network has all of its 2^64 addresses. */
export function addressKey(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? 0 : tail.split(':').length;
  if (tail !== undefined) groups.push(...Array.from({ length: Math.max(0, 8 - groups.length - rest) }, () => '0'));
  return `${[...groups, ...(tail?.split(':') ?? [])].slice(0, 4).join(':')}::/64`;
}

/** Requests of the machine itself: a proxy's, most likely, which stands for everybody. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}
