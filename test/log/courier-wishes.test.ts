import { describe, expect, it } from 'vitest';

import { startCourier } from '../../src/log/courier.js';
import { MemoryOutbox } from '../../src/log/memory-outbox.js';
import { MemoryWithdrawals } from '../../src/log/memory-withdrawals.js';
import { aCourier, down } from './courier-at-work.js';
import { aCode, anOwnViewing, aReaction, aWithdrawal, id, idsOf, viewing } from './reactions.js';
import { doAll, ScriptedPage, ScriptedSender, settled, takeAll } from './scripted.js';

describe('startCourier', () => {
  describe('with wishes to delete', () => {
    it('tells the collector what an earlier page left, and keeps nothing of it', async () => {
      const outbox = new MemoryOutbox();
      const withdrawals = new MemoryWithdrawals(outbox);
      await withdrawals.add(aWithdrawal(1));
      const sender = new ScriptedSender();

      startCourier({ outbox, withdrawals, sender, locks: undefined, listen: new ScriptedPage().listen });
      await settled();

      expect(sender.withdrawn).toEqual([[aWithdrawal(1)]]);
      expect(await withdrawals.readAll()).toEqual([]);
    });

    it('tries again until the collector answers, while reactions go on', async () => {
      const { courier, outbox, withdrawals, sender, clock } = await aCourier();
      sender.answerWish = () => ({ type: 'postponed', reason: 'no such route' });
      await withdrawals.add(aWithdrawal(1));
      courier.withdraw(aWithdrawal(1));
      await outbox.add([aReaction(1)]);
      courier.wake([aReaction(1)]);
      await settled();
      expect(sender.sizes).toEqual([1]);
      expect(await withdrawals.peek(9)).toHaveLength(1);

      sender.answerWish = doAll;
      await clock.pass(1_000);

      expect(await withdrawals.readAll()).toEqual([]);
    });

    it('keeps a refused wish, with the reason', async () => {
      const { courier, withdrawals, sender, reports } = await aCourier();
      const refused = [{ id: aWithdrawal(1).id, reason: 'No viewing has this code.' }];
      sender.answerWish = () => ({ type: 'acknowledged', receipt: { done: [], refused } });

      await withdrawals.add(aWithdrawal(1));
      courier.withdraw(aWithdrawal(1));
      await settled();

      expect(await withdrawals.readAll()).toEqual([{ withdrawal: aWithdrawal(1), refusal: refused[0]?.reason }]);
      expect(reports).toEqual([{ type: 'refused', refused }]);
    });

    it('lets go of what another tab took back, and leaves the telling to it', async () => {
      const { courier, outbox, sender } = await aCourier();
      sender.answer = () => down;
      await outbox.add([aReaction(1), aReaction(2)]);
      courier.wake([aReaction(1), aReaction(2)]);
      await settled();

      courier.drop({ of: 'reactions', reactions: [id(1)] });
      courier.leave();

      expect(sender.beaconed.map((batch) => idsOf(batch.reactions))).toEqual([[id(2)]]);
      expect(idsOf(sender.leftWithBrowser?.reactions ?? [])).toEqual([id(2)]);
      expect(sender.withdrawn).toEqual([]);
    });

    it('beacons a wish that was not answered when the page goes away, and not what it deletes', async () => {
      const { courier, outbox, withdrawals, sender } = await aCourier();
      sender.answer = () => down;
      sender.answerWish = () => ({ type: 'postponed', reason: 'down' });
      await outbox.add([aReaction(1), aReaction(2, { viewing: viewing(2) })]);
      courier.wake([aReaction(1), aReaction(2, { viewing: viewing(2) })]);
      await withdrawals.add(aWithdrawal(1));
      courier.withdraw(aWithdrawal(1));
      await settled();

      courier.leave();

      expect(sender.beaconedWishes).toEqual([[aWithdrawal(1)]]);
      expect(sender.beaconed.flatMap((batch) => idsOf(batch.reactions))).toEqual([id(2)]);
    });
  });

  describe('with codes', () => {
    it('sends the code of a viewing once, beside its reactions', async () => {
      const outbox = new MemoryOutbox();
      await outbox.begin(anOwnViewing(1));
      await outbox.add([aReaction(1)]);

      const { sender } = await aCourier(outbox);

      expect(sender.sent).toEqual([{ format: 1, reactions: [aReaction(1)], codes: [aCode(1)] }]);
      expect(await outbox.peekCodes(9)).toEqual([]);
    });

    it('does not send codes for ever to a collector that says nothing of them', async () => {
      const { courier, outbox, sender } = await aCourier();
      await outbox.begin(anOwnViewing(1));
      sender.answer = (batch) => {
        const delivery = takeAll(batch);
        return delivery.type === 'acknowledged'
          ? { ...delivery, receipt: { ...delivery.receipt, codes: undefined } }
          : delivery;
      };
      courier.wake();
      await settled();

      expect(sender.sent).toHaveLength(1);
    });
  });
});
