import { LOG_NAME } from './log-name.js';

const TIMEOUT_MS = 1_000;

/**
 * Tells whether an earlier page left a log here, without making one: nothing is stored before the viewer agrees.
 * A browser that refuses, or cannot tell, has none.
 */
export async function hasLog(name = LOG_NAME): Promise<boolean> {
  try {
    const databases = await inTime(indexedDB.databases());
    return databases.some((one) => one.name === name);
  } catch {
    // Without an answer there is nothing to take up, and a new viewing begins.
    return false;
  }
}

/** Rejects, with no reason, where the browser takes longer than anybody should wait for a first picture. */
export function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return Promise.race([work, new Promise<never>((_, reject) => setTimeout(reject, TIMEOUT_MS))]);
}
