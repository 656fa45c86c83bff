import type { Draft, DraftKeeper } from './draft-keeper.js';

/** Keeps drafts as long as the page lives: for tests, and for pages that may store nothing. */
export function memoryDraftKeeper(now: () => Date = () => new Date()): DraftKeeper {
  const kept = new Map<string, Map<string, Draft>>();
  return {
    keep: (document, sitting, text) => {
      const drafts = kept.get(document) ?? new Map<string, Draft>();
      kept.set(document, drafts.set(sitting, { sitting, text, savedAt: now() }));
      return true;
    },
    recall: (document) =>
      [...(kept.get(document)?.values() ?? [])].sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime()),
    forget: (document, sitting) => void kept.get(document)?.delete(sitting),
  };
}
