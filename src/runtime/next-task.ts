/** What newer browsers have for it. */
interface YieldingScheduler {
  yield?(): Promise<void>;
}

/**
 * Lets the browser draw and answer to the viewer before the work goes on. On a slow phone, work that is done in one go
 * holds up the picture and every tap.
 */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: YieldingScheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    // Not a timer: browsers hold those back for a second in a tab that is not in sight.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
