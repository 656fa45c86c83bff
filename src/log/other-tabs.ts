import type { ViewingId } from '../domain/reaction.js';
import type { TakenBack } from './withdrawals.js';

/** What a viewer decided in one tab, and what holds in all of them. */
export type TabNews =
  /** Deleted from the disk, which all tabs share. Each has to let go of what it still holds. */
  | { readonly type: 'taken-back'; readonly what: TakenBack }
  /** The viewing is not to be recorded any longer. What was recorded stays. */
  | { readonly type: 'stopped'; readonly viewing: ViewingId };

/** The other tabs of this site with the same log, and other players on this page. */
export interface OtherTabs {
  tell(news: TabNews): void;
  /** Calls back when another tab tells something, until the returned function is called. */
  listen(listener: (news: TabNews) => void): () => void;
  close(): void;
}

/** What is needed of a `BroadcastChannel`. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

/** Without channels, or where the browser refuses one, each tab is alone: a deletion then holds there after a reload. */
export function openOtherTabs(name: string, open: (name: string) => Channel = openChannel): OtherTabs {
  let channel = tryOpen(name, open);
  const listeners = new Set<(news: TabNews) => void>();
  channel?.addEventListener('message', ({ data }) => {
    if (isNews(data)) listeners.forEach((listener) => listener(data));
  });
  return {
    tell: (news) => channel?.postMessage(news),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      channel?.close();
      channel = undefined;
      listeners.clear();
    },
  };
}

/** Nobody else has this log. */
export const noOtherTabs = (): OtherTabs => ({
  tell: () => undefined,
  listen: () => () => undefined,
  close: () => undefined,
});

const openChannel = (name: string): Channel => new BroadcastChannel(name);

function tryOpen(name: string, open: (name: string) => Channel): Channel | undefined {
  try {
    return open(name);
  } catch {
    // An old browser, or a frame that may not.
    return undefined;
  }
}

/** Any script of the site may speak on the channel, another version of this player too. */
function isNews(data: unknown): data is TabNews {
  if (!isObject(data)) return false;
  if (data.type === 'stopped') return typeof data.viewing === 'string';
  return data.type === 'taken-back' && isTakenBack(data.what);
}

function isTakenBack(what: unknown): what is TakenBack {
  if (!isObject(what)) return false;
  const { of, viewing, reactions } = what;
  return (
    (of === 'everything' || of === 'name' || of === 'reactions') &&
    (viewing === undefined || typeof viewing === 'string') &&
    (reactions === undefined || (Array.isArray(reactions) && reactions.every((id) => typeof id === 'string')))
  );
}

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
