import { describe, expect, it } from 'vitest';

import { startCourier } from '../../src/log/courier.js';
import { MemoryWithdrawals } from '../../src/log/memory-withdrawals.js';
import { aCourier, aFullOutbox, down, refuse } from './courier-at-work.js';
import { anIdentity, aReaction, id, idsOf, reactions, viewing } from './reactions.js';
import { ScriptedClock, ScriptedPage, ScriptedSender, settled, takeAll } from './scripted.js';

describe('startCourier', () => {
  describe('with a collector that is down', () => {
    it('waits 1 s, 2 s, 4 s … and never longer than 5 minutes', async () => {
      const { courier, outbox, sender, clock } = await aCourier();
      sender.answer = () => down;
      await outbox.add([aReaction(1)]);
      courier.wake();
      await settled();

      const seconds = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300];
      for (const [tries, wait] of seconds.entries()) {
        await clock.pass(wait * 1_000 - 1);
        expect(sender.sent).toHaveLength(tries + 1);
        await clock.pass(1);
        expect(sender.sent).toHaveLength(tries + 2);
      }
    });

    it('loses nothing and sends all when it is up again', async () => {
      const { courier, outbox, sender, clock } = await aCourier();
      sender.answer = () => down;
      await outbox.add(reactions(1, 3));
      courier.wake();
      await settled();

      sender.answer = takeAll;
      await clock.pass(1_000);

      expect(await outbox.peek(10)).toEqual([]);
      expect(sender.sizes).toEqual([3, 3]);
    });

    it('is not hammered by a viewer who goes on', async () => {
      const { courier, outbox, sender } = await aCourier();
      sender.answer = () => down;

      for (let number = 1; number <= 50; number += 1) {
        await outbox.add([aReaction(number)]);
        courier.wake([aReaction(number)]);
        await settled();
      }

      expect(sender.sent).toHaveLength(1);
    });

    it('tells the page once, and again only after something got through', async () => {
      const { courier, outbox, sender, clock, reports } = await aCourier();
      sender.answer = () => down;
      await outbox.add([aReaction(1)]);
      courier.wake();
      await settled();
      await clock.pass(1_000);
      await clock.pass(2_000);

      expect(reports).toEqual([{ type: 'postponed', reason: 'down' }]);
    });

    it('does not come before the collector said', async () => {
      const { courier, outbox, sender, clock, page } = await aCourier();
      sender.answer = () => ({ ...down, afterMs: 60_000 });
      await outbox.add([aReaction(1)]);
      courier.wake();
      await settled();

      page.tell('online');
      page.tell('back');
      await clock.pass(59_999);
      expect(sender.sent).toHaveLength(1);
      await clock.pass(1);
      expect(sender.sent).toHaveLength(2);
    });

    it.each(['online', 'back'] as const)('tries at once when the page is %s', async (signal) => {
      const { courier, outbox, sender, page } = await aCourier();
      sender.answer = () => down;
      await outbox.add([aReaction(1)]);
      courier.wake();
      await settled();

      sender.answer = takeAll;
      page.tell(signal);
      await settled();

      expect(await outbox.peek(1)).toEqual([]);
    });

    it('spreads the browsers over half of the waiting time', async () => {
      const outbox = await aFullOutbox(1);
      const [sender, clock] = [new ScriptedSender(), new ScriptedClock()];
      sender.answer = () => down;
      const page = new ScriptedPage();
      const withdrawals = new MemoryWithdrawals(outbox);
      startCourier({ outbox, withdrawals, sender, clock, listen: page.listen, locks: undefined, random: () => 0 });
      await settled();

      await clock.pass(499);
      expect(sender.sent).toHaveLength(1);
      await clock.pass(1);
      expect(sender.sent).toHaveLength(2);
    });
  });

  describe('with a collector that refuses', () => {
    it('sets aside what the receipt refuses and sends the rest', async () => {
      const { courier, outbox, sender, reports } = await aCourier();
      sender.answer = ({ reactions: [first, ...others] }) => ({
        type: 'acknowledged',
        receipt: {
          stored: idsOf(others),
          known: [],
          refused: first ? [{ id: first.id, reason: 'unknown graph' }] : [],
          identities: [],
        },
      });
      await outbox.add(reactions(1, 3));
      courier.wake();
      await settled();

      expect(await outbox.peek(10)).toEqual([]);
      expect(idsOf(await outbox.readAll())).toEqual([id(1), id(2), id(3)]);
      expect(reports).toEqual([{ type: 'refused', refused: [{ id: id(1), reason: 'unknown graph' }] }]);
    });

    it.each([413, 422])(
      'parts a batch refused with %i until the bad one stands alone, and delivers the others',
      async (status) => {
        const { courier, outbox, sender, clock, reports } = await aCourier();
        sender.answer = refuse(status, id(2));
        await outbox.add(reactions(1, 5));
        courier.wake();
        await settled();

        await clock.pass(1_000);

        expect(await outbox.peek(10)).toEqual([]);
        expect(reports).toEqual([{ type: 'refused', refused: [{ id: id(2), reason: 'not like this' }] }]);
      },
    );

    it('slows down when everything is refused', async () => {
      const { courier, outbox, sender, clock } = await aCourier();
      sender.answer = () => ({ type: 'refused', status: 400, reason: 'no' });
      await outbox.add(reactions(1, 4));
      courier.wake();
      await settled();

      // 4, 2, 1 and then a second of rest.
      expect(sender.sizes).toEqual([4, 2, 1]);
      await clock.pass(999);
      expect(sender.sizes).toEqual([4, 2, 1]);
      await clock.pass(1);
      expect(sender.sizes).toEqual([4, 2, 1, 1]);
    });

    it('sets a refused name aside, so that the reactions get through', async () => {
      const { courier, outbox, sender } = await aCourier();
      sender.answer = (batch) => ({
        type: 'acknowledged',
        receipt: {
          stored: idsOf(batch.reactions),
          known: [],
          refused: (batch.identities ?? []).map((identity) => ({ id: identity.viewing, reason: 'too long' })),
          identities: [],
        },
      });
      await outbox.addIdentity(anIdentity(1));
      await outbox.add([aReaction(1)]);
      courier.wake();
      await settled();

      expect(sender.sent).toHaveLength(1);
      expect(await outbox.peekIdentities(1)).toEqual([]);
    });
  });

  describe('with a receipt that makes no sense', () => {
    it('waits instead of asking again and again', async () => {
      const { courier, outbox, sender, clock } = await aCourier();
      sender.answer = () => ({
        type: 'acknowledged',
        receipt: { stored: [id(999)], known: [], refused: [{ id: id(998), reason: 'x' }], identities: [viewing(9)] },
      });
      await outbox.add([aReaction(1)]);
      courier.wake();
      await settled();
      await clock.pass(999);

      expect(sender.sent).toHaveLength(1);
      expect(idsOf(await outbox.peek(1))).toEqual([id(1)]);
    });

    it('goes on when the sender throws', async () => {
      const { courier, outbox, sender, clock } = await aCourier();
      sender.answer = () => {
        throw new Error('a bug');
      };
      await outbox.add([aReaction(1)]);
      courier.wake();
      await settled();

      sender.answer = takeAll;
      await clock.pass(1_000);

      expect(await outbox.peek(1)).toEqual([]);
    });
  });
});
