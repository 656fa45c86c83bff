import { describe, expect, it } from 'vitest';

import type { Batch } from '../../src/domain/reaction.js';
import { startCourier, type CourierReport } from '../../src/log/courier.js';
import { MemoryOutbox } from '../../src/log/memory-outbox.js';
import { MemoryWithdrawals } from '../../src/log/memory-withdrawals.js';
import type { Delivery } from '../../src/log/sender.js';
import { aCode, anIdentity, anOwnViewing, aReaction, aWithdrawal, id, idsOf, reactions, viewing } from './reactions.js';
import { doAll, ScriptedClock, ScriptedPage, ScriptedSender, settled, takeAll } from './scripted.js';

const down: Delivery = { type: 'postponed', reason: 'down' };
const refuse =
  (status: number, bad: string) =>
  (batch: Batch): Delivery =>
    idsOf(batch.reactions).includes(bad) ? { type: 'refused', status, reason: 'not like this' } : takeAll(batch);

/** A courier at work. Chance is always its most, so waiting times are whole seconds. */
async function aCourier(outbox = new MemoryOutbox()) {
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

async function aFullOutbox(count: number): Promise<MemoryOutbox> {
  const outbox = new MemoryOutbox();
  await outbox.add(reactions(1, count));
  return outbox;
}

describe('startCourier', () => {
  it('sends what an earlier page left behind, at most 200 at a time, in order', async () => {
    const { sender, outbox } = await aCourier(await aFullOutbox(450));

    expect(sender.sizes).toEqual([200, 200, 50]);
    expect(idsOf(sender.reactions)).toEqual(idsOf(reactions(1, 450)));
    expect(await outbox.peek(1)).toEqual([]);
  });

  it('sends nothing while nothing waits', async () => {
    const { courier, sender, clock } = await aCourier();

    courier.wake();
    await clock.pass(3_600_000);

    expect(sender.sent).toEqual([]);
    expect(clock.timers).toBe(0);
  });

  it('sends a new reaction when it is woken', async () => {
    const { courier, outbox, sender } = await aCourier();

    await outbox.add([aReaction(1)]);
    courier.wake([aReaction(1)]);
    await settled();

    expect(sender.sent).toEqual([{ format: 1, reactions: [aReaction(1)] }]);
  });

  it('sends one batch at a time, however often it is woken', async () => {
    const { courier, outbox, sender } = await aCourier();
    let land: (delivery: Delivery) => void = () => undefined;
    sender.answer = () => new Promise((resolve) => (land = resolve));
    await outbox.add([aReaction(1)]);
    courier.wake();
    await settled();

    await outbox.add([aReaction(2)]);
    courier.wake();
    courier.wake();
    await settled();

    expect(sender.sent).toHaveLength(1);
    sender.answer = takeAll;
    land(takeAll({ format: 1, reactions: [aReaction(1)] }));
    await settled();
    expect(sender.sizes).toEqual([1, 1]);
  });

  it('keeps a request under 50,000 bytes, counted as UTF-8', async () => {
    const outbox = new MemoryOutbox();
    const long = '内'.repeat(2_000);
    await outbox.add(Array.from({ length: 20 }, (_, index) => aReaction(index + 1, { text: long })));

    const { sender } = await aCourier(outbox);

    // Each reaction is 6,000 bytes of text and about 230 more: eight fit.
    expect(sender.sizes).toEqual([8, 8, 4]);
  });

  it('sends a name in the same request, apart from the reactions', async () => {
    const outbox = new MemoryOutbox();
    await outbox.addIdentity(anIdentity(1));
    await outbox.add([aReaction(1)]);

    const { sender } = await aCourier(outbox);

    expect(sender.sent).toEqual([{ format: 1, reactions: [aReaction(1)], identities: [anIdentity(1)] }]);
    expect(await outbox.peekIdentities(1)).toEqual([]);
  });

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

  describe('when the page goes away', () => {
    it('beacons what could not be sent, and the last words', async () => {
      const { courier, outbox, sender } = await aCourier();
      sender.answer = () => down;
      await outbox.add([aReaction(1)]);
      courier.wake([aReaction(1)]);
      await settled();

      courier.leave([aReaction(2)]);

      expect(sender.beaconed).toEqual([{ format: 1, reactions: [aReaction(1), aReaction(2)] }]);
      expect(idsOf(await outbox.peek(1))).toEqual([id(1)]);
    });

    it('beacons nothing twice, and nothing that a request carries already', async () => {
      const { courier, outbox, sender, page } = await aCourier();
      sender.answer = () => new Promise(() => undefined);
      await outbox.add([aReaction(1)]);
      courier.wake([aReaction(1)]);
      await settled();

      page.tell('leaving');
      courier.leave([aReaction(2)]);
      page.tell('leaving');

      expect(sender.beaconed.map((batch) => idsOf(batch.reactions))).toEqual([[id(2)]]);
    });

    it('beacons nothing that arrived', async () => {
      const { courier, outbox, sender, page } = await aCourier();
      await outbox.add([aReaction(1)]);
      courier.wake([aReaction(1)]);
      await settled();

      page.tell('leaving');

      expect(sender.beaconed).toEqual([]);
    });
  });

  describe('when the page goes away right after a viewing began', () => {
    const begin = async (answer: () => Delivery | Promise<Delivery>) => {
      const { courier, outbox, sender, page } = await aCourier();
      sender.answer = answer;
      courier.open(aCode(1));
      await outbox.begin(anOwnViewing(1));
      await outbox.add([aReaction(1)]);
      courier.wake([aReaction(1)]);
      return { courier, sender, page };
    };

    it('beacons the code of the viewing with its first reaction, before the disk was read', async () => {
      const { sender, page } = await begin(() => new Promise(() => undefined));

      page.tell('leaving');

      expect(sender.beaconed).toEqual([{ format: 1, reactions: [aReaction(1)], codes: [aCode(1)] }]);
    });

    it('beacons the code once more with later reactions while its request is under way: that one may fail', async () => {
      const { courier, sender } = await begin(() => new Promise(() => undefined));
      await settled();

      courier.leave([aReaction(2)]);

      expect(sender.beaconed).toEqual([{ format: 1, reactions: [aReaction(2)], codes: [aCode(1)] }]);
    });

    it('beacons it no more once it has arrived', async () => {
      const { courier, sender } = await begin(() => Promise.resolve(down));
      sender.answer = takeAll;
      await settled();

      courier.leave([aReaction(2)]);

      expect(sender.sent).toEqual([{ format: 1, reactions: [aReaction(1)], codes: [aCode(1)] }]);
      expect(sender.beaconed).toEqual([{ format: 1, reactions: [aReaction(2)] }]);
    });
  });

  it('sends nothing more after it was stopped', async () => {
    const { courier, outbox, sender, clock, page } = await aCourier();
    sender.answer = () => down;
    await outbox.add([aReaction(1)]);
    courier.wake();
    await settled();

    courier.stop();
    page.tell('online');
    await clock.pass(3_600_000);

    expect(sender.sent).toHaveLength(1);
    expect(clock.timers).toBe(0);
  });

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

  describe('with a browser that sends by itself later', () => {
    it('leaves with it what waits while the collector is away, and nothing once it has all', async () => {
      const { courier, outbox, sender, clock } = await aCourier();
      sender.answer = () => down;
      await outbox.add([aReaction(1)]);
      courier.wake([aReaction(1)]);
      await settled();
      await outbox.add([aReaction(2)]);
      courier.wake([aReaction(2)]);
      expect(idsOf(sender.leftWithBrowser?.reactions ?? [])).toEqual([id(1), id(2)]);

      sender.answer = takeAll;
      await clock.pass(1_000);

      expect(sender.leftWithBrowser).toBe(undefined);
    });

    it('takes back from it what the viewer takes back', async () => {
      const { courier, outbox, sender } = await aCourier();
      sender.answer = () => down;
      await outbox.add([aReaction(1)]);
      courier.wake([aReaction(1)]);
      await settled();

      courier.withdraw(aWithdrawal(1, { of: 'reactions', reactions: [id(1)] }));

      expect(sender.leftWithBrowser).toBe(undefined);
    });
  });

  it('marks as under way only what the browser took on leaving', async () => {
    const { courier, outbox, sender, page } = await aCourier();
    sender.answer = () => down;
    await outbox.add(reactions(1, 2));
    courier.wake(reactions(1, 2));
    await settled();
    const takeNothing = (batch: Batch): readonly Batch[] => {
      sender.beaconed.push(batch);
      return [];
    };
    sender.sendOnLeaving = takeNothing;

    page.tell('leaving');
    page.tell('leaving');

    expect(sender.beaconed.map((batch) => batch.reactions.length)).toEqual([2, 2]);
  });
});
