import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { openLibsqlStore, openMemoryStore } from '../../src/collector/index.js';
import { FollowupError } from '../../src/domain/error.js';
import { aReaction, anAnswer } from './reactions.js';
import { refusal, useCollector } from './run-collector.js';

describe("the collector's own log", () => {
  const running = useCollector();

  it('tells routes and statuses, and nothing of people', async () => {
    await running.send([aReaction({ type: 'asked', scene: 'hub', text: 'private words', signals: [] })]);
    await running.read('/reactions.csv?graph=private-words');
    await fetch(`${running.base}/private-words`);

    expect(running.log.filter(({ event }) => event === 'request').map(({ route, status }) => [route, status])).toEqual([
      ['/collector/reactions', 200],
      ['/collector/reactions.csv', 200],
      ['(none)', 404],
    ]);
    const requests = JSON.stringify(running.log.filter(({ event }) => event === 'request'));
    expect(requests).not.toMatch(/private|127\.0\.0\.1|undici|node/);
  });
});

describe('a fault of the store', () => {
  const running = useCollector();

  it('is told in the log by its code, without what was being written, and to the sender as something to try again', async () => {
    const cause = Object.assign(new Error('could not write "private words"'), { code: 'SQLITE_FULL' });
    const keep = () => Promise.reject(new FollowupError('store-failed', 'The disk is full. Make room.', { cause }));
    await running.restart({ store: { ...openMemoryStore(), keep } });

    const answer = await refusal(running.send([anAnswer('team')]));

    expect(answer).toMatchObject({ status: 503, error: 'store-failed', retryAfter: '5' });
    expect(running.log.filter(({ event }) => event === 'fault')).toEqual([
      {
        level: 'error',
        event: 'fault',
        route: '/collector/reactions',
        code: 'SQLITE_FULL',
        message: 'The disk is full. Make room.',
      },
    ]);
    expect(JSON.stringify(running.log)).not.toContain('private words');
  });
});

describe('Collector.close', () => {
  const running = useCollector();
  afterEach(() => vi.useRealTimers());

  it('finishes what it took, and has it after the next start', async () => {
    await running.collector.close();
    const store = openLibsqlStore(running.database);
    let tellTaken = () => {};
    const taken = new Promise<void>((resolve) => (tellTaken = resolve));
    await running.start({
      store: {
        ...store,
        keep(incoming, site) {
          tellTaken();
          return store.keep(incoming, site);
        },
      },
    });

    const sent = running.send([anAnswer('team')]);
    await taken;
    await running.collector.close();

    expect((await sent).status).toBe(200);
    await running.start();
    expect(await running.lines()).toHaveLength(1);
  });

  it('waits for no connection on which nothing was ever asked', async () => {
    // Without the clock that would cut it off in the end.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const unused = connect(Number(new URL(running.collector.address).port), '127.0.0.1').resume();
    await once(unused, 'connect');
    // Taken after the other one, so that one is taken too.
    await running.expectAlive();
    const cut = once(unused, 'close');

    await running.collector.close();
    await cut;
  });

  it('tells that a port is in use', async () => {
    const port = Number(new URL(running.collector.address).port);

    await expect(
      running.start({ port, store: openLibsqlStore(join(running.folder, 'other.db')) }),
    ).rejects.toMatchObject({
      code: 'port-taken',
    });
  });
});
