import { connect, type Socket } from 'node:net';

import { describe, expect, it } from 'vitest';

import { openMemoryStore } from '../../src/collector/index.js';
import { parseCsv } from '../domain/parse-csv.js';
import { aReaction, anAnswer, aUuid } from './reactions.js';
import { refusal, TOKEN, useCollector } from './run-collector.js';

describe('reading', () => {
  const running = useCollector();

  it.each(['/reactions.csv', '/reactions.jsonl', '/report', '/graphs'])('%s needs the token', async (path) => {
    const url = `${running.collector.address}/collector${path}`;

    expect(await refusal(fetch(url))).toMatchObject({ status: 401, error: 'no-token' });
    expect(await refusal(running.read(path, 'wrong'))).toMatchObject({ status: 401, error: 'wrong-token' });
    expect(await refusal(fetch(`${url}?token=${TOKEN}`))).toMatchObject({ status: 401 });
    expect((await running.read(path)).status).toBe(200);
  });

  it('is off where no token is set', async () => {
    await running.restart({ readerToken: undefined });

    expect(await refusal(running.read('/reactions.csv'))).toMatchObject({ status: 403, error: 'reading-off' });
    expect(await refusal(running.read('/report', ''))).toMatchObject({ status: 403, error: 'reading-off' });
  });

  it('hands out a CSV whose rows are the very answers', async () => {
    await running.send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);

    const response = await running.read('/reactions.csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const [header = [], ...rows] = parseCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).slice(1));

    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="reactions.csv"');
    expect(rows.map((row) => [row[header.indexOf('質問')], row[header.indexOf('回答')]])).toEqual([
      ['知りたいことは？', '先輩のこと'],
      ['知りたいことは？', 'もう十分'],
    ]);
  });

  it('writes the words of the CSV in English when asked to', async () => {
    expect(await (await running.read('/reactions.csv?language=en')).text()).toMatch(/^(\uFEFF)?Time \(Japan\),Video,/);
  });

  it('filters by graph, day and topic', async () => {
    const words = aReaction(
      { type: 'answered', scene: 'words', question: 'words', text: 'Paths?', to: 'end', signals: [] },
      { sequence: 3, at: '2026-11-22T00:00:00Z' },
    );
    await running.send([
      anAnswer('team', { at: '2026-11-20T14:59:59Z' }),
      anAnswer('end', { sequence: 2, at: '2026-11-20T15:00:00Z' }),
      words,
      anAnswer('team', { viewing: 2, graph: 'other' }),
    ]);
    const sequences = async (query: string) =>
      (await running.lines(query)).map(({ graph: id, sequence }) => `${id} ${sequence}`);

    expect(await sequences('?graph=other')).toEqual(['other 1']);
    expect(await sequences('?graph=graph&since=2026-11-21&until=2026-11-21')).toEqual(['graph 2']);
    expect(await sequences('?topic=career')).toEqual(['graph 3']);
  });

  it.each(['since=soon', 'until=2026-02-30', "graph='", 'topic=a&topic=b', 'sinse=2026-11-20', 'language=de'])(
    'answers the filter %s with a sentence',
    async (query) => {
      expect(await refusal(running.read(`/reactions.csv?${query}`))).toMatchObject({
        status: 400,
        error: 'bad-filter',
      });
    },
  );

  it('reads on only as fast as the file is taken', async () => {
    await running.collector.close();
    let pages = 0;
    const endless = Array.from({ length: 500 }, (_, index) => ({
      reaction: anAnswer('team', { sequence: index + 1 }),
      arrival: index + 1,
    }));
    await running.start({
      store: {
        ...openMemoryStore(),
        readPage() {
          pages += 1;
          return Promise.resolve({ rows: endless, next: { viewing: 1, sequence: pages, arrival: pages } });
        },
      },
    });

    const socket = await askAndReadNothing(running.collector.address, '/collector/reactions.jsonl', TOKEN);
    await untilItRests(() => pages);
    const read = pages;
    socket.destroy();
    await untilItRests(() => pages);

    // Some megabytes lie in the buffers of the line; a page is about 150 kB.
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(200);
    expect(pages).toBeLessThan(read + 5);
  });

  it('says a name only of a viewing that chose so', async () => {
    const identity = (viewing: number, name: string) => ({ viewing: aUuid(viewing, 'viewing'), name });
    await running.send(
      [
        aReaction({ type: 'notice-answered', choice: 'named' }, { viewing: 1 }),
        aReaction({ type: 'notice-answered', choice: 'unnamed' }, { viewing: 2 }),
      ],
      { identities: [identity(1, 'Hanako'), identity(2, 'Taro')] },
    );

    const files =
      (await (await running.read('/reactions.csv')).text()) + (await (await running.read('/reactions.jsonl')).text());

    expect(files).toContain('Hanako');
    expect(files).not.toContain('Taro');
  });

  it('reports how many chose what', async () => {
    await running.send(
      Array.from({ length: 8 }, (_, index) => anAnswer(index < 3 ? 'team' : 'end', { viewing: index + 1 })),
    );

    const report = await (await running.read('/report?graph=graph')).json();

    expect(report).toMatchObject({
      format: 1,
      filter: { graph: 'graph' },
      minimum: { group: 5, distribution: 8 },
      graphs: [
        {
          graph: 'graph',
          title: '会社紹介',
          viewings: 8,
          finished: { hidden: false, of: 5, viewings: 0 },
          questions: [
            {
              question: 'about-hub',
              figure: {
                hidden: false,
                of: 8,
                options: [
                  { option: 'team', label: '先輩のこと', viewings: 3 },
                  { option: 'end', label: 'もう十分', viewings: 5 },
                ],
              },
            },
            { question: 'words', figure: { hidden: true, needed: 8, missing: 8 } },
          ],
        },
      ],
    });
  });

  it('lists its graphs, and those that reactions came from', async () => {
    await running.send([anAnswer('team', { graph: 'other' })]);

    const { graphs } = (await (await running.read('/graphs')).json()) as { graphs: { id: string }[] };

    expect(graphs[0]).toMatchObject({ id: 'graph', title: '会社紹介', language: 'ja' });
    expect(graphs[1]).toEqual({ id: 'other', title: 'other', topics: [] });
  });

  it('sends answers that nobody keeps on the way and that run nowhere', async () => {
    const { headers } = await running.read('/report');

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

/** Asks for a file, and lets it lie on the line. */
function askAndReadNothing(address: string, path: string, token: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname, () => {
      socket.pause();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
      resolve(socket);
    });
    socket.on('error', reject);
  });
}

/** Resolves once a count has begun and has stood still for a while. */
async function untilItRests(count: () => number): Promise<void> {
  let [last, rested] = [-1, 0];
  while (rested < 10) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    rested = count() === last && last > 0 ? rested + 1 : 0;
    last = count();
  }
}
