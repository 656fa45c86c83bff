import type { LoggedReaction } from './reaction-columns.js';

/** Writes one reaction as a line of JSON, with its LF. Fields are those of the schema, and `viewer` where named. */
export function reactionToJsonLine({ reaction, identity }: LoggedReaction): string {
  const viewer = identity && { name: identity.name, reference: identity.reference };
  return `${JSON.stringify(viewer ? { ...reaction, viewer } : reaction)}\n`;
}

/** Writes a whole JSON Lines file. */
export function reactionsToJsonLines(rows: Iterable<LoggedReaction>): string {
  let file = '';
  for (const row of rows) file += reactionToJsonLine(row);
  return file;
}
