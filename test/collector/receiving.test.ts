import Database from 'libsql';
import { describe, expect, it } from 'vitest';

import { aReaction, anAnswer, aUuid } from './reactions.js';
import { ORIGIN, useCollector } from './run-collector.js';

describe('POST /reactions', () => {
  const running = useCollector();

  it('acknowledges each by its id', async () => {
    const response = await running.send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      stored: [aUuid(1001), aUuid(1002)],
      known: [],
      refused: [],
      identities: [],
      codes: [],
    });
  });

  it('takes a beacon of plain text', async () => {
    const response = await running.post(JSON.stringify({ format: 1, reactions: [anAnswer('team')] }), {
      'content-type': 'text/plain;charset=UTF-8',
      origin: ORIGIN,
    });

    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });

  it('stores nothing twice when a batch is played again', async () => {
    await running.send([anAnswer('team')]);

    const again = await running.send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);

    expect(await again.json()).toMatchObject({ stored: [aUuid(1002)], known: [aUuid(1001)] });
    expect(await running.lines()).toHaveLength(2);
  });

  it('stores nothing twice when the same batch comes many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => running.send([anAnswer('team')])));

    const receipts = (await Promise.all(answers.map((answer) => answer.json()))) as { stored: string[] }[];

    expect(receipts.flatMap(({ stored }) => stored)).toEqual([aUuid(1001)]);
    expect(await running.lines()).toHaveLength(1);
  });

  it('takes the good ones of a batch, and says what is wrong with the others without repeating it', async () => {
    const good = anAnswer('team');
    const bad = [
      { ...anAnswer('team', { sequence: 2 }), secret: 'private words' },
      { ...anAnswer('team', { sequence: 3 }), sequence: 'private words' },
      { ...anAnswer('team', { sequence: 4 }), type: 'private words' },
      { ...anAnswer('team', { sequence: 5 }), at: '2026-11-20T05:03:05.678Z' },
      'private words',
      null,
    ];

    const receipt = (await (await running.send([good, ...bad])).json()) as {
      stored: string[];
      refused: { id: string; reason: string }[];
    };

    expect(receipt.stored).toEqual([good.id]);
    expect(receipt.refused.map(({ id }) => id)).toEqual([2, 3, 4, 5].map((n) => aUuid(1000 + n)).concat('', ''));
    expect(receipt.refused[0]?.reason).toBe('reaction 1: "secret" is not a field of it.');
    expect(receipt.refused[1]?.reason).toBe('reaction 2: "sequence" is not as it should be (number). Expected number.');
    expect(JSON.stringify(receipt.refused)).not.toContain('private words');
    expect(await running.lines()).toEqual([good]);
  });

  it('keeps SQL, HTML and formulas in words as words', async () => {
    const text = `'); DROP TABLE reactions; -- " <script>alert(1)</script> =1+1`;
    await running.send([aReaction({ type: 'asked', scene: 'hub', text, signals: [] })]);
    await running.send([anAnswer('team', { sequence: 2 })]);

    expect((await running.lines()).map((reaction) => ('text' in reaction ? reaction.text : ''))).toEqual([text, '']);
  });

  it('keeps names in a table of their own', async () => {
    const viewing = aUuid(1, 'viewing');
    const response = await running.send([aReaction({ type: 'notice-answered', choice: 'named' })], {
      identities: [{ viewing, name: '田中 花子' }],
    });
    await running.collector.close();
    const database = new Database(running.database);
    const rows = JSON.stringify([
      database.prepare('SELECT * FROM reactions').all(),
      database.prepare('SELECT * FROM viewings').all(),
    ]);
    database.close();

    expect(await response.json()).toMatchObject({ identities: [viewing] });
    expect(rows).toContain(viewing);
    expect(rows).not.toContain('田中');
  });
});
