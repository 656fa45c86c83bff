import { BATCH_REACTIONS, type Batch, type BatchReceipt } from '../domain/reaction.js';
import { BATCH_BYTES, entriesOf, packBatch, toBatch } from './batch.js';
import type { Outbox, Refusal } from './outbox.js';
import type { Delivery, Sender } from './sender.js';
import { codeKey, keysOf, type Unsent } from './unsent.js';

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
  const [identities, codes, reactions] = await Promise.all([
    outbox.peekIdentities(limit),
    outbox.peekCodes(limit),
    outbox.peek(limit),
  ]);
  const batch = packBatch(toBatch(reactions, identities, codes), { entries: limit, bytes: BATCH_BYTES });
  if (!batch) return { type: 'empty' };

  unsent.note(batch);
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
  const reactions = batch.reactions.map(({ id }) => id).filter((id) => has.has(id));
  const identities = (batch.identities ?? []).map(({ viewing }) => viewing);
  const named = identities.filter((id) => receipt.identities.includes(id));
  const codes = (batch.codes ?? []).map(({ viewing }) => viewing);
  // A collector that says nothing of codes knows none, and would be asked for ever.
  const opened = receipt.codes ? codes.filter((id) => receipt.codes?.includes(id)) : codes;
  const ours = new Set(idsOf(batch));
  const refused = receipt.refused.filter(({ id }) => ours.has(id) && !has.has(id));
  const settled = reactions.length + named.length + opened.length;

  if (settled > 0) {
    unsent.forget([...reactions, ...named, ...opened.map(codeKey)]);
    await outbox.markSent({ reactions, identities: named, codes: opened });
  }
  if (refused.length > 0) await setAside(outbox, unsent, refused);
  if (settled + refused.length > 0) return { type: 'delivered', refused };
  return { type: 'postponed', reason: 'The receipt names nothing of what was sent.' };
}

async function setAside(outbox: Outbox, unsent: Unsent, refused: readonly Refusal[]): Promise<void> {
  unsent.forget(refused.flatMap(({ id }) => [id, codeKey(id)]));
  await outbox.markRefused(refused);
}

/** As the collector names them: reactions by their ids, names and codes by their viewing. */
function idsOf(batch: Batch): readonly string[] {
  return keysOf(batch).map((key) => key.replace(/^code /, ''));
}
