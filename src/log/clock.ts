/** Time for waiting, passed in so that tests need not wait. */
export interface Clock {
  /** Milliseconds from some beginning. Never goes back, whatever the viewer does to the computer's time. */
  now(): number;
  /** Calls back later, unless the returned function is called before. */
  after(ms: number, work: () => void): () => void;
}

export const pageClock: Clock = {
  now: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
