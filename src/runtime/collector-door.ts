import { askCollector, openCollectorReader, refuseRubbish, type CollectorReader } from './collector-reader.js';

/** A reader who came in. */
export interface Entry {
  readonly reader: CollectorReader;
  /** Whether they may save files. */
  readonly files: boolean;
}

/** The way in to what a collector keeps. Failures are a `FollowupError` with a code of the reader's. */
export interface CollectorDoor {
  /** Comes in by the session that the browser still holds. Undefined if there is none. */
  enterAgain(): Promise<Entry | undefined>;
  enter(token: string): Promise<Entry>;
  /** Ends the session, here and at the collector. */
  leave(): Promise<void>;
}

export interface CollectorDoorOptions {
  readonly collector: string;
  /** What a relative address of the collector is relative to. */
  readonly base?: string;
  readonly fetch?: typeof fetch;
}

/**
 * Opens the door of a collector. On the collector's own pages the token is exchanged for a cookie that no script can
 * read. A page elsewhere gets no such cookie, and neither does a browser that refuses them: there the token stays in
 * memory, and is gone with the page.
 */
export function openCollectorDoor(options: CollectorDoorOptions): CollectorDoor {
  const { collector, base = document.baseURI } = options;
  const hasSessions = isSameOrigin(collector, base);
  const ask = (method: string, body?: object) => askCollector({ ...options, method, ...(body && { body }) }, 'session');
  const withToken = (token: string): Entry => ({ reader: openCollectorReader({ ...options, token }), files: true });

  const enterAgain = async (): Promise<Entry | undefined> => {
    if (!hasSessions) return undefined;
    const { reader, files } = await readSession(await ask('GET'));
    return reader === null ? undefined : { reader: openCollectorReader(options), files };
  };

  return {
    enterAgain,
    async enter(token) {
      if (!hasSessions) return withToken(token);
      const { files } = await readSession(await ask('POST', { token }));
      return (await enterAgain()) ?? { ...withToken(token), files };
    },
    async leave() {
      if (hasSessions) await ask('DELETE');
    },
  };
}

function isSameOrigin(collector: string, base: string): boolean {
  return URL.canParse(collector, base) && new URL(collector, base).origin === new URL(base).origin;
}

async function readSession(response: Response): Promise<{ readonly reader: unknown; readonly files: boolean }> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('reader' in body)) return refuseRubbish();
  return { reader: body.reader, files: 'files' in body && body.files === true };
}
