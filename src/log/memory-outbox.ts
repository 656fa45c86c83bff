import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import { orderByViewing } from './order-reactions.js';
import type { Outbox, Refusal } from './outbox.js';

/** Holds the log until the page goes: what is left when the browser refuses storage. */
export class MemoryOutbox implements Outbox {
  readonly durability = 'memory';
  readonly #reactions = new Map<ReactionId, Reaction>();
  readonly #pending = new Set<ReactionId>();
  readonly #identities = new Map<ViewingId, Identity>();

  async add(reactions: readonly Reaction[]): Promise<void> {
    for (const reaction of reactions) {
      if (this.#reactions.has(reaction.id)) continue;
      this.#reactions.set(reaction.id, reaction);
      this.#pending.add(reaction.id);
    }
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

  async markSent(ids: readonly ReactionId[], identities: readonly ViewingId[] = []): Promise<void> {
    for (const id of ids) this.#pending.delete(id);
    for (const viewing of identities) this.#identities.delete(viewing);
  }

  async markRefused(refused: readonly Refusal[]): Promise<void> {
    for (const { id } of refused) {
      this.#pending.delete(id);
      this.#identities.delete(id);
    }
  }

  async readAll(): Promise<readonly Reaction[]> {
    return orderByViewing([...this.#reactions.values()]);
  }

  async clear(viewing?: ViewingId): Promise<void> {
    for (const reaction of this.#reactions.values()) {
      if (viewing !== undefined && reaction.viewing !== viewing) continue;
      this.#reactions.delete(reaction.id);
      this.#pending.delete(reaction.id);
    }
    if (viewing === undefined) this.#identities.clear();
    else this.#identities.delete(viewing);
  }

  close(): void {
    // Nothing to let go of: memory goes with the page.
  }
}
