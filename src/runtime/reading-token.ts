const FRAGMENT = /^#(?:.*&)?token=([^&]*)/;

/**
 * Takes the token out of an address that ends in `#token=…`, and takes it out of the address bar and the history
 * too. A fragment never reaches a server or its log.
 */
export function takeTokenFromAddress(
  address: Location = location,
  addresses: Pick<History, 'replaceState' | 'state'> = history,
): string | undefined {
  const [, encoded] = FRAGMENT.exec(address.hash) ?? [];
  if (encoded === undefined) return undefined;
  addresses.replaceState(addresses.state, '', address.pathname + address.search);
  try {
    return decodeURIComponent(encoded).trim() || undefined;
  } catch {
    // Not percent-encoded as it should be. Taken as it stands, the collector will say whether it is right.
    return encoded;
  }
}
