/** Lets so many work at once, keeps a few waiting in the order in which they came, and turns the rest away. */
export interface Turns {
  /**
   * Resolves once it is one's turn, to how the turn is given back; giving it back twice counts once. Rejects where too
   * many wait already, where it took too long, and where the signal says that nobody waits any more.
   */
  take(gone: AbortSignal): Promise<() => void>;
}

export interface TurnBounds {
  readonly atOnce: number;
  readonly waiting: number;
  /** Who waits for longer is turned away, before a proxy in between gives up without a word. */
  readonly waitMs: number;
}

type Waiting = (giveBack: () => void) => void;

/** @param refuse - Makes what is thrown at whoever gets no turn. */
export function makeTurns({ atOnce, waiting: most, waitMs }: TurnBounds, refuse: () => Error): Turns {
  const waiting = new Set<Waiting>();
  let busy = 0;

  const begin = (): (() => void) => {
    let isOver = false;
    busy += 1;
    return () => {
      if (isOver) return;
      isOver = true;
      busy -= 1;
      const [next] = waiting;
      next?.(begin());
    };
  };

  return {
    take(gone) {
      if (gone.aborted) return Promise.reject(refuse());
      if (busy < atOnce) return Promise.resolve(begin());
      if (waiting.size >= most) return Promise.reject(refuse());
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          gone.removeEventListener('abort', turnAway);
          waiting.delete(one);
        };
        const turnAway = () => {
          leave();
          reject(refuse());
        };
        const one: Waiting = (giveBack) => {
          leave();
          resolve(giveBack);
        };
        const timer = setTimeout(turnAway, waitMs);
        gone.addEventListener('abort', turnAway);
        waiting.add(one);
      });
    },
  };
}
