import { describe, expect, it } from 'vitest';

import { openMemoryAuditLog } from '../../src/collector/access/memory-audit-log.js';
import { openMemoryStore } from '../../src/collector/index.js';
import type { Expiry } from '../../src/collector/reaction-store.js';
import { daysOf, expireAll, startRetention } from '../../src/collector/retention.js';
import { aGraph } from '../fixtures.js';
import { anAnswer } from './reactions.js';
import { useCollector } from './run-collector.js';

const graphOf = (id: string, retentionDays: number) => {
  const graph = aGraph();
  return { ...graph, id, notice: { ...graph.notice, retentionDays } };
};

describe('daysOf', () => {
  const graphs = [graphOf('short', 30), graphOf('long', 400)];

  it('is what the notice says, or less if the collector says less', () => {
    expect(daysOf('short', { graphs })).toBe(30);
    expect(daysOf('short', { graphs, retentionDays: 90 })).toBe(30);
    expect(daysOf('long', { graphs, retentionDays: 90 })).toBe(90);
  });

  it('is what the collector says where no notice is known, and else nothing', () => {
    expect(daysOf('strange', { graphs, retentionDays: 90 })).toBe(90);
    expect(daysOf('strange', { graphs })).toBeUndefined();
  });
});

describe('expireAll', () => {
  it('deletes of each graph what its own notice no longer allows', async () => {
    const store = openMemoryStore();
    await store.keep({
      reactions: [
        anAnswer('team', { graph: 'short', at: '2026-10-01T00:00:00Z' }),
        anAnswer('team', { graph: 'long', viewing: 2, at: '2026-10-01T00:00:00Z' }),
        anAnswer('team', { graph: 'short', viewing: 3, at: '2026-11-20T00:00:00Z' }),
      ],
    });
    const asked: (readonly Expiry[])[] = [];
    const watched = {
      ...store,
      expire: (expiries: readonly Expiry[]) => {
        asked.push(expiries);
        return Promise.resolve({ viewings: 1, reactions: 2, names: 0 });
      },
    };

    const erased = await expireAll(
      watched,
      { graphs: [graphOf('short', 30), graphOf('long', 400)] },
      new Date('2026-11-21T12:00:00Z'),
    );

    expect(asked).toEqual([
      [
        { graph: 'long', before: '2025-10-17T12:00:00Z' },
        { graph: 'short', before: '2026-10-22T12:00:00Z' },
      ],
    ]);
    expect(erased).toEqual({ viewings: 1, reactions: 2, names: 0 });
  });
});

describe('startRetention', () => {
  it('says so in the log when it fails, and goes on', async () => {
    const log: unknown[] = [];
    const stop = startRetention({
      store: { ...openMemoryStore(), listGraphs: () => Promise.reject(new Error('The disk is gone.')) },
      graphs: [],
      audit: openMemoryAuditLog(),
      auditDays: 365,
      now: () => new Date(),
      log: (entry) => log.push(entry),
      onErased: () => undefined,
    });
    await stop();

    expect(log).toEqual([
      { level: 'error', event: 'fault', message: 'What is over could not be deleted: The disk is gone.' },
    ]);
  });
});

describe('a running collector', () => {
  const running = useCollector({ retentionDays: 30 });

  it('deletes what is over when it starts, and says how much in numbers', async () => {
    await running.send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);
    await running.restart();
    expect(await running.lines()).toHaveLength(2);

    await running.restart({ now: () => new Date(Date.now() + 40 * 86_400_000) });
    while (!running.log.some(({ event }) => event === 'expired')) await new Promise((resolve) => setImmediate(resolve));

    expect(await running.lines()).toEqual([]);
    expect(running.log.find(({ event }) => event === 'expired')?.message).toBe(
      'Deleted after their time: 1 viewings, 2 reactions, 0 names.',
    );
  });
});
