import type { Draft, DraftKeeper } from './draft-keeper.js';

const PREFIX = 'followup-draft:';
/** More than these are not kept of one document: the oldest go. */
const DRAFTS = 5;

interface Kept {
  readonly text: string;
  readonly savedAt: number;
}

/**
 * Keeps drafts in `localStorage`: its writes are done when they return, so a tab that dies right after loses nothing.
 *
 * @param storage Reached through a function, because where storage is refused already reading the property throws.
 */
export function localDraftKeeper(
  storage: () => Storage = () => localStorage,
  now: () => number = Date.now,
): DraftKeeper {
  return {
    keep: (document, sitting, text) => {
      const kept: Kept = { text, savedAt: now() };
      return attempt(storage, false, (store) => {
        makeRoom(store, document, sitting);
        store.setItem(keyOf(document, sitting), JSON.stringify(kept));
        return true;
      });
    },
    recall: (document) => attempt(storage, [], (store) => readDrafts(store, document)),
    forget: (document, sitting) => attempt(storage, undefined, (store) => store.removeItem(keyOf(document, sitting))),
  };
}

function attempt<T>(storage: () => Storage, otherwise: T, work: (store: Storage) => T): T {
  try {
    return work(storage());
  } catch {
    // Private mode, a full store: the author goes on, and is told that nothing is kept by what comes back.
    return otherwise;
  }
}

function readDrafts(store: Storage, document: string): readonly Draft[] {
  const start = keyOf(document, '');
  return Object.keys(store)
    .filter((key) => key.startsWith(start))
    .flatMap((key): Draft[] => {
      const kept = parse(store.getItem(key));
      return kept ? [{ sitting: key.slice(start.length), text: kept.text, savedAt: new Date(kept.savedAt) }] : [];
    })
    .sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
}

function makeRoom(store: Storage, document: string, sitting: string): void {
  const others = readDrafts(store, document).filter((draft) => draft.sitting !== sitting);
  others.slice(DRAFTS - 1).forEach((draft) => store.removeItem(keyOf(document, draft.sitting)));
}

function keyOf(document: string, sitting: string): string {
  return `${PREFIX}${encodeURIComponent(document)}:${sitting}`;
}

function parse(value: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(value ?? 'null') as Partial<Kept> | null;
    const { text, savedAt } = kept ?? {};
    return typeof text === 'string' && typeof savedAt === 'number' ? { text, savedAt } : undefined;
  } catch {
    // Not ours, or cut off: nothing to restore from it.
    return undefined;
  }
}
