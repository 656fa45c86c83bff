import { BATCH_REACTIONS, type Batch, type Identity, type Reaction } from '../domain/reaction.js';
import type { ViewingCode } from '../domain/withdrawal.js';

/** Most bytes in one request. A `keepalive` request, or a beacon, carries 65,536, all that are under way together. */
export const BATCH_BYTES = 50_000;

export interface BatchLimits {
  /** Reactions, identities and codes together. */
  readonly entries: number;
  readonly bytes: number;
}

const encoder = new TextEncoder();
/** Of the envelope: `{"format":1,"reactions":[],"identities":[],"codes":[]}`. */
const ENVELOPE_BYTES = 61;

/** How many bytes the value takes on the line, with the comma after it. */
export function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length + 1;
}

export function entriesOf({ reactions, identities = [], codes = [] }: Batch): number {
  return reactions.length + identities.length + codes.length;
}

/** Makes a batch, without lists that are empty. */
export function toBatch(
  reactions: readonly Reaction[],
  identities: readonly Identity[] = [],
  codes: readonly ViewingCode[] = [],
): Batch {
  return {
    format: 1,
    reactions,
    ...(identities.length > 0 && { identities }),
    ...(codes.length > 0 && { codes }),
  };
}

/** Packs as much as the limits allow, in order, names and codes first; always one entry at least. Undefined if nothing waits. */
export function packBatch(
  { reactions, identities = [], codes = [] }: Batch,
  { entries, bytes }: BatchLimits,
): Batch | undefined {
  let room = bytes - ENVELOPE_BYTES;
  let count = 0;
  const take = (entry: unknown): boolean => {
    const size = bytesOf(entry);
    if (count > 0 && (size > room || count >= entries)) return false;
    room -= size;
    count += 1;
    return true;
  };
  const names = takeWhile(identities, take);
  const opening = names.length < identities.length ? [] : takeWhile(codes, take);
  const packed = opening.length < codes.length || names.length < identities.length ? [] : takeWhile(reactions, take);
  return count === 0 ? undefined : toBatch(packed, names, opening);
}

/** Parts a batch into smaller ones, in order, that carry everything. */
export function splitBatch(whole: Batch, bytes: number): readonly Batch[] {
  const batches: Batch[] = [];
  let { reactions, identities = [], codes = [] } = whole;
  for (;;) {
    const batch = packBatch(toBatch(reactions, identities, codes), { entries: BATCH_REACTIONS, bytes });
    if (!batch) return batches;
    batches.push(batch);
    reactions = reactions.slice(batch.reactions.length);
    identities = identities.slice(batch.identities?.length ?? 0);
    codes = codes.slice(batch.codes?.length ?? 0);
  }
}

function takeWhile<T>(values: readonly T[], take: (value: T) => boolean): readonly T[] {
  const end = values.findIndex((value) => !take(value));
  return end < 0 ? values : values.slice(0, end);
}
