import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { makeTurns } from '../../src/collector/turns.js';

const bounds = { atOnce: 1, waiting: 2, waitMs: 1_000 };
const refusal = new Error('Too many.');
const line = () => new AbortController();

describe('makeTurns', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives turns in the order in which they were asked for', async () => {
    const turns = makeTurns(bounds, () => refusal);
    const order: string[] = [];
    const first = await turns.take(line().signal);
    const second = turns.take(line().signal).then((giveBack) => (order.push('second'), giveBack));
    const third = turns.take(line().signal).then((giveBack) => (order.push('third'), giveBack));

    first();
    (await second)();
    await third;

    expect(order).toEqual(['second', 'third']);
  });

  it('turns away whoever finds too many waiting, and nobody once they are through', async () => {
    const turns = makeTurns(bounds, () => refusal);
    const first = await turns.take(line().signal);
    const waiting = [turns.take(line().signal), turns.take(line().signal)];

    await expect(turns.take(line().signal)).rejects.toBe(refusal);
    first();
    (await waiting[0])?.();

    await expect(Promise.all(waiting)).resolves.toHaveLength(2);
  });

  it('counts a turn that is given back twice once', async () => {
    const turns = makeTurns({ ...bounds, waiting: 0 }, () => refusal);
    const first = await turns.take(line().signal);
    first();
    first();

    await turns.take(line().signal);

    await expect(turns.take(line().signal)).rejects.toBe(refusal);
  });

  it('gives no turn to whoever has gone, and none of theirs is lost', async () => {
    const turns = makeTurns(bounds, () => refusal);
    const first = await turns.take(line().signal);
    const impatient = line();
    const leaving = turns.take(impatient.signal);
    const staying = turns.take(line().signal);
    impatient.abort();

    await expect(leaving).rejects.toBe(refusal);
    await expect(turns.take(impatient.signal)).rejects.toBe(refusal);
    first();
    await expect(staying).resolves.toBeTypeOf('function');
  });

  it('turns away whoever waited for too long', async () => {
    const turns = makeTurns(bounds, () => refusal);
    await turns.take(line().signal);
    const waiting = turns.take(line().signal);
    vi.advanceTimersByTime(1_000);

    await expect(waiting).rejects.toBe(refusal);
  });
});
