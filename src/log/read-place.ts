import { hasLog, inTime } from './has-log.js';
import { LOG_NAME } from './log-name.js';

/**
 * Reads where an earlier page left a viewing of this graph, without the database code that comes later, and without
 * making anything. Nobody has checked what it finds. Undefined where there is none; rejects where nobody can tell.
 */
export async function readPlace(graph: string, name = LOG_NAME): Promise<unknown> {
  return (await hasLog(name)) ? inTime(find(graph, name)) : undefined;
}

async function find(graph: string, name: string): Promise<unknown> {
  const opening = indexedDB.open(name);
  // It was deleted a moment ago, and is not made again.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = await answerOf(opening);
  try {
    return await answerOf(database.transaction('places').objectStore('places').get(graph));
  } finally {
    // Open, it would keep a newer version of the player from changing it.
    database.close();
  }
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
}
