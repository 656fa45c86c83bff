/** What a page tells that matters to a delivery. */
export type PageSignal =
  /** It may be going away and never come back: the last sure chance. */
  | 'leaving'
  /** It is looked at again. */
  | 'back'
  | 'online';

export type ListenToPage = (listener: (signal: PageSignal) => void) => () => void;

/**
 * Listens to the page. `visibilitychange` and `pagehide` come at every way of leaving; `beforeunload` and `unload` do
 * not, and they keep the page out of the back-forward cache.
 */
export const listenToPage: ListenToPage = (listener) => {
  const controller = new AbortController();
  const { signal } = controller;
  const shown = () => listener(document.visibilityState === 'hidden' ? 'leaving' : 'back');
  document.addEventListener('visibilitychange', shown, { signal });
  window.addEventListener('pagehide', () => listener('leaving'), { signal });
  window.addEventListener('pageshow', () => listener('back'), { signal });
  window.addEventListener('online', () => listener('online'), { signal });
  return () => controller.abort();
};
