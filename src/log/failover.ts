import { FollowupError } from '../domain/error.js';
import type { GraphId } from '../domain/graph.js';
import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import { MemoryOutbox } from './memory-outbox.js';
import { MemoryPlaceKeeper } from './memory-place-keeper.js';
import { orderByViewing } from './order-reactions.js';
import type { Outbox, Refusal } from './outbox.js';
import type { Place, PlaceKeeper } from './place-keeper.js';
import { toStorageError, withinTime } from './storage-error.js';

const TIMEOUT_MS = 3_000;

/** Watches over a disk that may fail at any time. Once it did, memory has to do until the page goes; told once. */
export class Failover {
  #failed = false;
  readonly #onFallback: (error: FollowupError) => void;
  readonly #timeoutMs: number;

  constructor(onFallback: (error: FollowupError) => void = () => undefined, timeoutMs = TIMEOUT_MS) {
    this.#onFallback = onFallback;
    this.#timeoutMs = timeoutMs;
  }

  get failed(): boolean {
    return this.#failed;
  }

  fail(cause: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#onFallback(toStorageError(cause));
  }

  /** Writes to disk; false if memory has to take it. A viewer waits for this, so a disk that hangs has failed. */
  async write(work: () => Promise<void>): Promise<boolean> {
    if (this.#failed) return false;
    try {
      await withinTime(work(), this.#timeoutMs, hangs);
      return true;
    } catch (cause) {
      this.fail(cause);
      return false;
    }
  }

  /** Reads from disk what can still be read: old entries may be there although new ones are refused. */
  async read<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await withinTime(work(), this.#timeoutMs, hangs);
    } catch (cause) {
      this.fail(cause);
      return otherwise;
    }
  }
}

const hangs = () =>
  new FollowupError('storage-refused', 'The browser does not finish a write in time. Reload the page.');

/** An outbox on disk that goes on in memory when the disk fails. Loses nothing that it was given, and never throws. */
export class FailoverOutbox implements Outbox {
  readonly #disk: Outbox;
  readonly #memory = new MemoryOutbox();
  readonly #failover: Failover;
  /** Settled with the collector, but the disk could not be told. They must not go out again and again. */
  readonly #settled = new Set<string>();

  constructor(disk: Outbox, failover: Failover) {
    this.#disk = disk;
    this.#failover = failover;
  }

  get durability(): 'disk' | 'memory' {
    return this.#failover.failed ? 'memory' : 'disk';
  }

  async add(reactions: readonly Reaction[]): Promise<void> {
    const done = await this.#failover.write(() => this.#disk.add(reactions));
    if (!done) await this.#memory.add(reactions);
  }

  async addIdentity(identity: Identity): Promise<void> {
    const done = await this.#failover.write(() => this.#disk.addIdentity(identity));
    if (!done) await this.#memory.addIdentity(identity);
  }

  async peek(limit: number): Promise<readonly Reaction[]> {
    const wanted = limit + this.#settled.size;
    const disk = this.#unsettled(await this.#failover.read(() => this.#disk.peek(wanted), []), ({ id }) => id);
    return unique([...disk, ...(await this.#memory.peek(limit))], ({ id }) => id).slice(0, limit);
  }

  async peekIdentities(limit: number): Promise<readonly Identity[]> {
    const keyOf = ({ viewing }: Identity) => viewing;
    const wanted = limit + this.#settled.size;
    const disk = this.#unsettled(await this.#failover.read(() => this.#disk.peekIdentities(wanted), []), keyOf);
    return unique([...disk, ...(await this.#memory.peekIdentities(limit))], keyOf).slice(0, limit);
  }

  async markSent(ids: readonly ReactionId[], identities: readonly ViewingId[] = []): Promise<void> {
    await this.#memory.markSent(ids, identities);
    await this.#settle([...ids, ...identities], () => this.#disk.markSent(ids, identities));
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    await this.#memory.markRefused(refused);
    const ids = refused.map(({ id }) => id);
    await this.#settle(ids, () => this.#disk.markRefused(refused));
  }

  async readAll(): Promise<readonly Reaction[]> {
    const disk = await this.#failover.read(() => this.#disk.readAll(), []);
    return orderByViewing(unique([...disk, ...(await this.#memory.readAll())], ({ id }) => id));
  }

  /** Deletes in both. Here a failing disk does throw: the viewer must not be told that it is gone. */
  async clear(viewing?: ViewingId): Promise<void> {
    await this.#memory.clear(viewing);
    await this.#disk.clear(viewing);
  }

  close(): void {
    this.#disk.close();
  }

  async #settle(ids: readonly string[], mark: () => Promise<void>): Promise<void> {
    const marked = await this.#failover.read(() => mark().then(() => true), false);
    if (!marked) for (const id of ids) this.#settled.add(id);
  }

  #unsettled<T>(entries: readonly T[], idOf: (entry: T) => string): readonly T[] {
    return entries.filter((entry) => !this.#settled.has(idOf(entry)));
  }
}

/** Places on disk, and in memory when the disk fails. */
export class FailoverPlaceKeeper implements PlaceKeeper {
  readonly #disk: PlaceKeeper;
  readonly #memory = new MemoryPlaceKeeper();
  readonly #failover: Failover;

  constructor(disk: PlaceKeeper, failover: Failover) {
    this.#disk = disk;
    this.#failover = failover;
  }

  async keep(place: Place): Promise<void> {
    const done = await this.#failover.write(() => this.#disk.keep(place));
    if (!done) await this.#memory.keep(place);
  }

  async recall(graph: GraphId): Promise<Place | undefined> {
    const fresh = await this.#memory.recall(graph);
    return fresh ?? this.#failover.read(() => this.#disk.recall(graph), undefined);
  }

  async forget(graph: GraphId): Promise<void> {
    await this.#memory.forget(graph);
    await this.#failover.read(() => this.#disk.forget(graph), undefined);
  }
}

function unique<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
