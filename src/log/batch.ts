import { BATCH_REACTIONS, type Batch, type Identity, type Reaction } from '../domain/reaction.js';

/** Most bytes in one request. A `keepalive` request, or a beacon, carries 65,536, all that are under way together. */
export const BATCH_BYTES = 50_000;

export interface BatchLimits {
  /** Reactions and identities together. */
  readonly entries: number;
  readonly bytes: number;
}

const encoder = new TextEncoder();
/** Of the envelope: `{"format":1,"reactions":[],"identities":[]}`. */
const ENVELOPE_BYTES = 50;

/** How many bytes the value takes on the line, with the comma after it. */
export function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length + 1;
}

export function entriesOf(batch: Batch): number {
  return batch.reactions.length + (batch.identities?.length ?? 0);
}

/** Packs as much as the limits allow, in order, names first; always one entry at least. Undefined if nothing waits. */
export function packBatch(
  reactions: readonly Reaction[],
  identities: readonly Identity[],
  { entries, bytes }: BatchLimits,
): Batch | undefined {
  let room = bytes - ENVELOPE_BYTES;
  let count = 0;
  const take = (entry: Identity | Reaction): boolean => {
    const size = bytesOf(entry);
    if (count > 0 && (size > room || count >= entries)) return false;
    room -= size;
    count += 1;
    return true;
  };
  const names = takeWhile(identities, take);
  const packed = names.length < identities.length ? [] : takeWhile(reactions, take);
  if (count === 0) return undefined;
  return { format: 1, reactions: packed, ...(names.length > 0 && { identities: names }) };
}

/** Parts a batch into smaller ones, in order, that carry everything. */
export function splitBatch({ reactions, identities = [] }: Batch, bytes: number): readonly Batch[] {
  const limits = { entries: BATCH_REACTIONS, bytes };
  const batches: Batch[] = [];
  let [restReactions, restIdentities] = [reactions, identities];
  for (;;) {
    const batch = packBatch(restReactions, restIdentities, limits);
    if (!batch) return batches;
    batches.push(batch);
    restReactions = restReactions.slice(batch.reactions.length);
    restIdentities = restIdentities.slice(batch.identities?.length ?? 0);
  }
}

function takeWhile<T>(values: readonly T[], take: (value: T) => boolean): readonly T[] {
  const end = values.findIndex((value) => !take(value));
  return end < 0 ? values : values.slice(0, end);
}
