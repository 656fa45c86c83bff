import { expect } from '@open-wc/testing';

import { startCourier } from '../../src/log/courier.js';
import { inOneTab } from '../../src/log/one-tab.js';
import { openLog } from '../../src/log/open-log.js';
import { reactions } from './reactions.js';
import { ScriptedSender, settled, takeAll } from './scripted.js';

const never = new AbortController().signal;

describe('inOneTab', () => {
  it('lets one work at a time', async () => {
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await settled();
      steps.push(`${name} ends`);
    };

    await Promise.all([
      inOneTab(navigator.locks, 'one-tab', never, work('a')),
      inOneTab(navigator.locks, 'one-tab', never, work('b')),
    ]);

    expect(steps).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('works without locks', async () => {
    expect(await inOneTab(undefined, 'x', never, async () => 7)).to.equal(7);
  });

  it('works where locks are refused', async () => {
    const refusing = {
      request: () => Promise.reject(new DOMException('no', 'SecurityError')),
    } as unknown as LockManager;

    expect(await inOneTab(refusing, 'x', never, async () => 7)).to.equal(7);
  });

  it('does the work once when the work itself fails', async () => {
    let times = 0;
    const failing = async () => {
      times += 1;
      throw new Error('mine');
    };

    await inOneTab(navigator.locks, 'y', never, failing).catch(() => undefined);

    expect(times).to.equal(1);
  });
});

describe('startCourier in two tabs', () => {
  it('sends nothing twice', async () => {
    const name = 'two-tabs';
    const [one, two] = [await openLog({ name }), await openLog({ name })];
    await one.outbox.add(reactions(1, 450));
    const sender = new ScriptedSender();
    let arrived: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (arrived = resolve));
    sender.answer = async (batch) => {
      await settled();
      if (sender.reactions.length >= 450) arrived();
      return takeAll(batch);
    };

    const couriers = [one, two].map((log) => startCourier({ ...log, sender }));
    await all;
    await settled();

    expect(sender.reactions).to.have.length(450);
    for (const courier of couriers) courier.stop();
    one.close();
    two.close();
  });
});
