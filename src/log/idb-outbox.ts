import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { ViewingCode } from '../domain/withdrawal.js';
import type { Connection, EntryState, ViewingEntry } from './connection.js';
import { makingWay } from './idb-make-way.js';
import { write, type Writing } from './idb-write.js';
import { groupByViewing, inOrderOf, numberOn } from './numbering.js';
import { orderByViewing } from './order-reactions.js';
import type { Acknowledged, Outbox, OwnViewing, Refusal } from './outbox.js';

type Marking = Writing<'reactions' | 'identities' | 'viewings'>;
type Adding = Writing<'reactions' | 'viewings'>;
interface Change {
  readonly state: EntryState;
  readonly reason?: string;
}

/** Keeps the log on disk, through reloads, crashes and days without a network. */
export class IdbOutbox implements Outbox {
  readonly durability = 'disk';
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async begin({ viewing, graph, code }: OwnViewing): Promise<void> {
    const entry: ViewingEntry = { viewing, reserved: 0, code: { graph, text: code }, state: 'pending' };
    await makingWay(this.#connection, () =>
      write(this.#connection, ['viewings'], 'strict', (writing) => writing.objectStore('viewings').put(entry)),
    );
  }

  async add(reactions: readonly Reaction[]): Promise<readonly Reaction[]> {
    return makingWay(this.#connection, () =>
      write(this.#connection, ['reactions', 'viewings'], 'strict', (writing) => addTo(writing, reactions)),
    );
  }

  async reserve(viewing: ViewingId): Promise<number> {
    return makingWay(this.#connection, () =>
      write(this.#connection, ['reactions', 'viewings'], 'strict', async (writing) => {
        const entry = await readViewing(writing, viewing);
        const reserved = entry.reserved + 1;
        await writing.objectStore('viewings').put({ ...entry, reserved });
        return reserved;
      }),
    );
  }

  async addIdentity(identity: Identity): Promise<void> {
    const { viewing } = identity;
    await makingWay(this.#connection, () =>
      write(this.#connection, ['identities'], 'strict', (writing) =>
        writing.objectStore('identities').put({ viewing, state: 'pending', identity }),
      ),
    );
  }

  async peek(limit: number): Promise<readonly Reaction[]> {
    const entries = await this.#connection.use((database) =>
      // Entries of one state come in the order of their key: as they were added.
      database.getAllFromIndex('reactions', 'state', 'pending', limit),
    );
    return entries.map(({ reaction }) => reaction);
  }

  async peekIdentities(limit: number): Promise<readonly Identity[]> {
    const entries = await this.#connection.use((database) =>
      database.getAllFromIndex('identities', 'state', 'pending', limit),
    );
    return entries.map(({ identity }) => identity);
  }

  async peekCodes(limit: number): Promise<readonly ViewingCode[]> {
    const entries = await this.#connection.use((database) =>
      database.getAllFromIndex('viewings', 'state', 'pending', limit),
    );
    return entries.flatMap(({ viewing, code }) => (code ? [{ viewing, code: code.text }] : []));
  }

  async markSent({ reactions, identities = [], codes = [] }: Acknowledged): Promise<void> {
    await this.#mark(async (writing) => {
      for (const id of reactions) await changeReaction(writing, id, { state: 'sent' });
      for (const viewing of identities) await writing.objectStore('identities').delete(viewing);
      for (const viewing of codes) await changeViewing(writing, viewing, 'sent');
    });
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    await this.#mark(async (writing) => {
      for (const { id, reason } of refused) {
        await changeReaction(writing, id, { state: 'refused', reason });
        await changeViewing(writing, id, 'refused');
        const identity = await writing.objectStore('identities').get(id);
        if (identity) await writing.objectStore('identities').put({ ...identity, state: 'refused', reason });
      }
    });
  }

  async readAll(): Promise<readonly Reaction[]> {
    const entries = await this.#connection.use((database) => database.getAll('reactions'));
    return orderByViewing(entries.map(({ reaction }) => reaction));
  }

  async readViewings(): Promise<readonly OwnViewing[]> {
    const entries = await this.#connection.use((database) => database.getAll('viewings'));
    return entries.flatMap(({ viewing, code }) => (code ? [{ viewing, graph: code.graph, code: code.text }] : []));
  }

  close(): void {
    this.#connection.close();
  }

  /** Relaxed: were this lost, the entries would go a second time, and the collector knows them by id. */
  async #mark(work: (writing: Marking) => Promise<void>): Promise<void> {
    await write(this.#connection, ['reactions', 'identities', 'viewings'], 'relaxed', work);
  }
}

/**
 * Asks everything at once, and writes everything at once: each answer of the database waits behind what the page draws,
 * and the viewer waits for all of them before the branch is taken.
 */
async function addTo(writing: Adding, reactions: readonly Reaction[]): Promise<readonly Reaction[]> {
  const store = writing.objectStore('reactions');
  const viewings = writing.objectStore('viewings');
  const groups = groupByViewing(reactions);
  const [found, entries] = await Promise.all([
    Promise.all(reactions.map(({ id }) => store.index('id').get(id))),
    Promise.all([...groups.keys()].map((viewing) => readViewing(writing, viewing))),
  ]);
  const kept = new Map<ReactionId, Reaction>();
  for (const entry of found) if (entry) kept.set(entry.id, entry.reaction);
  const writes: Promise<unknown>[] = [];
  const begun = (one: Promise<unknown>) => {
    // Heard below, and of a write that fails at once not a second time as unhandled.
    one.catch(() => undefined);
    writes.push(one);
  };
  for (const entry of entries) {
    const { viewing } = entry;
    const own = (groups.get(viewing) ?? []).filter(({ id }) => !kept.has(id));
    if (own.length === 0) continue;
    const { numbered, reserved } = numberOn(own, entry.reserved);
    for (const reaction of numbered) {
      if (kept.has(reaction.id)) continue;
      kept.set(reaction.id, reaction);
      begun(store.add({ id: reaction.id, viewing, state: 'pending', reaction }));
    }
    begun(viewings.put({ ...entry, reserved }));
  }
  // Nothing more comes: without it the browser would wait for the page to say so.
  writing.commit();
  await Promise.all(writes);
  return inOrderOf(reactions, kept);
}

/** Counts what is there of a viewing that was begun before its numbers were kept. */
async function readViewing(writing: Adding, viewing: ViewingId): Promise<ViewingEntry> {
  const entry = await writing.objectStore('viewings').get(viewing);
  if (entry) return entry;
  const kept = await writing.objectStore('reactions').index('viewing').getAll(viewing);
  return { viewing, reserved: kept.reduce((most, { reaction }) => Math.max(most, reaction.sequence + 1), 0) };
}

async function changeReaction(writing: Marking, id: ReactionId, change: Change): Promise<void> {
  const store = writing.objectStore('reactions');
  const entry = await store.index('id').get(id);
  if (entry) await store.put({ ...entry, ...change });
}

async function changeViewing(writing: Marking, viewing: ViewingId, state: EntryState): Promise<void> {
  const store = writing.objectStore('viewings');
  const entry = await store.get(viewing);
  if (entry) await store.put({ ...entry, state });
}
