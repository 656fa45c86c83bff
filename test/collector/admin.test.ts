import { describe, expect, it } from 'vitest';

import { hashToken } from '../../src/collector/access/reader.js';
import { openMemoryStore } from '../../src/collector/index.js';
import { FollowupError } from '../../src/domain/error.js';
import { anAnswer, aReaction, aUuid } from './reactions.js';
import { refusal, TOKEN, useCollector } from './run-collector.js';

const NAMES = 'names000.a-token-for-names';
const reader = { name: 'Kato', role: 'names', id: 'names000', tokenHash: hashToken(NAMES) } as const;

describe('POST /erasures', () => {
  const running = useCollector({ readers: { list: () => [reader] } });
  const erase = (body: unknown, token = TOKEN) =>
    running.post(
      JSON.stringify(body),
      { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      '/erasures',
    );
  const sendNamed = async (viewing: number, name: string, reference: string) => {
    await running.send(
      [
        aReaction({ type: 'notice-answered', choice: 'named' }, { viewing }),
        anAnswer('team', { viewing, sequence: 2 }),
      ],
      { identities: [{ viewing: aUuid(viewing, 'viewing'), name, reference }] },
    );
  };

  it('deletes a viewing, and keeps nothing of it that arrives later', async () => {
    await running.send([anAnswer('team'), anAnswer('end', { viewing: 2 })]);

    const response = await erase({ viewing: aUuid(1, 'viewing') });

    expect(await response.json()).toEqual({ viewings: 1, reactions: 1, names: 0 });
    await running.send([anAnswer('team'), anAnswer('team', { sequence: 2 })]);
    expect((await running.lines()).map(({ viewing }) => viewing)).toEqual([aUuid(2, 'viewing')]);
  });

  it('deletes all viewings of a person, by number or by name', async () => {
    await sendNamed(1, 'Hanako', 'A-1');
    await sendNamed(2, 'Hanako', 'A-1');
    await sendNamed(3, 'Taro', 'B-2');

    expect(await (await erase({ reference: 'A-1' })).json()).toEqual({ viewings: 2, reactions: 4, names: 2 });
    expect(await (await erase({ name: 'Taro' })).json()).toEqual({ viewings: 1, reactions: 2, names: 1 });
    expect(await running.lines()).toEqual([]);
  });

  it('is for the role admin only', async () => {
    await running.send([anAnswer('team')]);

    expect(await refusal(erase({ viewing: aUuid(1, 'viewing') }, NAMES))).toMatchObject({ error: 'role-too-low' });
    expect(await refusal(erase({ viewing: aUuid(1, 'viewing') }, 'wrong'))).toMatchObject({ error: 'wrong-token' });
    expect(await running.lines()).toHaveLength(1);
  });

  it.each([{}, { viewing: 'all' }, { name: '' }, { name: 'A', reference: 'B' }, [], null, 'everything'])(
    'deletes nothing for %j',
    async (body) => {
      await running.send([anAnswer('team')]);

      expect(await refusal(erase(body))).toMatchObject({ status: 422, error: 'wrong-shape' });
      expect(await running.lines()).toHaveLength(1);
    },
  );

  it('stands in the record, without whom it was about', async () => {
    await sendNamed(1, 'Hanako', 'A-1');
    await (await erase({ name: 'Hanako' })).text();

    const text = await (await running.read('/audit')).text();
    const [begun] = text.split('\n').map((line) => (line ? (JSON.parse(line) as { action: string }) : undefined));

    expect(begun).toMatchObject({ reader: 'reader-token', role: 'admin', action: 'erasure', outcome: 'begun' });
    expect(text).not.toContain('Hanako');
  });
});

describe('GET /audit', () => {
  const running = useCollector({ readers: { list: () => [reader] } });

  it('tells the role admin who read what, and nobody else', async () => {
    await (await running.read('/reactions.jsonl?graph=graph', NAMES)).text();

    const response = await running.read('/audit');
    const lines = (await response.text()).trim().split('\n');

    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(lines.map((line) => (JSON.parse(line) as { reader: string }).reader)).toContain('Kato');
    expect(await refusal(running.read('/audit', NAMES))).toMatchObject({ status: 403, error: 'role-too-low' });
  });
});

describe('GET /metrics', () => {
  const running = useCollector({ readers: { list: () => [reader] } });

  it('counts what came and what was done with it, in the format of Prometheus', async () => {
    await running.send([anAnswer('team'), 'rubbish']);
    await running.send([anAnswer('team')]);

    const response = await running.read('/metrics');
    const text = await response.text();

    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(text).toContain('followup_reactions_total{outcome="stored"} 1');
    expect(text).toContain('followup_reactions_total{outcome="known"} 1');
    expect(text).toContain('followup_reactions_total{outcome="refused"} 1');
    expect(text).toContain('followup_request_seconds_count{route="/collector/reactions",method="POST",status="200"} 2');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('is for the role admin, and leaves no line in the record', async () => {
    await (await running.read('/metrics')).text();

    expect((await running.read('/metrics', NAMES)).status).toBe(403);
    expect((await fetch(`${running.base}/metrics`)).status).toBe(401);
    expect(await (await running.read('/audit')).text()).not.toContain('metrics');
  });

  it('is served without a token on a port that only the machine itself reaches', async () => {
    const port = await freePort();
    await running.restart({ metricsPort: port });

    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(await response.text()).toContain('followup_reactions_total');
    await running.collector.close();
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });
});

describe('GET /ready', () => {
  const running = useCollector();

  it('is content while the store takes something', async () => {
    const response = await fetch(`${running.base}/ready`);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready' });
  });

  it('says no while the store does not, though the process lives', async () => {
    const failing = () => Promise.reject(new FollowupError('store-failed', 'postgres://secret@db is gone.'));
    await running.restart({ store: { ...openMemoryStore(), checkHealth: failing } });

    const answer = await refusal(fetch(`${running.base}/ready`));

    expect(answer).toMatchObject({ status: 503, error: 'store-failed', retryAfter: '5' });
    expect(answer.message).not.toContain('secret');
    await running.expectAlive();
  });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
