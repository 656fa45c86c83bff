import { parquetReadObjects } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openMemoryStore, startCollector, type Collector } from '../../src/collector/index.js';
import type { ReactionStore } from '../../src/collector/reaction-store.js';
import { REACTION_COLUMNS } from '../../src/domain/reaction-columns.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { findStatementFaults } from '../domain/xapi-rules.js';
import { parseCsv } from '../domain/parse-csv.js';
import { aGraph } from '../fixtures.js';
import { aReaction, anAnswer, aUuid } from './reactions.js';

const TOKEN = 'a-token-for-readers';
const graph = aGraph({ language: 'ja', title: '会社紹介', branches: { hub: ['team', 'end'], team: ['hub'], end: [] } });

describe('the addresses of files', () => {
  let collector: Collector;
  let store: ReactionStore;

  const read = (path: string, token = TOKEN) =>
    fetch(`${collector.address}/collector${path}`, { headers: { authorization: `Bearer ${token}` } });
  const refusal = async (path: string) => {
    const response = await read(path);
    return { status: response.status, ...((await response.json()) as { message: string }) };
  };
  const bytes = async (path: string) => Buffer.from(await (await read(path)).arrayBuffer());

  beforeEach(async () => {
    store = openMemoryStore();
    collector = await startCollector({ store, port: 0, base: '/collector', readerToken: TOKEN, graphs: [graph] });
    const named = aReaction({ type: 'notice-answered', choice: 'named' });
    await store.keep({
      reactions: [named, anAnswer('team', { sequence: 2 }), anAnswer('end', { viewing: 2 })],
      identities: [{ viewing: named.viewing, name: '田中 花子' }],
    });
  });
  afterEach(() => collector.close());

  it.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['jsonl', 'application/x-ndjson; charset=utf-8'],
    ['parquet', 'application/vnd.apache.parquet'],
    ['xapi.jsonl', 'application/x-ndjson; charset=utf-8'],
  ])('answer reactions.%s with its type, to readers alone', async (ending, type) => {
    const response = await read(`/reactions.${ending}`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect((await read(`/reactions.${ending}`, 'another-token')).status).toBe(401);
  });

  it('hand out a workbook in the language that was asked for', async () => {
    const [japanese] = await readExcel(await bytes('/reactions.xlsx'));
    const [english] = await readExcel(await bytes('/reactions.xlsx?language=en'));

    expect(japanese?.data.map((row) => row[3])).toEqual(['氏名', '田中 花子', '田中 花子', null]);
    expect(english?.data[0]?.[3]).toBe('Name');
  });

  it('hand out a column file', async () => {
    const rows = await parquetReadObjects({ file: new Uint8Array(await bytes('/reactions.parquet')).buffer });

    expect(rows.map(({ viewingId, sequence }) => [viewingId, sequence])).toEqual([
      [aUuid(1, 'viewing'), 1],
      [aUuid(1, 'viewing'), 2],
      [aUuid(2, 'viewing'), 1],
    ]);
  });

  it('hand out statements that pass the validator, named under the collector or under a home', async () => {
    const text = await (await read('/reactions.xapi.jsonl')).text();
    const elsewhere = await (await read('/reactions.xapi.jsonl?home=https://recruit.example.jp/')).text();
    const statements = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { actor: { account: { homePage: string } } });

    expect(statements.flatMap(findStatementFaults)).toEqual([]);
    expect(statements.map(({ actor }) => actor.account.homePage)).toEqual(
      Array(3).fill(collector.address.replace('http:', 'https:') + '/collector/'),
    );
    expect(elsewhere).toContain('"homePage":"https://recruit.example.jp/"');
  });

  it('leave names out where that is wished', async () => {
    for (const ending of ['csv', 'jsonl', 'xapi.jsonl']) {
      expect(await (await read(`/reactions.${ending}`)).text()).toContain('田中');
      expect(await (await read(`/reactions.${ending}?names=false`)).text()).not.toContain('田中');
    }
  });

  it('hand out a file in pages that make the whole file', async () => {
    for (const ending of ['csv', 'jsonl', 'xapi.jsonl']) {
      const whole = await (await read(`/reactions.${ending}`)).text();
      let pages = '';
      let asked = 0;
      let after = '';
      do {
        const response = await read(`/reactions.${ending}?limit=2${after && `&after=${after}`}`);
        pages += new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
        after = response.headers.get('x-followup-next') ?? '';
        asked += 1;
      } while (after);

      expect(asked).toBe(2);
      expect(pages.replace(/^\uFEFF/, '')).toBe(whole);
    }
  });

  it('go on after a cursor, without a second header', async () => {
    const first = await read('/reactions.csv?limit=2');
    const rest = await (await read(`/reactions.csv?after=${first.headers.get('x-followup-next')}`)).text();

    expect(parseCsv(rest).map((row) => row[22])).toEqual([aUuid(2, 'viewing')]);
  });

  it('describe every column, to anybody', async () => {
    const { columns } = (await (await fetch(`${collector.address}/collector/reactions.columns.json`)).json()) as {
      columns: { name: string; kind: string; heads: { ja: string }; holds: { ja: string; en: string } }[];
    };

    expect(columns.map(({ name }) => name)).toEqual(REACTION_COLUMNS.map(({ name }) => name));
    expect(columns.find(({ name }) => name === 'anxiety')).toEqual({
      name: 'anxiety',
      kind: 'whole',
      heads: { ja: '不安の強さ', en: 'Anxiety weight' },
      holds: { ja: 'その重みの合計。', en: 'The sum of their weights.' },
    });
  });

  it('show everybody what is sent to whom, with the notices of the graphs', async () => {
    const page = (path: string) => fetch(`${collector.address}/collector${path}`);
    const japanese = await page('/data');
    const english = await (await page('/data?language=en')).text();

    expect(japanese.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(japanese.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(await japanese.text()).toContain('<h3 lang="ja">会社紹介</h3>');
    expect(english).toContain('<dd>180 days</dd>');
    expect((await page('/data.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await fetch(`${collector.address}/collector/data`, { method: 'POST' })).status).toBe(405);
  });

  it.each([
    ['/reactions.xlsx?after=1.1.1', /Known are graph, since, until, topic, names, language\./],
    ['/reactions.csv?after=first', /"after" is what the header x-followup-next of the page before said\./],
    ['/reactions.csv?limit=0', /"limit" is a number from 1 to 5000\./],
    ['/reactions.csv?limit=5001', /"limit" is a number from 1 to 5000\./],
    ['/reactions.csv?limit=1&limit=2', /"limit" is a number/],
    ['/reactions.csv?names=maybe', /"names" is true or false\./],
    ['/reactions.xlsx?language=fr', /"language" is one of ja, en\./],
    ['/reactions.xapi.jsonl?home=javascript:alert(1)', /"home" is an address of your own/],
    ['/reactions.jsonl?home=https://example.jp/', /There is a filter that is not known here\./],
  ])('refuse %s with a sentence', async (path, sentence) => {
    const { status, message } = await refusal(path);

    expect(status).toBe(400);
    expect(message).toMatch(sentence);
  });

  it('let two be written and four wait, ask the others to come again, and go on when one is taken or gone', async () => {
    const { readPage } = store;
    const gates: (() => void)[] = [];
    store.readPage = async (...wish) => {
      await new Promise<void>((open) => gates.push(open));
      return readPage(...wish);
    };
    const line = new AbortController();
    const leaving = fetch(`${collector.address}/collector/reactions.csv`, {
      headers: { authorization: `Bearer ${TOKEN}` },
      signal: line.signal,
    })
      .then((response) => response.text())
      .catch((error: unknown) => (error as Error).name);
    await vi.waitUntil(() => gates.length === 1);
    const others = ['csv', 'xlsx', 'parquet', 'jsonl', 'xapi.jsonl', 'csv'].map(async (ending) => {
      const response = await read(`/reactions.${ending}`);
      return { response, text: await response.text() };
    });
    const refused = await Promise.race(others);
    const writing = gates.length;
    store.readPage = readPage;
    line.abort();
    gates.forEach((open) => open());
    const statuses = (await Promise.all(others)).map(({ response }) => response.status);

    expect(await leaving).toBe('AbortError');
    expect(writing).toBe(2);
    expect(refused.response.headers.get('retry-after')).toBe('10');
    expect(JSON.parse(refused.text)).toEqual({
      error: 'too-many-files',
      message: 'Many files are being written just now. Try again as soon as Retry-After says.',
    });
    expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 200, 503]);
    expect(await bytes('/reactions.csv')).not.toHaveLength(0);
  });

  it('hand out what JSON Lines always handed out', async () => {
    const lines = (await (await read('/reactions.jsonl')).text()).trimEnd().split('\n');

    expect(lines.map((line) => (JSON.parse(line) as Reaction & { viewer?: object }).viewer)).toEqual([
      { name: '田中 花子' },
      { name: '田中 花子' },
      undefined,
    ]);
  });
});
