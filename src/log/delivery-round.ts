import { BATCH_REACTIONS, type Batch, type BatchReceipt } from '../domain/reaction.js';
import { BATCH_BYTES, entriesOf, packBatch } from './batch.js';
import type { Outbox, Refusal } from './outbox.js';
import type { Delivery, Sender } from './sender.js';
import { idsOf, type Unsent } from './unsent.js';

/** What one round of delivery came to. */
export type Round =
  | { readonly type: 'empty' }
  | { readonly type: 'delivered'; readonly refused: readonly Refusal[] }
  /** Too big, or not taken as a whole: try again with fewer. */
  | { readonly type: 'too-many'; readonly entries: number }
  | { readonly type: 'set-aside'; readonly refused: readonly Refusal[] }
  | { readonly type: 'postponed'; readonly reason: string; readonly afterMs?: number };

/** Sends one batch of at most so many entries, and marks in the outbox what came of it. */
export async function deliverOnce(outbox: Outbox, sender: Sender, unsent: Unsent, entries: number): Promise<Round> {
  const limit = Math.min(entries, BATCH_REACTIONS);
  const [identities, reactions] = await Promise.all([outbox.peekIdentities(limit), outbox.peek(limit)]);
  const batch = packBatch(reactions, identities, { entries: limit, bytes: BATCH_BYTES });
  if (!batch) return { type: 'empty' };

  unsent.note(batch.reactions, batch.identities);
  unsent.setUnderWay(batch);
  try {
    return await settle(outbox, unsent, batch, await sender.send(batch));
  } finally {
    unsent.setLanded(batch);
  }
}

async function settle(outbox: Outbox, unsent: Unsent, batch: Batch, delivery: Delivery): Promise<Round> {
  if (delivery.type === 'postponed') return delivery;
  if (delivery.type === 'acknowledged') return acknowledge(outbox, unsent, batch, delivery.receipt);
  const entries = entriesOf(batch);
  // One bad entry must not take its neighbours with it, so they are parted until it stands alone.
  if (entries > 1) return { type: 'too-many', entries: Math.floor(entries / 2) };
  const refused = idsOf(batch).map((id) => ({ id, reason: delivery.reason }));
  await setAside(outbox, unsent, refused);
  return { type: 'set-aside', refused };
}

async function acknowledge(outbox: Outbox, unsent: Unsent, batch: Batch, receipt: BatchReceipt): Promise<Round> {
  // Only what was sent counts, whatever else the answer names.
  const has = new Set(receipt.stored.concat(receipt.known));
  const sent = batch.reactions.map(({ id }) => id).filter((id) => has.has(id));
  const named = (batch.identities ?? []).map(({ viewing }) => viewing).filter((id) => receipt.identities.includes(id));
  const ours = new Set(idsOf(batch));
  const refused = receipt.refused.filter(({ id }) => ours.has(id) && !has.has(id));

  if (sent.length + named.length > 0) {
    unsent.forget([...sent, ...named]);
    await outbox.markSent(sent, named);
  }
  if (refused.length > 0) await setAside(outbox, unsent, refused);
  if (sent.length + named.length + refused.length > 0) return { type: 'delivered', refused };
  return { type: 'postponed', reason: 'The receipt names nothing of what was sent.' };
}

async function setAside(outbox: Outbox, unsent: Unsent, refused: readonly Refusal[]): Promise<void> {
  unsent.forget(refused.map(({ id }) => id));
  await outbox.markRefused(refused);
}
