/** Something that the browser sends by itself once the page is gone. */
export interface Deferral {
  /** Takes the place of what was left before; without a body nothing is left. */
  replace(url: string, body: string | undefined): void;
}

/** `fetchLater`, as https://fetch.spec.whatwg.org/#fetch-later has it. TypeScript does not know it yet. */
type FetchLater = (url: string, init: RequestInit) => { readonly activated: boolean };

/** Undefined in browsers that cannot: there, what was not sent waits on disk for the next visit. */
export function findDeferral(
  fetchLater = (globalThis as { readonly fetchLater?: FetchLater }).fetchLater,
): Deferral | undefined {
  if (typeof fetchLater !== 'function') return undefined;
  let left: AbortController | undefined;
  return {
    replace(url, body) {
      left?.abort();
      left = undefined;
      if (body === undefined) return;
      const controller = new AbortController();
      try {
        fetchLater.call(globalThis, url, {
          method: 'POST',
          body,
          headers: { 'content-type': 'text/plain;charset=UTF-8' },
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'strict-origin',
          signal: controller.signal,
        });
        left = controller;
      } catch {
        // No quota for it, a frame that may not, or plain http: it is on disk in any case.
      }
    },
  };
}
