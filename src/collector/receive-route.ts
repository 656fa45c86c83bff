import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';

import {
  BATCH_REACTIONS,
  batchSchema,
  identitySchema,
  reactionSchema,
  type BatchReceipt,
  type Identity,
  type Reaction,
} from '../domain/reaction.js';
import { viewingCodeSchema, type ViewingCode } from '../domain/withdrawal.js';
import { BODY_BYTES } from './collector-options.js';
import { HttpError } from './http-error.js';
import type { ReactionStore } from './reaction-store.js';

type Refused = BatchReceipt['refused'][number];

/** A list whose items were checked one by one. */
interface Sifted<Item> {
  readonly good: readonly Item[];
  readonly refused: readonly Refused[];
}

/** `POST /reactions`: takes a batch, and answers once what is good of it is durable. */
export function addReceiveRoute(server: FastifyInstance, path: string, store: ReactionStore): void {
  server.post(path, { bodyLimit: BODY_BYTES }, async (request): Promise<BatchReceipt> => {
    const batch = readBatch(request.body);
    const reactions = sift<Reaction>(batch.reactions, reactionSchema, 'reaction', 'id');
    const identities = sift<Identity>(batch.identities ?? [], identitySchema, 'identity', 'viewing');
    const codes = sift<ViewingCode>(batch.codes ?? [], viewingCodeSchema, 'code', 'viewing');
    const kept = await store.keep({ reactions: reactions.good, identities: identities.good, codes: codes.good });
    return { ...kept, refused: [...reactions.refused, ...identities.refused, ...codes.refused] };
  });
}

/** Takes JSON in both wrappings: a beacon of plain text needs no preflight while its page goes away. */
export function parseBodiesAsJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body.toString()));
    } catch {
      // What the parser says would repeat what was sent. The sentence is enough.
      done(new HttpError(400, 'not-json', 'The body is not JSON. Send a batch as JSON.'));
    }
  });
}

function readBatch(body: unknown) {
  if (body === undefined) throw new HttpError(400, 'not-json', 'The body is empty. Send a batch as JSON.');
  const read = v.safeParse(batchSchema, body, { abortEarly: true });
  if (read.success) return read.output;
  throw new HttpError(
    422,
    'wrong-shape',
    `This is no batch: ${sentenceOf(read.issues[0])} A batch is { "format": 1, "reactions": [...] } with at most ${BATCH_REACTIONS} reactions.`,
  );
}

function sift<Item>(
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
