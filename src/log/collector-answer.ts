import * as v from 'valibot';

import type { Batch, BatchReceipt } from '../domain/reaction.js';
import type { WithdrawalReceipt } from '../domain/withdrawal.js';
import type { Delivery } from './sender.js';

const ids = v.array(v.string());
const refused = v.array(v.object({ id: v.string(), reason: v.string() }));
const receiptSchema = v.object({ stored: ids, known: ids, refused, identities: ids, codes: v.optional(ids) });
const withdrawalReceiptSchema = v.object({ done: ids, refused });
const errorSchema = v.object({ error: v.string(), message: v.string() });

/** What a collector, or something that stands in its place, answered. */
export interface CollectorAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
}

/** A collector that says no to this page needs a person to change something. */
const SAYS_NO_MS = 5 * 60_000;
/** No collector, however confused, puts us off for longer. */
const LONGEST_RETRY_MS = 60 * 60_000;

/**
 * Reads what an answer means for the batch. Only a receipt acknowledges, and only the collector's own words refuse for
 * good: a captive portal or another server in its place must not make us throw anything away.
 */
export function readAnswer(answer: CollectorAnswer, batch: Batch, now: number): Delivery {
  const receipt = v.safeParse(receiptSchema, parseJson(answer.body));
  if (isDone(answer.status) && receipt.success) return { type: 'acknowledged', receipt: receipt.output };
  if (answer.status === 409) return { type: 'acknowledged', receipt: allKnown(batch) };
  return readRefusal(answer, now);
}

/** The same for wishes to delete. */
export function readWithdrawalAnswer(answer: CollectorAnswer, now: number): Delivery<WithdrawalReceipt> {
  const receipt = v.safeParse(withdrawalReceiptSchema, parseJson(answer.body));
  if (isDone(answer.status) && receipt.success) return { type: 'acknowledged', receipt: receipt.output };
  return readRefusal(answer, now);
}

function readRefusal({ status, body, retryAfter }: CollectorAnswer, now: number): Delivery<never> {
  if (isDone(status)) return { type: 'postponed', reason: `The answer ${status} is no receipt.` };
  const said = v.safeParse(errorSchema, parseJson(body));
  const reason = said.success ? said.output.message : `The collector answered ${status}.`;
  if (status === 413 || (said.success && (status === 400 || status === 422)))
    return { type: 'refused', status, reason };
  const afterMs = readRetryAfter(retryAfter, now) ?? (isTemporary(status) ? undefined : SAYS_NO_MS);
  return { type: 'postponed', reason, ...(afterMs !== undefined && { afterMs }) };
}

const isDone = (status: number) => status >= 200 && status < 300;
const isTemporary = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

function allKnown({ reactions, identities = [], codes = [] }: Batch): BatchReceipt {
  return {
    stored: [],
    known: reactions.map(({ id }) => id),
    refused: [],
    identities: identities.map(({ viewing }) => viewing),
    codes: codes.map(({ viewing }) => viewing),
  };
}

/** Reads seconds or a date. Undefined if it says nothing that can be kept. */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (!value?.trim()) return undefined;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_MS);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer as well: neither a receipt nor a refusal.
    return undefined;
  }
}
