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

/** How much is done at a time where committing is answered from afar. */
export interface Lanes {
  /** Commits that may be under way at once. */
  readonly lanes: number;
  /** Most works in one commit. */
  readonly group: number;
  /** Most works that wait. More are turned away at once, so that memory does not grow while the store is behind. */
  readonly waiting: number;
}

/**
 * The same where a commit takes its time: while the lanes are busy, what arrives gathers and goes along with the next.
 *
 * @param turnAway - Makes what a work is rejected with when too many wait.
 */
export function groupCommitsInLanes<Work, Result>(
  commit: (works: readonly Work[]) => Promise<readonly Result[]>,
  bounds: Lanes,
  turnAway: () => Error,
): { add(work: Work): Promise<Result>; drain(): Promise<void> } {
  const waiting: Waiting<Work, Result>[] = [];
  const busy = new Set<Promise<void>>();

  const commitGroup = async (group: readonly Waiting<Work, Result>[]): Promise<void> => {
    try {
      const results = await commit(group.map(({ work }) => work));
      group.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (cause) {
      group.forEach(({ reject }) => reject(cause));
    }
  };
  const fillLanes = () => {
    while (waiting.length > 0 && busy.size < bounds.lanes) {
      const lane: Promise<void> = commitGroup(waiting.splice(0, bounds.group)).then(() => {
        busy.delete(lane);
        fillLanes();
      });
      busy.add(lane);
    }
  };

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= bounds.waiting) return reject(turnAway());
        waiting.push({ work, resolve, reject });
        if (waiting.length === 1) setImmediate(fillLanes);
      }),
    async drain() {
      fillLanes();
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}
