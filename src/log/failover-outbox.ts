import type { Identity, Reaction, ViewingId } from '../domain/reaction.js';
import type { ViewingCode } from '../domain/withdrawal.js';
import type { Failover } from './failover.js';
import { MemoryOutbox } from './memory-outbox.js';
import { orderByViewing } from './order-reactions.js';
import type { Acknowledged, Outbox, OwnViewing, Refusal } from './outbox.js';
import { codeKey } from './unsent.js';

/** An outbox on disk that goes on in memory when the disk fails. Loses nothing that it was given, and never throws. */
export class FailoverOutbox implements Outbox {
  readonly #disk: Outbox;
  readonly #memory: MemoryOutbox;
  readonly #failover: Failover;
  /** Settled with the collector, but the disk could not be told. They must not go out again and again. */
  readonly #settled = new Set<string>();

  constructor(disk: Outbox, failover: Failover, memory = new MemoryOutbox()) {
    this.#disk = disk;
    this.#failover = failover;
    this.#memory = memory;
  }

  get durability(): 'disk' | 'memory' {
    return this.#failover.failed ? 'memory' : 'disk';
  }

  async begin(viewing: OwnViewing): Promise<void> {
    if (!(await this.#failover.write(() => this.#disk.begin(viewing)))) await this.#memory.begin(viewing);
  }

  async add(reactions: readonly Reaction[]): Promise<readonly Reaction[]> {
    // What only memory has, from while the disk was full, goes to the disk first, so that the order stays.
    const held = this.#failover.failed ? [] : await this.#memory.peek(Number.POSITIVE_INFINITY);
    const done = await this.#failover.write(() => this.#disk.add([...held, ...reactions]));
    if (!done) return this.#memory.add(reactions);
    this.#memory.handOver(held.map(({ id }) => id));
    return done.result.slice(held.length);
  }

  async reserve(viewing: ViewingId): Promise<number> {
    const done = await this.#failover.write(() => this.#disk.reserve(viewing));
    return done ? done.result : this.#memory.reserve(viewing);
  }

  async addIdentity(identity: Identity): Promise<void> {
    if (!(await this.#failover.write(() => this.#disk.addIdentity(identity)))) await this.#memory.addIdentity(identity);
  }

  async peek(limit: number): Promise<readonly Reaction[]> {
    const keyOf = ({ id }: Reaction) => id;
    const disk = await this.#failover.read(() => this.#disk.peek(this.#wanted(limit)), []);
    return this.#joined(disk, await this.#memory.peek(limit), keyOf).slice(0, limit);
  }

  async peekIdentities(limit: number): Promise<readonly Identity[]> {
    const disk = await this.#failover.read(() => this.#disk.peekIdentities(this.#wanted(limit)), []);
    return this.#joined(disk, await this.#memory.peekIdentities(limit), viewingOf).slice(0, limit);
  }

  async peekCodes(limit: number): Promise<readonly ViewingCode[]> {
    const disk = await this.#failover.read(() => this.#disk.peekCodes(this.#wanted(limit)), []);
    const keyOf = ({ viewing }: ViewingCode) => codeKey(viewing);
    return this.#joined(disk, await this.#memory.peekCodes(limit), keyOf).slice(0, limit);
  }

  async markSent(acknowledged: Acknowledged): Promise<void> {
    const { reactions, identities = [], codes = [] } = acknowledged;
    await this.#memory.markSent(acknowledged);
    const ids = [...reactions, ...identities, ...codes.map(codeKey)];
    await this.#settle(ids, () => this.#disk.markSent(acknowledged));
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    await this.#memory.markRefused(refused);
    const ids = refused.flatMap(({ id }) => [id, codeKey(id)]);
    await this.#settle(ids, () => this.#disk.markRefused(refused));
  }

  async readAll(): Promise<readonly Reaction[]> {
    const disk = await this.#failover.read(() => this.#disk.readAll(), []);
    return orderByViewing(unique([...disk, ...(await this.#memory.readAll())], ({ id }) => id));
  }

  async readViewings(): Promise<readonly OwnViewing[]> {
    const disk = await this.#failover.read(() => this.#disk.readViewings(), []);
    return unique([...disk, ...(await this.#memory.readViewings())], viewingOf);
  }

  close(): void {
    this.#disk.close();
  }

  async #settle(ids: readonly string[], mark: () => Promise<void>): Promise<void> {
    const marked = await this.#failover.read(() => mark().then(() => true), false);
    if (!marked) for (const id of ids) this.#settled.add(id);
  }

  #wanted(limit: number): number {
    return limit + this.#settled.size;
  }

  #joined<T>(disk: readonly T[], memory: readonly T[], keyOf: (entry: T) => string): readonly T[] {
    return unique([...disk.filter((entry) => !this.#settled.has(keyOf(entry))), ...memory], keyOf);
  }
}

const viewingOf = ({ viewing }: { readonly viewing: ViewingId }): ViewingId => viewing;

function unique<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
