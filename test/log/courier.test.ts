import { describe, expect, it } from 'vitest';

import { MemoryOutbox } from '../../src/log/memory-outbox.js';
import type { Delivery } from '../../src/log/sender.js';
import { aCourier, aFullOutbox, down } from './courier-at-work.js';
import { anIdentity, aReaction, idsOf, reactions } from './reactions.js';
import { settled, takeAll } from './scripted.js';

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
});
