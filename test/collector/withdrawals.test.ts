import { describe, expect, it } from 'vitest';

import { anAnswer, aReaction, aUuid } from './reactions.js';
import { ORIGIN, refusal, useCollector } from './run-collector.js';

const CODE = '7K3QF2M9XA7K3QF2M9XA';
const viewing = aUuid(1, 'viewing');

describe('POST /withdrawals', () => {
  const running = useCollector();
  const withdraw = (
    withdrawals: readonly unknown[],
    headers: Record<string, string> = { 'content-type': 'text/plain' },
  ) => running.post(JSON.stringify({ format: 1, withdrawals }), headers, '/withdrawals');
  const sendWithCode = () =>
    running.send([anAnswer('team'), anAnswer('end', { sequence: 2 })], { codes: [{ viewing, code: CODE }] });

  it('deletes a viewing for whoever has its code, as a beacon and however often it comes', async () => {
    await sendWithCode();
    const everything = { id: aUuid(1), viewing, code: CODE, of: 'everything' };

    const first = await withdraw([everything], { 'content-type': 'text/plain;charset=UTF-8', origin: ORIGIN });
    const again = await withdraw([everything]);

    expect(first.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(await first.json()).toEqual({ done: [aUuid(1)], refused: [] });
    expect(await again.json()).toEqual({ done: [aUuid(1)], refused: [] });
    expect(await running.lines()).toEqual([]);
  });

  it('deletes by the code alone, from another device', async () => {
    await sendWithCode();

    expect(await (await withdraw([{ id: aUuid(1), code: CODE, of: 'everything' }])).json()).toMatchObject({
      done: [aUuid(1)],
    });
    expect(await running.lines()).toEqual([]);
  });

  it('keeps nothing of it that arrives later', async () => {
    await sendWithCode();
    await withdraw([{ id: aUuid(1), viewing, code: CODE, of: 'everything' }]);

    const late = await running.send([anAnswer('team', { sequence: 3 })]);

    expect(await late.json()).toMatchObject({ stored: [], known: [aUuid(1003)], refused: [] });
    expect(await running.lines()).toEqual([]);
  });

  it('takes back a name, or single reactions', async () => {
    await running.send([aReaction({ type: 'notice-answered', choice: 'named' }), anAnswer('team', { sequence: 2 })], {
      codes: [{ viewing, code: CODE }],
      identities: [{ viewing, name: 'Hanako' }],
    });

    await withdraw([
      { id: aUuid(1), viewing, code: CODE, of: 'name' },
      { id: aUuid(2), viewing, code: CODE, of: 'reactions', reactions: [aUuid(1002)] },
    ]);

    const lines = await running.lines();
    expect(lines.map(({ id }) => id)).toEqual([aUuid(1001)]);
    expect(JSON.stringify(lines)).not.toContain('Hanako');
  });

  it('refuses another code, and deletes nothing', async () => {
    await sendWithCode();

    const receipt = (await (
      await withdraw([{ id: aUuid(1), viewing, code: 'ZZZZZZZZZZZZZZZZZZZZ', of: 'everything' }])
    ).json()) as { done: string[]; refused: { id: string; reason: string }[] };

    expect(receipt.done).toEqual([]);
    expect(receipt.refused[0]).toMatchObject({ id: aUuid(1), reason: expect.stringMatching(/^[A-Z].*\.$/) as string });
    expect(await running.lines()).toHaveLength(2);
  });

  it('does the good ones of a list, and says what is wrong with the others without repeating it', async () => {
    await sendWithCode();
    const receipt = (await (
      await withdraw([
        { id: aUuid(1), viewing, code: 'secret words', of: 'everything' },
        { id: aUuid(2), code: CODE, of: 'secret words' },
        'secret words',
        { id: aUuid(3), viewing, code: CODE, of: 'everything' },
      ])
    ).json()) as { done: string[]; refused: { id: string; reason: string }[] };

    expect(receipt.done).toEqual([aUuid(3)]);
    expect(receipt.refused.map(({ id }) => id)).toEqual([aUuid(1), aUuid(2), '']);
    expect(JSON.stringify(receipt)).not.toContain('secret words');
  });

  it.each([
    ['', 400, 'not-json'],
    ['null', 422, 'wrong-shape'],
    ['{"format": 1}', 422, 'wrong-shape'],
    ['{"format": 1, "withdrawals": [], "all": true}', 422, 'wrong-shape'],
    [JSON.stringify({ format: 1, withdrawals: Array(51).fill(0) }), 422, 'wrong-shape'],
  ])('answers %j with %i', async (body, status, error) => {
    expect(await refusal(running.post(body, { 'content-type': 'text/plain' }, '/withdrawals'))).toMatchObject({
      status,
      error,
    });
  });

  it('takes none from pages of other origins', async () => {
    const answer = withdraw([], { 'content-type': 'text/plain', origin: 'https://evil.example' });

    expect(await refusal(answer)).toMatchObject({ status: 403, error: 'origin-refused' });
  });
});
