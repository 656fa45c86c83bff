const DAY_MS = 86_400_000;

/**
 * Remembers what has to be written anew, and tells it once a day: deleting goes on every hour, and writing a large file
 * anew each time would keep everybody waiting.
 */
export function onceADay(now: () => number): { mark(what: string): void; due(): readonly string[] } {
  const marked = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  return {
    mark: (what) => void marked.add(what),
    due() {
      if (marked.size === 0 || now() - last < DAY_MS) return [];
      last = now();
      const due = [...marked];
      marked.clear();
      return due;
    },
  };
}
