import * as v from 'valibot';

import type { BatchReceipt } from '../domain/reaction.js';
import { HttpError } from './http-error.js';

type Refused = BatchReceipt['refused'][number];

/** A list whose items were checked one by one. */
export interface Sifted<Item> {
  readonly good: readonly Item[];
  readonly refused: readonly Refused[];
}

/** Reads the envelope, or says what is wrong with it without repeating what was sent. */
export function readEnvelope<Envelope>(
  body: unknown,
  schema: v.GenericSchema<unknown, Envelope>,
  sentences: { readonly kind: string; readonly shape: string },
): Envelope {
  if (body === undefined) throw new HttpError(400, 'not-json', `The body is empty. Send ${sentences.kind} as JSON.`);
  const read = v.safeParse(schema, body, { abortEarly: true });
  if (read.success) return read.output;
  throw new HttpError(
    422,
    'wrong-shape',
    `This is not ${sentences.kind}: ${sentenceOf(read.issues[0])} ${sentences.shape}`,
  );
}

/** Checks items one by one, so that a bad one does not take the others with it. */
export function sift<Item>(
  items: readonly unknown[],
  schema: v.GenericSchema<unknown, Item>,
  kind: string,
  key: string,
): Sifted<Item> {
  const good: Item[] = [];
  const refused: Refused[] = [];
  items.forEach((item, index) => {
    const read = v.safeParse(schema, item, { abortEarly: true });
    if (read.success) good.push(read.output);
    else refused.push({ id: idOf(item, key), reason: `${kind} ${index}: ${sentenceOf(read.issues[0])}` });
  });
  return { good, refused };
}

/** By what the sender knows the refused one. Empty if it gave nothing that could be one. */
function idOf(item: unknown, key: string): string {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, key)) return '';
  const id = (item as Readonly<Record<string, unknown>>)[key];
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

/** Where and what, without repeating what was sent: it may be a viewer's own words. */
function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '';
  const where = path ? `"${path.slice(0, 80)}"` : 'it';
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  if (isUnknown) return `${where} is not a field of it.`;
  if (issue.kind === 'schema' && issue.received === 'undefined') return `${where} is missing.`;
  const expected = issue.expected && issue.expected.length < 200 ? ` Expected ${issue.expected}.` : '';
  return `${where} is not as it should be (${issue.type.replaceAll('_', ' ')}).${expected}`;
}
