import { WITHDRAWALS, type Withdrawal, type WithdrawalReceipt } from '../domain/withdrawal.js';
import type { Round } from './delivery-round.js';
import type { Sender } from './sender.js';
import type { Withdrawals } from './withdrawals.js';

/** Tells the collector of the oldest wishes to delete, and keeps what came of it. */
export async function withdrawOnce(withdrawals: Withdrawals, sender: Sender, entries: number): Promise<Round> {
  const waiting = await withdrawals.peek(Math.min(entries, WITHDRAWALS));
  if (waiting.length === 0) return { type: 'empty' };
  const delivery = await sender.withdraw(waiting);
  if (delivery.type === 'postponed') return delivery;
  if (delivery.type === 'acknowledged') return settle(withdrawals, waiting, delivery.receipt);
  if (waiting.length > 1) return { type: 'too-many', entries: Math.floor(waiting.length / 2) };
  const refused = waiting.map(({ id }) => ({ id, reason: delivery.reason }));
  await withdrawals.markRefused(refused);
  return { type: 'set-aside', refused };
}

async function settle(
  withdrawals: Withdrawals,
  waiting: readonly Withdrawal[],
  receipt: WithdrawalReceipt,
): Promise<Round> {
  const ours = new Set(waiting.map(({ id }) => id));
  const done = receipt.done.filter((id) => ours.has(id));
  const refused = receipt.refused.filter(({ id }) => ours.has(id) && !done.includes(id));
  if (done.length > 0) await withdrawals.markDone(done);
  if (refused.length > 0) await withdrawals.markRefused(refused);
  if (done.length + refused.length > 0) return { type: 'delivered', refused };
  return { type: 'postponed', reason: 'The receipt names nothing of what was to be deleted.' };
}
