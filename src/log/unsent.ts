import type { Batch, Identity, Reaction } from '../domain/reaction.js';
import type { ViewingCode } from '../domain/withdrawal.js';
import { toBatch } from './batch.js';
import type { TakenBack } from './withdrawals.js';

/**
 * What is known to wait, in memory: a page that goes away has no time to read its disk. Also knows what is under way
 * already, in a request that outlives the page or in a beacon, so that leaving does not tell it twice.
 */
export class Unsent {
  readonly #reactions = new Map<string, Reaction>();
  readonly #identities = new Map<string, Identity>();
  readonly #codes = new Map<string, ViewingCode>();
  readonly #underWay = new Set<string>();
  /** What was taken back: a delivery that read the disk before may bring it up once more. */
  readonly #takenBack = new Set<string>();

  note({ reactions, identities = [], codes = [] }: Batch): void {
    const back = this.#takenBack;
    for (const reaction of reactions)
      if (!back.has(reaction.id) && !back.has(reaction.viewing)) this.#reactions.set(reaction.id, reaction);
    for (const identity of identities)
      if (!back.has(nameKey(identity.viewing))) this.#identities.set(identity.viewing, identity);
    for (const code of codes) if (!back.has(code.viewing)) this.#codes.set(codeKey(code.viewing), code);
  }

  /** By the keys of `keysOf`. */
  forget(keys: readonly string[]): void {
    for (const key of keys) {
      this.#reactions.delete(key);
      this.#identities.delete(key);
      this.#codes.delete(key);
    }
  }

  /** The viewer takes it back. It must not go out after all. */
  drop({ of, viewing, reactions = [] }: TakenBack): void {
    if (of === 'reactions') {
      this.forget(reactions);
      for (const id of reactions) this.#takenBack.add(id);
    }
    if (viewing === undefined || of === 'reactions') return;
    this.#identities.delete(viewing);
    this.#takenBack.add(nameKey(viewing));
    if (of === 'name') return;
    this.#takenBack.add(viewing);
    this.#codes.delete(codeKey(viewing));
    for (const reaction of this.#reactions.values())
      if (reaction.viewing === viewing) this.#reactions.delete(reaction.id);
  }

  setUnderWay(batch: Batch): void {
    for (const key of keysOf(batch)) this.#underWay.add(key);
  }

  /** It arrived, or it failed: from now on it may be told again. */
  setLanded(batch: Batch): void {
    for (const key of keysOf(batch)) this.#underWay.delete(key);
  }

  allLanded(): void {
    this.#underWay.clear();
  }

  /** What nobody carries yet. */
  waiting(): Batch {
    return this.#without(this.#underWay);
  }

  /** All that has not arrived. */
  all(): Batch {
    return this.#without(new Set());
  }

  /** A code goes along with every reaction of its viewing until it has arrived: what carries it already may fail. */
  #without(keys: ReadonlySet<string>): Batch {
    const reactions = [...this.#reactions.values()].filter(({ id }) => !keys.has(id));
    const viewings = new Set(reactions.map(({ viewing }) => viewing));
    return toBatch(
      reactions,
      [...this.#identities.values()].filter(({ viewing }) => !keys.has(viewing)),
      [...this.#codes.values()].filter(({ viewing }) => viewings.has(viewing)),
    );
  }
}

/** A viewing's name and its code go by the same id. */
export const codeKey = (viewing: string): string => `code ${viewing}`;

const nameKey = (viewing: string): string => `name ${viewing}`;

/** One key for each entry: ids of reactions, viewings of identities, and keys of codes. */
export function keysOf({ reactions, identities = [], codes = [] }: Batch): readonly string[] {
  return [
    ...reactions.map(({ id }) => id),
    ...identities.map(({ viewing }) => viewing),
    ...codes.map(({ viewing }) => codeKey(viewing)),
  ];
}
