import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openLibsqlStore } from '../../src/collector/index.js';
import { aReaction, anAnswer } from './reactions.js';
import { useCollector } from './run-collector.js';

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

describe('Collector.close', () => {
  const running = useCollector();

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

  it('tells that a port is in use', async () => {
    const port = Number(new URL(running.collector.address).port);

    await expect(
      running.start({ port, store: openLibsqlStore(join(running.folder, 'other.db')) }),
    ).rejects.toMatchObject({
      code: 'port-taken',
    });
  });
});
