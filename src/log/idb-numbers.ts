import type { Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { LogDatabase } from './connection.js';
import { writeOn, type Writing } from './idb-write.js';
import { groupByViewing, inOrderOf, numberOn } from './numbering.js';
import { toStorageError } from './storage-error.js';

type Numbering = Writing<'reactions' | 'numbers' | 'viewings'>;

/** The highest number that was handed out of each viewing, as far as the page knows from what was committed. */
export type KnownNumbers = Map<ViewingId, number>;

/** Every handing out of numbers of the viewing. */
export const numbersOf = (viewing: ViewingId): IDBKeyRange => IDBKeyRange.bound([viewing], [viewing, []]);

/**
 * Numbers reactions on, and keeps them. What the page knows of the numbers it does not ask for: an answer of the database
 * waits behind what the page draws, and the viewer waits for it before the branch is taken. Where another tab handed out
 * numbers in between, or an id is there already, the database refuses the whole transaction; only then it is asked.
 */
export async function addNumbered(
  database: LogDatabase,
  known: KnownNumbers,
  reactions: readonly Reaction[],
): Promise<readonly Reaction[]> {
  if (reactions.every(({ viewing }) => known.has(viewing))) {
    try {
      return await handOut(database, (writing) => addAfter(writing, known, reactions, new Map()));
    } catch (cause) {
      if (toStorageError(cause).code === 'storage-full') throw cause;
    }
  }
  return handOut(database, async (writing) => {
    const ids = writing.objectStore('reactions').index('id');
    const kept = new Map<ReactionId, Reaction>();
    await Promise.all(
      reactions.map(async ({ id, viewing }) => {
        const entry = await ids.get(id);
        if (entry) kept.set(id, entry.reaction);
        known.set(viewing, await readReserved(writing, viewing));
      }),
    );
    return addAfter(writing, known, reactions, kept);
  });
}

/** Hands out one number. */
export async function reserveNumber(database: LogDatabase, known: KnownNumbers, viewing: ViewingId): Promise<number> {
  const reserved = await handOut(database, async (writing) => {
    const after = await readReserved(writing, viewing);
    await writing.objectStore('numbers').add({ viewing, after, reserved: after + 1 });
    return after + 1;
  });
  known.set(viewing, reserved);
  return reserved;
}

const handOut = <T>(database: LogDatabase, work: (writing: Numbering) => Promise<T>): Promise<T> =>
  writeOn(database, ['reactions', 'numbers', 'viewings'], 'strict', work);

/** Writes everything at once. */
async function addAfter(
  writing: Numbering,
  known: KnownNumbers,
  reactions: readonly Reaction[],
  kept: Map<ReactionId, Reaction>,
): Promise<readonly Reaction[]> {
  const writes: Promise<unknown>[] = [];
  const latest: [ViewingId, number][] = [];
  const begun = (one: Promise<unknown>) => {
    // Heard below, and of a write that fails at once not a second time as unhandled.
    one.catch(() => undefined);
    writes.push(one);
  };
  for (const [viewing, own] of groupByViewing(reactions.filter(({ id }) => !kept.has(id)))) {
    const after = known.get(viewing) ?? 0;
    const { numbered, reserved } = numberOn(own, after);
    for (const reaction of numbered) {
      const { id } = reaction;
      if (kept.has(id)) continue;
      kept.set(id, reaction);
      begun(writing.objectStore('reactions').add({ id, viewing, state: 'pending', reaction }));
    }
    begun(writing.objectStore('numbers').add({ viewing, after, reserved }));
    latest.push([viewing, reserved]);
  }
  // Nothing more comes: without it the browser would wait for the page to say so.
  writing.commit();
  await Promise.all(writes);
  await writing.done;
  for (const [viewing, reserved] of latest) known.set(viewing, reserved);
  return inOrderOf(reactions, kept);
}

/** Looks where older versions kept it, or counts what is there, of a viewing whose numbers have no entry yet. */
async function readReserved(writing: Numbering, viewing: ViewingId): Promise<number> {
  const last = await writing.objectStore('numbers').openCursor(numbersOf(viewing), 'prev');
  const entry = last?.value ?? (await writing.objectStore('viewings').get(viewing));
  if (entry) return entry.reserved;
  const kept = await writing.objectStore('reactions').index('viewing').getAll(viewing);
  return kept.reduce((most, { reaction }) => Math.max(most, reaction.sequence + 1), 0);
}
