import { expect } from '@open-wc/testing';

import { BeaconSender } from '../../src/log/beacon-sender.js';
import { collectorUrl } from '../../src/log/collector-url.js';
import { aReaction, anIdentity, id, idsOf, reactions } from './reactions.js';

const batch = { format: 1, reactions: [aReaction(1)] } as const;
const receipt = { stored: [id(1)], known: [], refused: [], identities: [] };

/** A sender whose requests are answered here, and what they were. */
function aSender(answer: (init: RequestInit) => Promise<Response>, options: { readonly timeoutMs?: number } = {}) {
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];
  const beacons: { readonly url: string; readonly body: string }[] = [];
  const sender = new BeaconSender({
    collector: '/collector',
    base: 'https://example.test/jobs/',
    now: () => 0,
    fetch: (url, init = {}) => {
      requests.push({ url: url as string, init });
      return answer(init);
    },
    sendBeacon: (url, body) => {
      beacons.push({ url, body });
      return true;
    },
    ...options,
  });
  return { sender, requests, beacons };
}

const answering =
  (body: unknown, init: ResponseInit = {}) =>
  async () =>
    new Response(JSON.stringify(body), init);

describe('BeaconSender', () => {
  it('posts as text, without cookies, in a way that outlives the page', async () => {
    const { sender, requests } = aSender(answering(receipt));

    await sender.send(batch);

    const [request] = requests;
    const { signal, ...init } = request?.init ?? {};
    expect(request?.url).to.equal('https://example.test/collector/reactions');
    expect(init).to.deep.equal({
      method: 'POST',
      body: JSON.stringify(batch),
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      keepalive: true,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'strict-origin',
    });
    expect(signal?.aborted).to.equal(false);
  });

  it('needs no preflight', () => {
    const request = new Request('https://example.test/', {
      method: 'POST',
      mode: 'no-cors',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
    });

    // In `no-cors`, the browser keeps only headers that need none.
    expect(request.headers.get('content-type')).to.equal('text/plain;charset=UTF-8');
  });

  it('does without keepalive where the body is too big for it', async () => {
    const { sender, requests } = aSender(answering(receipt));

    await sender.send({ format: 1, reactions: [aReaction(1, { text: 'x'.repeat(60_000) })] });

    expect(requests[0]?.init.keepalive).to.equal(false);
  });

  it('hands on the receipt', async () => {
    const { sender } = aSender(answering(receipt));

    expect(await sender.send(batch)).to.deep.equal({ type: 'acknowledged', receipt });
  });

  it('hands on how long to wait', async () => {
    const { sender } = aSender(answering({}, { status: 503, headers: { 'retry-after': '9' } }));

    expect(await sender.send(batch)).to.include({ type: 'postponed', afterMs: 9_000 });
  });

  it('postpones when the network is gone', async () => {
    const { sender } = aSender(() => Promise.reject(new TypeError('Failed to fetch')));

    expect(await sender.send(batch)).to.deep.equal({
      type: 'postponed',
      reason: 'The collector cannot be reached: Failed to fetch',
    });
  });

  it('postpones when no answer comes in time', async () => {
    const hang = ({ signal }: RequestInit) =>
      new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    const { sender } = aSender(hang, { timeoutMs: 20 });

    expect(await sender.send(batch)).to.include({ type: 'postponed' });
  });

  it('postpones where the page gave no address', async () => {
    const sender = new BeaconSender({ collector: 'http://[' });
    sender.sendOnLeaving(batch);

    expect(await sender.send(batch)).to.deep.equal({
      type: 'postponed',
      reason: '"http://[" is no address of a collector.',
    });
  });

  it('does not read an answer that has no end', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(50_000));
      },
    });
    const { sender } = aSender(async () => new Response(endless));

    expect(await sender.send(batch)).to.include({ type: 'postponed' });
    expect(pulled).to.be.lessThan(10);
  });

  it('postpones when the answer breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    const { sender } = aSender(async () => new Response(broken));

    expect(await sender.send(batch)).to.include({ type: 'postponed' });
  });

  it('postpones, and does not throw, where a real server answers a page', async () => {
    const sender = new BeaconSender({ collector: '/no-such-collector' });

    expect(await sender.send(batch)).to.include({ type: 'postponed' });
  });

  describe('on leaving', () => {
    it('beacons everything in small pieces', () => {
      const { sender, beacons } = aSender(answering(receipt));
      const all = reactions(1, 150);

      sender.sendOnLeaving({ format: 1, reactions: all, identities: [anIdentity(1)] });

      const sent = beacons.flatMap(({ body }) => (JSON.parse(body) as typeof batch).reactions);
      expect(idsOf(sent)).to.deep.equal(idsOf(all));
      expect(beacons.every(({ body }) => new Blob([body]).size <= 15_000)).to.equal(true);
      expect(beacons[0]?.url).to.equal('https://example.test/collector/reactions');
    });

    it('carries no more than browsers let through at once', () => {
      const { sender, beacons } = aSender(answering(receipt));
      const long = Array.from({ length: 50 }, (_, index) => aReaction(index + 1, { text: 'x'.repeat(2_000) }));

      sender.sendOnLeaving({ format: 1, reactions: long });

      expect(new Blob(beacons.map(({ body }) => body)).size).to.be.lessThan(60_000);
    });

    it('stops where the browser refuses', () => {
      let asked = 0;
      const sender = new BeaconSender({
        collector: '/collector',
        sendBeacon: () => {
          asked += 1;
          return false;
        },
      });

      sender.sendOnLeaving({ format: 1, reactions: reactions(1, 150) });

      expect(asked).to.equal(1);
    });

    it("goes through the browser's own beacon", () => {
      const sender = new BeaconSender({ collector: '/no-such-collector' });

      expect(() => sender.sendOnLeaving(batch)).to.not.throw();
    });
  });
});

describe('collectorUrl', () => {
  const base = 'https://example.test/jobs/index.html';
  const table: readonly (readonly [string, string])[] = [
    ['/collector', 'https://example.test/collector/reactions'],
    ['/collector/', 'https://example.test/collector/reactions'],
    ['collector', 'https://example.test/jobs/collector/reactions'],
    ['.', 'https://example.test/jobs/reactions'],
    ['https://log.test', 'https://log.test/reactions'],
    ['https://log.test/a//', 'https://log.test/a/reactions'],
    ['https://log.test/a?key=1', 'https://log.test/a/reactions?key=1'],
  ];
  for (const [collector, url] of table) {
    it(`leads from ${collector} to ${url}`, () => {
      expect(collectorUrl(collector, 'reactions', base)).to.equal(url);
    });
  }
});
