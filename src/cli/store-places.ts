import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

import { isPostgresAddress, openStore, showDatabase, type ReactionStore, type StorePlace } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { makeDataFolder } from './data-folder.js';

/** Opens a database that has to be there: a slip of the pen must not make an empty one. */
export async function openPlace(place: StorePlace): Promise<ReactionStore> {
  for (const file of [place.database, place.namesDatabase]) {
    if (file === undefined || isPostgresAddress(file) || existsSync(file)) continue;
    throw new FollowupError('missing-file', `There is no database "${file}".`);
  }
  return openStore(place);
}

/** Opens a database that may be a new one, in a folder that is made for it. */
export function openNewPlace(place: StorePlace): Promise<ReactionStore> {
  for (const file of [place.database, place.namesDatabase]) {
    if (file !== undefined && !isPostgresAddress(file)) makeDataFolder(dirname(file));
  }
  return openStore(place);
}

/** Opens a store for as long as the work takes. */
export async function withStore<Result>(
  store: Promise<ReactionStore>,
  work: (store: ReactionStore) => Promise<Result>,
): Promise<Result> {
  const opened = await store;
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** A database as it may be shown: without its password. */
export function nameOf({ database, namesDatabase }: StorePlace): string {
  const names = namesDatabase === undefined ? '' : `, names in ${showDatabase(namesDatabase)}`;
  return `${showDatabase(database)}${names}`;
}
