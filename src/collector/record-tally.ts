import { createHash } from 'node:crypto';

import { factsOf } from './reaction-row.js';
import type { ReactionStore } from './reaction-store.js';
import type { StoredRecord } from './stored-record.js';

/** How much there is of each, and one figure that every bit of it goes into. */
export interface RecordTally {
  readonly reactions: number;
  readonly names: number;
  readonly codes: number;
  readonly gone: number;
  /** The sum of the SHA-256 of all records, so that it is the same in whatever order they are read. */
  readonly digest: string;
}

const MODULUS = 1n << 256n;

/** Counts records while they go by. */
export function beginTally(): { add(record: StoredRecord): void; finish(): RecordTally } {
  const counts = { reaction: 0, name: 0, code: 0, gone: 0 };
  let sum = 0n;
  return {
    add(record) {
      counts[record.type] += 1;
      const digest = createHash('sha256').update(canonicalText(record)).digest('hex');
      sum = (sum + BigInt(`0x${digest}`)) % MODULUS;
    },
    finish: () => ({
      reactions: counts.reaction,
      names: counts.name,
      codes: counts.code,
      gone: counts.gone,
      digest: sum.toString(16).padStart(64, '0'),
    }),
  };
}

/** Counts everything that a store holds. */
export async function tallyStore(store: Pick<ReactionStore, 'readRecords'>): Promise<RecordTally> {
  const tally = beginTally();
  for await (const records of readAllRecords(store)) records.forEach((record) => tally.add(record));
  return tally.finish();
}

export function isSameTally(a: RecordTally, b: RecordTally): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** Everything that a store holds, page by page. `note` hears where the next page begins. */
export async function* readAllRecords(
  store: Pick<ReactionStore, 'readRecords'>,
  from?: string,
  note: (next: string | undefined) => void = () => undefined,
): AsyncGenerator<readonly StoredRecord[]> {
  let after = from;
  do {
    const { records, next } = await store.readRecords(after, 1_000);
    yield records;
    note(next);
    after = next;
  } while (after !== undefined);
}

/** The same text for the same record, whichever store it comes from: one may write ids in small letters. */
function canonicalText(record: StoredRecord): string {
  switch (record.type) {
    case 'reaction': {
      const { reaction, ...rest } = record;
      const { id, viewing } = reaction;
      const same = { id: id.toLowerCase(), viewing: viewing.toLowerCase(), at: factsOf(reaction).at };
      return canonicalJson({ ...rest, reaction: { ...reaction, ...same } });
    }
    case 'name':
      return canonicalJson({
        ...record,
        identity: { ...record.identity, viewing: record.identity.viewing.toLowerCase() },
      });
    case 'code':
      return canonicalJson({ ...record, viewing: record.viewing.toLowerCase() });
    case 'gone':
      return canonicalJson({ ...record, viewing: record.viewing.toLowerCase(), item: record.item.toLowerCase() });
  }
}

/** JSON with its keys in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
