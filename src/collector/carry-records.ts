import { readAllRecords, tallyStore, isSameTally, type RecordTally } from './record-tally.js';
import type { ReactionStore } from './reaction-store.js';

export interface Carrying {
  readonly from: Pick<ReactionStore, 'readRecords'>;
  readonly to: Pick<ReactionStore, 'readRecords' | 'loadRecords'>;
  /** Where an earlier attempt stood, as `note` heard it. */
  readonly place?: string | undefined;
  /** Hears after each page where to go on after a break, and how many records came with it. */
  readonly note?: (place: string | undefined, records: number) => void;
}

export interface Carried {
  /** Whether both hold the same, to the bit. */
  readonly isSame: boolean;
  readonly from: RecordTally;
  readonly to: RecordTally;
}

/** Carries everything from one store to another, and then reads both to see that it is all there. */
export async function carryRecords({ from, to, place, note }: Carrying): Promise<Carried> {
  let count = 0;
  const pages = readAllRecords(from, place, (next) => note?.(next, count));
  for await (const records of pages) {
    if (records.length > 0) await to.loadRecords(records);
    count = records.length;
  }
  const [there, here] = [await tallyStore(from), await tallyStore(to)];
  return { isSame: isSameTally(there, here), from: there, to: here };
}
