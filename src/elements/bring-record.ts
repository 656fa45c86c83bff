let bring = (): Promise<unknown> => Promise.resolve();

/** Says where the viewer's own panel comes from. Most viewers never open it, so it is not fetched before. */
export function bringRecordBy(way: () => Promise<unknown>): void {
  bring = way;
}

/** Fetches the panel. Asked for twice, it comes once. */
export function bringRecord(): Promise<unknown> {
  return bring();
}
