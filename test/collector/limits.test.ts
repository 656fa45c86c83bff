import { describe, expect, it } from 'vitest';

import { openMemoryStore } from '../../src/collector/index.js';
import { anAnswer } from './reactions.js';
import { refusal, useCollector } from './run-collector.js';

describe('limits', () => {
  const running = useCollector({
    trustProxy: 'loopback',
    limits: { perAddressPerMinute: 3, perSitePerMinute: 5, queue: 2 },
  });
  const sendFrom = (address: string) =>
    running.post(JSON.stringify({ format: 1, reactions: [anAnswer('team')] }), {
      'content-type': 'text/plain',
      'x-forwarded-for': address,
    });

  it('put off an address that asks too much, and no other one', async () => {
    const statuses = [];
    for (let requests = 0; requests < 4; requests += 1) statuses.push((await sendFrom('192.0.2.1')).status);

    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await refusal(sendFrom('192.0.2.1'))).toMatchObject({ error: 'too-many', retryAfter: '20' });
    expect((await sendFrom('192.0.2.2')).status).toBe(200);
  });

  it('take a whole IPv6 network for one address', async () => {
    const statuses = [];
    for (let host = 1; host <= 4; host += 1) statuses.push((await sendFrom(`2001:db8:1:2::${host}`)).status);

    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('put off a site that sends too much, from however many addresses', async () => {
    const statuses = [];
    for (let host = 1; host <= 6; host += 1) statuses.push((await sendFrom(`192.0.2.${host}`)).status);

    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('never hinder whoever asks whether the collector lives', async () => {
    for (let requests = 0; requests < 5; requests += 1) await running.expectAlive();
  });

  it('keep addresses out of the log', async () => {
    await sendFrom('192.0.2.1');

    expect(JSON.stringify(running.log)).not.toContain('192.0.2.1');
  });

  it('let nobody pass as another address whose proxy is not trusted', async () => {
    await running.restart({ trustProxy: '192.0.2.200' });
    const statuses = [];
    for (let host = 1; host <= 4; host += 1) statuses.push((await sendFrom(`192.0.2.${host}`)).status);

    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('count no addresses behind a proxy that nobody said to trust: there all come from one', async () => {
    await running.restart({ trustProxy: undefined });
    const statuses = [];
    for (let requests = 0; requests < 4; requests += 1) statuses.push((await sendFrom('192.0.2.1')).status);

    expect(statuses).toEqual([200, 200, 200, 200]);
  });

  it('put off what is more than the store can take in at a time, and take it when it is done', async () => {
    let letGo = () => {};
    const released = new Promise<void>((resolve) => (letGo = resolve));
    let waiting = 0;
    const store = openMemoryStore();
    await running.restart({
      trustProxy: undefined,
      store: {
        ...store,
        keep: async (incoming, site) => {
          waiting += 1;
          await released;
          return store.keep(incoming, site);
        },
      },
    });
    const slow = [sendFrom('192.0.2.1'), sendFrom('192.0.2.1')];
    while (waiting < 2) await new Promise((resolve) => setImmediate(resolve));

    expect(await refusal(sendFrom('192.0.2.1'))).toMatchObject({ status: 503, error: 'too-busy', retryAfter: '2' });
    letGo();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await sendFrom('192.0.2.1')).status).toBe(200);
  });
});
