/** The part of a page that is needed. */
type SleepingPage = Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & {
  readonly visibilityState: DocumentVisibilityState;
};

const LOOK_MS = 5_000;
/** Browsers let the timers of a page that nobody sees run once a minute only. More than that is sleep. */
const SLEPT_MS = 90_000;

/**
 * Calls back when the browser is about to freeze the page, and when the device has slept: it says nothing of that, but
 * its clock has gone on while no timer ran. The returned function ends it.
 */
export function listenForSleep(
  listener: () => void,
  page: SleepingPage = document,
  now: () => number = Date.now,
): () => void {
  let last = now();
  const look = (): void => {
    const slept = now() - last > SLEPT_MS;
    last = now();
    if (slept && page.visibilityState === 'visible') listener();
  };
  const timer = setInterval(look, LOOK_MS);
  page.addEventListener('freeze', listener);
  return () => {
    clearInterval(timer);
    page.removeEventListener('freeze', listener);
  };
}
