import type { Batch } from '../../src/domain/reaction.js';
import { startCourier, type CourierReport } from '../../src/log/courier.js';
import { MemoryOutbox } from '../../src/log/memory-outbox.js';
import { MemoryWithdrawals } from '../../src/log/memory-withdrawals.js';
import type { Delivery } from '../../src/log/sender.js';
import { idsOf, reactions } from './reactions.js';
import { ScriptedClock, ScriptedPage, ScriptedSender, settled, takeAll } from './scripted.js';

export const down: Delivery = { type: 'postponed', reason: 'down' };
export const refuse =
  (status: number, bad: string) =>
  (batch: Batch): Delivery =>
    idsOf(batch.reactions).includes(bad) ? { type: 'refused', status, reason: 'not like this' } : takeAll(batch);

/** A courier at work. Chance is always its most, so waiting times are whole seconds. */
export async function aCourier(outbox = new MemoryOutbox()) {
  const [sender, clock, page] = [new ScriptedSender(), new ScriptedClock(), new ScriptedPage()];
  const reports: CourierReport[] = [];
  const withdrawals = new MemoryWithdrawals(outbox);
  const courier = startCourier({
    outbox,
    withdrawals,
    sender,
    clock,
    listen: page.listen,
    locks: undefined,
    random: () => 1,
    report: (report) => reports.push(report),
  });
  await settled();
  return { courier, outbox, withdrawals, sender, clock, page, reports };
}

export async function aFullOutbox(count: number): Promise<MemoryOutbox> {
  const outbox = new MemoryOutbox();
  await outbox.add(reactions(1, count));
  return outbox;
}
