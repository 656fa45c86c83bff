import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import type { ViewingCode } from '../domain/withdrawal.js';
import { groupByViewing, inOrderOf, numberOn } from './numbering.js';
import { orderByViewing } from './order-reactions.js';
import type { Acknowledged, Outbox, OwnViewing, Refusal } from './outbox.js';
import type { TakenBack } from './withdrawals.js';

/** Holds the log until the page goes: what is left when the browser refuses storage. */
export class MemoryOutbox implements Outbox {
  readonly durability = 'memory';
  readonly #reactions = new Map<ReactionId, Reaction>();
  readonly #pending = new Set<ReactionId>();
  readonly #identities = new Map<ViewingId, Identity>();
  readonly #viewings = new Map<ViewingId, OwnViewing>();
  readonly #pendingCodes = new Set<ViewingId>();
  /** The highest number that was handed out of each viewing. */
  readonly #reserved = new Map<ViewingId, number>();

  async begin(viewing: OwnViewing): Promise<void> {
    this.#viewings.set(viewing.viewing, viewing);
    this.#pendingCodes.add(viewing.viewing);
  }

  async add(reactions: readonly Reaction[]): Promise<readonly Reaction[]> {
    const fresh = reactions.filter(({ id }) => !this.#reactions.has(id));
    for (const [viewing, own] of groupByViewing(fresh)) {
      const { numbered, reserved } = numberOn(own, this.#reserved.get(viewing) ?? 0);
      this.#reserved.set(viewing, reserved);
      for (const reaction of numbered) {
        this.#reactions.set(reaction.id, reaction);
        this.#pending.add(reaction.id);
      }
    }
    return inOrderOf(reactions, this.#reactions);
  }

  async reserve(viewing: ViewingId): Promise<number> {
    const reserved = (this.#reserved.get(viewing) ?? 0) + 1;
    this.#reserved.set(viewing, reserved);
    return reserved;
  }

  async addIdentity(identity: Identity): Promise<void> {
    this.#identities.set(identity.viewing, identity);
  }

  async peek(limit: number): Promise<readonly Reaction[]> {
    return [...this.#pending].slice(0, limit).flatMap((id) => this.#reactions.get(id) ?? []);
  }

  async peekIdentities(limit: number): Promise<readonly Identity[]> {
    return [...this.#identities.values()].slice(0, limit);
  }

  async peekCodes(limit: number): Promise<readonly ViewingCode[]> {
    const viewings = [...this.#pendingCodes].slice(0, limit).flatMap((id) => this.#viewings.get(id) ?? []);
    return viewings.map(({ viewing, code }) => ({ viewing, code }));
  }

  async markSent({ reactions, identities = [], codes = [] }: Acknowledged): Promise<void> {
    for (const id of reactions) this.#pending.delete(id);
    for (const viewing of identities) this.#identities.delete(viewing);
    for (const viewing of codes) this.#pendingCodes.delete(viewing);
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    for (const { id } of refused) {
      this.#pending.delete(id);
      this.#identities.delete(id);
      this.#pendingCodes.delete(id);
    }
  }

  async readAll(): Promise<readonly Reaction[]> {
    return orderByViewing([...this.#reactions.values()]);
  }

  async readViewings(): Promise<readonly OwnViewing[]> {
    return [...this.#viewings.values()];
  }

  /** Lets go of what the viewer takes back. */
  drop({ of, viewing, reactions = [] }: TakenBack): void {
    if (viewing !== undefined && of !== 'reactions') this.#identities.delete(viewing);
    const gone = of === 'everything' ? [...this.#reactions.values()].filter((one) => one.viewing === viewing) : [];
    for (const id of [...gone.map((reaction) => reaction.id), ...(of === 'reactions' ? reactions : [])]) {
      this.#reactions.delete(id);
      this.#pending.delete(id);
    }
    if (of !== 'everything' || viewing === undefined) return;
    this.#viewings.delete(viewing);
    this.#pendingCodes.delete(viewing);
  }

  /** Forgets reactions that another outbox keeps now. */
  handOver(ids: readonly ReactionId[]): void {
    for (const id of ids) {
      this.#reactions.delete(id);
      this.#pending.delete(id);
    }
  }

  close(): void {
    // Nothing to let go of: memory goes with the page.
  }
}
