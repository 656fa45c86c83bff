const KEY = 'followup-reading-token';
const FRAGMENT = /^#(?:.*&)?token=([^&]*)/;

/** Remembers the reading token for as long as the reader allowed. */
export interface TokenKeeper {
  recall(): string | undefined;
  keep(token: string): void;
  forget(): void;
}

/** Keeps the token until the tab is closed. A browser that refuses storage only means signing in again. */
export function openSessionTokenKeeper(storage: () => Storage = () => sessionStorage): TokenKeeper {
  /** Even reading the `sessionStorage` property can throw, where a browser blocks a site's data. */
  const attempt = <Result>(use: (opened: Storage) => Result): Result | undefined => {
    try {
      return use(storage());
    } catch {
      // Silent on purpose: the reader is still signed in, and the next page load asks for the token.
      return undefined;
    }
  };
  return {
    recall: () => attempt((opened) => opened.getItem(KEY)) ?? undefined,
    keep: (token) => attempt((opened) => opened.setItem(KEY, token)),
    forget: () => attempt((opened) => opened.removeItem(KEY)),
  };
}

export function openMemoryTokenKeeper(kept?: string): TokenKeeper {
  let token = kept;
  return {
    recall: () => token,
    keep: (given) => {
      token = given;
    },
    forget: () => {
      token = undefined;
    },
  };
}

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
