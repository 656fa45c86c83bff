/** Does the work while no other tab does. Without Web Locks it is done all the same: the collector knows each id. */
export async function inOneTab<T>(
  locks: LockManager | undefined,
  name: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  if (!locks) return work();
  let begun = false;
  try {
    return await locks.request(name, { signal }, () => {
      begun = true;
      return work();
    });
  } catch (cause) {
    if (begun || signal.aborted) throw cause;
    // Refused, as in a sandboxed frame: go on without.
    return work();
  }
}
