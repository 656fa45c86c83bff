import { describe, expect, it } from 'vitest';

import type { Batch } from '../../src/domain/reaction.js';
import type { Delivery } from '../../src/log/sender.js';
import { aCourier, down } from './courier-at-work.js';
import { aCode, anOwnViewing, aReaction, aWithdrawal, id, idsOf, reactions } from './reactions.js';
import { settled, takeAll } from './scripted.js';

describe('startCourier', () => {
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
