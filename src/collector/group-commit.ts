/** Work that waits for its commit. */
interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Gathers what arrives while the event loop turns once, and hands it over together. Waiting for the disk is what
 * durable writing costs, and a group waits once.
 *
 * @param commit - Makes all of it durable, or throws and keeps nothing of it.
 */
export function groupCommits<Work, Result>(
  commit: (works: readonly Work[]) => readonly Result[],
): { add(work: Work): Promise<Result>; flush(): void } {
  let waiting: Waiting<Work, Result>[] = [];

  const flush = () => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      const results = commit(group.map(({ work }) => work));
      // `commit` answers each work in its place.
      group.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (cause) {
      group.forEach(({ reject }) => reject(cause));
    }
  };

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      }),
    flush,
  };
}
