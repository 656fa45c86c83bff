import { FollowupError } from '../domain/error.js';
import { LOG_NAME } from './log-name.js';
import { withinTime } from './storage-error.js';

const TIMEOUT_MS = 1_000;

/**
 * Tells whether an earlier page left a log here, without making one: nothing is stored before the viewer agrees.
 * A browser that refuses, or cannot tell, has none.
 */
export async function hasLog(name = LOG_NAME): Promise<boolean> {
  try {
    const slow = () => new FollowupError('storage-refused', 'The browser does not say which databases there are.');
    const databases = await withinTime(indexedDB.databases(), TIMEOUT_MS, slow);
    return databases.some((one) => one.name === name);
  } catch {
    // Without an answer there is nothing to take up, and a new viewing begins.
    return false;
  }
}
