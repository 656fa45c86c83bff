import type { Batch, Identity, Reaction } from '../domain/reaction.js';

/**
 * What is known to wait, in memory: a page that goes away has no time to read its disk. Also knows what is under way
 * already, in a request that outlives the page or in a beacon, so that leaving does not tell it twice.
 */
export class Unsent {
  readonly #reactions = new Map<string, Reaction>();
  readonly #identities = new Map<string, Identity>();
  readonly #underWay = new Set<string>();

  note(reactions: readonly Reaction[], identities: readonly Identity[] = []): void {
    for (const reaction of reactions) this.#reactions.set(reaction.id, reaction);
    for (const identity of identities) this.#identities.set(identity.viewing, identity);
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#reactions.delete(id);
      this.#identities.delete(id);
    }
  }

  setUnderWay(batch: Batch): void {
    for (const id of idsOf(batch)) this.#underWay.add(id);
  }

  /** It arrived, or it failed: from now on it may be told again. */
  setLanded(batch: Batch): void {
    for (const id of idsOf(batch)) this.#underWay.delete(id);
  }

  allLanded(): void {
    this.#underWay.clear();
  }

  /** What nobody carries yet. */
  waiting(): { readonly reactions: readonly Reaction[]; readonly identities: readonly Identity[] } {
    return {
      reactions: [...this.#reactions.values()].filter(({ id }) => !this.#underWay.has(id)),
      identities: [...this.#identities.values()].filter(({ viewing }) => !this.#underWay.has(viewing)),
    };
  }
}

/** The ids of a batch: of its reactions, and the viewings of its identities. */
export function idsOf({ reactions, identities = [] }: Batch): readonly string[] {
  return [...reactions.map(({ id }) => id), ...identities.map(({ viewing }) => viewing)];
}
