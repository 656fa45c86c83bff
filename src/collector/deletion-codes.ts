import { createHash } from 'node:crypto';

import type { ViewingId } from '../domain/reaction.js';
import type { DeletionCode, Withdrawal } from '../domain/withdrawal.js';

/** What is kept of a code. It has 100 bits of chance, so that a plain digest cannot be guessed back. */
export function hashCode(code: DeletionCode): string {
  return createHash('sha256').update(code).digest('base64url');
}

/** What a store knows about the viewings that a withdrawal may mean. */
export interface CodeFacts {
  /** Viewings that have the code of the withdrawal. */
  readonly holders: readonly ViewingId[];
  /** Whether the viewing that it names has any code. */
  readonly hasCode: boolean;
  /** Whether anything lies here of the viewing that it names. */
  readonly isKept: boolean;
}

export type Judged = { readonly viewings: readonly ViewingId[] } | { readonly reason: string };

/**
 * Finds the viewings that a withdrawal may touch. One of which nothing ever arrived is done as well: its beacon may
 * still be on the way.
 */
export function judgeWithdrawal({ viewing }: Withdrawal, { holders, hasCode, isKept }: CodeFacts): Judged {
  if (viewing === undefined) {
    return holders.length > 0 ? { viewings: holders } : { reason: 'No viewing here has this deletion code.' };
  }
  if (holders.includes(viewing)) return { viewings: [viewing] };
  if (!hasCode && !isKept) return { viewings: [viewing] };
  return {
    reason: hasCode
      ? 'This is not the deletion code of that viewing.'
      : 'No deletion code of that viewing has come here yet. Send it with a batch first.',
  };
}
