import type { FollowupError } from '../domain/error.js';
import type { Connection } from './connection.js';
import { write } from './idb-write.js';

/** How many acknowledged entries make way at once when the disk is full. */
const MAKE_WAY = 500;

/** Writes; when the disk is full, the oldest that the collector has already make way, and it is tried once more. */
export async function makingWay<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as FollowupError).code !== 'storage-full' || !(await makeWay(connection))) throw error;
    return work();
  }
}

async function makeWay(connection: Connection): Promise<boolean> {
  return write(connection, ['reactions'], 'relaxed', async (writing) => {
    const reactions = writing.objectStore('reactions');
    const keys = await reactions.index('state').getAllKeys('sent', MAKE_WAY);
    await Promise.all(keys.map((key) => reactions.delete(key)));
    return keys.length > 0;
  });
}
