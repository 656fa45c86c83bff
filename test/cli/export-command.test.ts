import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parquetReadObjects } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { runExport } from '../../src/cli/export-command.js';
import { runCli } from '../../src/cli/run-cli.js';
import { openLibsqlStore, startCollector } from '../../src/collector/index.js';
import { FollowupError } from '../../src/domain/error.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { aReaction, anAnswer, aUuid } from '../collector/reactions.js';
import { aGraph } from '../fixtures.js';
import { openLrsStandIn } from './lrs-stand-in.js';

const TOKEN = 'a-token-for-readers';
const VIEWINGS = 1_500;

describe('export', { timeout: 30_000 }, () => {
  /** A collector's folder, filled once and copied for each test. */
  let filled: string;
  let folder: string;
  let said: string[];
  let warned: string[];
  let paused: number[];

  const surroundings = (env: Record<string, string> = {}) => ({
    env,
    say: (line: string) => said.push(line),
    warn: (line: string) => warned.push(line),
    untilStopped: () => Promise.resolve(),
  });
  const at = (name: string) => join(folder, name);
  const run = async (args: readonly string[], env?: Record<string, string>, ask: typeof fetch = fetch) => {
    try {
      const pause = (ms: number) => Promise.resolve(void paused.push(ms));
      return await runExport(args, surroundings(env), { fetch: ask, pause });
    } catch (cause) {
      if (!(cause instanceof FollowupError)) throw cause;
      warned.push(cause.message);
      return cause.code;
    }
  };
  const fromData = (...args: string[]) => run(['--data', at('data'), ...args]);
  const lines = (name: string) =>
    readFileSync(at(name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Reaction & { viewer?: object });

  beforeAll(async () => {
    filled = mkdtempSync(join(tmpdir(), 'followup-export-data-'));
    const store = openLibsqlStore(join(filled, 'followup.db'));
    const named = aReaction({ type: 'notice-answered', choice: 'named' });
    const rest = Array.from({ length: VIEWINGS - 1 }, (_, index) => [
      anAnswer('team', { viewing: index + 2 }),
      anAnswer('end', { viewing: index + 2, sequence: 2 }),
    ]);
    await store.keep({
      reactions: [named, anAnswer('team', { sequence: 2 }), ...rest.flat()],
      identities: [{ viewing: named.viewing, name: '田中 花子' }],
    });
    await store.close();
  });
  afterAll(() => rmSync(filled, { recursive: true, force: true }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'followup-export-'));
    said = [];
    warned = [];
    paused = [];
    writeFileSync(at('token'), `${TOKEN}\n`);
    cpSync(filled, at('data'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes every format out of a folder, for its owner alone', async () => {
    for (const format of ['csv', 'xlsx', 'jsonl', 'parquet']) {
      expect(await fromData('--format', format, '--out', at(`all.${format}`))).toBe(0);
      expect(statSync(at(`all.${format}`)).mode & 0o777).toBe(0o600);
    }
    const [sheet] = await readExcel(readFileSync(at('all.xlsx')));
    const rows = await parquetReadObjects({ file: new Uint8Array(readFileSync(at('all.parquet'))).buffer });

    expect(readFileSync(at('all.csv'), 'utf8').split('\r\n')).toHaveLength(2 * VIEWINGS + 2);
    expect(sheet?.data).toHaveLength(2 * VIEWINGS + 1);
    expect(rows).toHaveLength(2 * VIEWINGS);
    expect(lines('all.jsonl')).toHaveLength(2 * VIEWINGS);
    expect(said[0]).toBe(`${at('all.csv')}: 3,000 reactions.`);
  });

  it('leaves names out unless they are asked for', async () => {
    await fromData('--format', 'jsonl', '--out', at('plain.jsonl'));
    await fromData('--format', 'jsonl', '--out', at('named.jsonl'), '--names');

    expect(readFileSync(at('plain.jsonl'), 'utf8')).not.toContain('田中');
    expect(lines('named.jsonl')[0]?.viewer).toEqual({ name: '田中 花子' });
  });

  it('takes words from graphs, and describes the columns beside the file', async () => {
    writeFileSync(at('graph.json'), JSON.stringify(aGraph({ title: 'A look inside' })));

    await fromData(
      '--format',
      'csv',
      '--language',
      'en',
      '--words',
      at('graph.json'),
      '--out',
      at('a.csv'),
      '--columns',
    );

    expect(readFileSync(at('a.csv'), 'utf8')).toContain('A look inside');
    expect(JSON.parse(readFileSync(at('a.csv.columns.json'), 'utf8'))).toMatchObject({ format: 1 });
  });

  it('goes on where a run was killed, and makes the very same file', async () => {
    const command = ['--format', 'csv', '--cursor-file', at('cursor'), '--out'] as const;
    await fromData('--format', 'csv', '--out', at('whole.csv'));
    await fromData(...command, at('pieces.csv'));
    const whole = readFileSync(at('whole.csv'), 'utf8');
    // As a kill in the second piece leaves it: the cursor after the first, and half a piece more in the file.
    const note = JSON.parse(readFileSync(at('cursor'), 'utf8')) as object;
    const first = Buffer.from(whole).indexOf(Buffer.from(aUuid(1_001 * 1_000 + 1)));
    const end = Buffer.from(whole).lastIndexOf('\r\n', first) + 2;
    writeFileSync(at('cursor'), JSON.stringify({ ...note, next: '1000.2.2000', bytes: end, rows: 2_000 }));
    truncateSync(at('pieces.csv'), end + 77);

    expect(await fromData(...command, at('pieces.csv'))).toBe(0);

    expect(readFileSync(at('pieces.csv'), 'utf8')).toBe(whole);
    expect(said.at(-1)).toBe(`${at('pieces.csv')}: 3,000 reactions.`);
    expect(await fromData(...command, at('pieces.csv'))).toBe(0);
    expect(said.at(-1)).toMatch(/^This export is finished already\. Delete ".*cursor" to begin it anew\.$/);
  });

  it('refuses to go on with another export, or with a file that is gone', async () => {
    const more = ['--cursor-file', at('cursor')];
    await fromData('--format', 'csv', '--out', at('a.csv'), ...more);

    expect(await fromData('--format', 'csv', '--out', at('a.csv'), ...more, '--names')).toBe('other-export');
    expect(warned.at(-1)).toMatch(/belongs to another export/);
    writeFileSync(at('cursor'), readFileSync(at('cursor'), 'utf8').replace('"next":null', '"next":"1.1.1"'));
    rmSync(at('a.csv'));
    expect(await fromData('--format', 'csv', '--out', at('a.csv'), ...more)).toBe('missing-file');
    writeFileSync(at('cursor'), 'rubbish');
    expect(await fromData('--format', 'csv', '--out', at('a.csv'), ...more)).toBe('bad-cursor');
  });

  it('leaves no half file behind', async () => {
    const broken: typeof fetch = () =>
      Promise.resolve(new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })));

    const code = await run(
      ['--collector', 'http://127.0.0.1:1', '--token-file', at('token'), '--format', 'xlsx', '--out', at('a.xlsx')],
      {},
      broken,
    );

    expect(code).toBe('unreachable');
    expect(existsSync(at('a.xlsx'))).toBe(false);
    expect(existsSync(at('a.xlsx.part'))).toBe(false);
  });

  describe('from a collector', () => {
    const collecting = async (work: (args: readonly string[]) => Promise<void>) => {
      const collector = await startCollector({
        store: openLibsqlStore(at('data/followup.db')),
        port: 0,
        readerToken: TOKEN,
        graphs: [aGraph({ title: 'A look inside' })],
      });
      await work(['--collector', collector.address, '--token-file', at('token')]);
      await collector.close();
    };

    it('writes the same files as out of its folder, with the words that it has', async () => {
      await collecting(async (from) => {
        expect(await run([...from, '--format', 'jsonl', '--out', at('far.jsonl')])).toBe(0);
        expect(await run([...from, '--format', 'xlsx', '--language', 'en', '--out', at('far.xlsx')])).toBe(0);
      });
      await fromData('--format', 'jsonl', '--out', at('near.jsonl'));
      const [sheet] = await readExcel(readFileSync(at('far.xlsx')));

      expect(readFileSync(at('far.jsonl'), 'utf8')).toBe(readFileSync(at('near.jsonl'), 'utf8'));
      expect(sheet?.data[1]?.[1]).toBe('A look inside');
      expect(said[0]).toBe(`${at('far.jsonl')}: 3,000 reactions.`);
    });

    it('asks again while it is out of reach or busy, and waits as long as it says', async () => {
      const troubles = [
        () => Promise.reject(new TypeError('fetch failed')),
        () => Promise.resolve(new Response('', { status: 503, headers: { 'retry-after': '7' } })),
      ];
      const flaky: typeof fetch = (...request) => (troubles.shift() ?? (() => fetch(...request)))();

      await collecting(async (from) => {
        expect(await run([...from, '--format', 'csv', '--out', at('far.csv')], {}, flaky)).toBe(0);
      });

      expect(paused).toEqual([500, 7_000]);
      expect(readFileSync(at('far.csv'), 'utf8').split('\r\n')).toHaveLength(2 * VIEWINGS + 2);
    });

    it('passes on what the collector says', async () => {
      writeFileSync(at('token'), 'another-token-than-it-has\n');

      await collecting(async (from) => {
        expect(await run([...from, '--format', 'csv', '--out', at('far.csv')])).toBe('collector-refused');
      });

      expect(warned[0]).toMatch(/^The collector answered: This is not a reading token of this collector\.$/);
    });
  });

  describe('to a record store', () => {
    const env = { FOLLOWUP_LRS_USER: 'hr', FOLLOWUP_LRS_PASSWORD: 'secret' };
    let lrs: Awaited<ReturnType<typeof openLrsStandIn>>;
    const send = (...more: string[]) =>
      run(
        [
          '--data',
          at('data'),
          '--format',
          'xapi',
          '--home',
          'https://recruit.example.jp/',
          '--to',
          lrs.address,
          ...more,
        ],
        env,
      );

    beforeEach(async () => {
      lrs = await openLrsStandIn();
    });
    afterEach(() => lrs.close());

    it('hands over every statement once, however often it is sent', async () => {
      expect(await send()).toBe(0);
      expect(await send()).toBe(0);

      expect(lrs.statements.size).toBe(2 * VIEWINGS);
      expect(lrs.requests.count).toBe(60);
      expect(said).toEqual(Array(2).fill(`${lrs.address}: has 3,000 statements now.`));
      expect(warned).toEqual([]);
    });

    it('lets pass what an author worded anew, and says where a statement itself is another', async () => {
      const words = ['--words', at('graph.json')];
      writeFileSync(at('graph.json'), JSON.stringify(aGraph({ title: 'A look inside' })));
      await send(...words);
      writeFileSync(at('graph.json'), JSON.stringify(aGraph({ title: 'Another title' })));

      expect(await send(...words)).toBe(0);
      expect(warned).toEqual([]);
      expect(await send(...words, '--names')).toBe(0);
      expect(warned[0]).toMatch(/^2 statements it has already, and in another form.*They stay as they are there/);
    });

    it('tries again after trouble, and hands over all the same', async () => {
      lrs.troubles.push('cut', 503, 429);

      expect(await send()).toBe(0);

      expect(paused).toEqual([500, 2_000, 2_000]);
      expect(lrs.statements.size).toBe(2 * VIEWINGS);
    });

    it('gives up with a sentence, and goes on at the cursor the next time', async () => {
      lrs.troubles.push(200, ...Array<number>(19).fill(200), ...Array<number>(7).fill(503));
      expect(await send('--cursor-file', at('cursor'))).toBe('unreachable');
      expect(warned[0]).toMatch(/^The record store answered 503, 7 times\. What was handed over is safe/);

      const before = lrs.requests.count;
      expect(await send('--cursor-file', at('cursor'))).toBe(0);

      expect(lrs.requests.count - before).toBe(10);
    });

    it('finds the one that is refused, and hands over the others', async () => {
      lrs.statements.set(aUuid(5_001), { id: aUuid(5_001), other: true });

      expect(await send()).toBe(0);

      expect(lrs.statements.size).toBe(2 * VIEWINGS);
      expect(lrs.statements.get(aUuid(5_001))).toEqual({ id: aUuid(5_001), other: true });
      expect(warned[0]).toContain(`1 statement it has already, and in another form`);
      expect(warned[0]).toContain(aUuid(5_001));
    });

    it('says which statement the record store will not have, and fails', async () => {
      // A batch that is refused is halved until one stands alone: 100, 50, 25, 13, 7, 4, 2, 1.
      lrs.troubles.push(...Array<number>(8).fill(400));

      expect(await send()).toBe(1);

      expect(warned[0]).toBe(`It refuses ${aUuid(1_001)}: in trouble`);
      expect(warned[1]).toBe('It refuses 1 statement.');
      expect(lrs.statements.size).toBe(2 * VIEWINGS - 1);
    });

    it('stops at once where the user is refused or the address is another', async () => {
      expect(
        await run(['--data', at('data'), '--format', 'xapi', '--home', 'https://a.example/', '--to', lrs.address], {
          ...env,
          FOLLOWUP_LRS_PASSWORD: 'x',
        }),
      ).toBe('lrs-refused');
      expect(warned[0]).toMatch(/refuses this user\. Check FOLLOWUP_LRS_USER/);
      expect(
        await run(
          ['--data', at('data'), '--format', 'xapi', '--home', 'https://a.example/', '--to', `${lrs.address}/more`],
          env,
        ),
      ).toBe('lrs-refused');
      expect(warned[1]).toMatch(/answered 404\. Check that --to is its endpoint/);
      expect(paused).toEqual([]);
    });
  });

  it.each([
    [[], /^Say --format, one of csv, xlsx, jsonl, parquet, xapi\.$/],
    [['--format', 'excel'], /"excel" is no format\. Choose one of csv, xlsx/],
    [['--format', 'csv'], /Say where to write: --out reactions\.csv/],
    [['--format', 'csv', '--out', 'a', '--to', 'b'], /Say --out or --to, not both\./],
    [['--format', 'csv', '--to', 'https://lrs.example.jp'], /Only xAPI statements are sent to a record store\./],
    [
      ['--format', 'xapi', '--home', 'https://a.jp/', '--to', 'http://lrs.example.jp'],
      /would carry the password in the clear/,
    ],
    [['--format', 'xapi', '--home', 'https://a.jp/', '--to', 'https://u:p@lrs.example.jp'], /is no web address/],
    [['--format', 'xapi', '--out', 'a'], /Say --home https:\/\/recruit\.example\.jp\//],
    [['--format', 'xapi', '--out', 'a', '--home', 'me'], /and "me" is none/],
    [['--format', 'csv', '--out', 'a', '--home', 'https://a.jp/'], /--home is for --format xapi alone/],
    [['--format', 'xlsx', '--out', 'a', '--cursor-file', 'c'], /A xlsx file is written whole/],
    [
      ['--format', 'csv', '--out', 'a', '--data', 'x', '--collector', 'y'],
      /Say one of --data, --database and --collector/,
    ],
    [['--format', 'csv', '--out', 'a', '--collector', 'https://c.example.jp'], /Say --token-file FILE\./],
    [['--format', 'csv', '--out', 'a', '--collector', 'ftp://c', '--token-file', 't'], /is no web address/],
    [['--format', 'csv', '--out', 'a', '--since', 'yesterday'], /--since is not a day or an instant/],
    [
      ['--format', 'csv', '--out', 'a', '--since', '2026-11-02', '--until', '2026-11-01'],
      /--since is not before --until/,
    ],
    [['--format', 'csv', '--out', 'a', '--language', 'fr'], /"fr" is no language of the files/],
    [['--format', 'csv', '--out', 'a', '--time-zone', 'Mars'], /"Mars" is no time zone/],
    [['--fromat', 'csv'], /There is no option --fromat\. Did you mean --format\?/],
  ])('says what is wrong with %j', async (args, sentence) => {
    expect(await runCli(['export', ...args], surroundings())).toBe(2);
    expect(warned.join('\n')).toMatch(sentence);
  });

  it('says where there is no database, and where it cannot write', async () => {
    expect(await run(['--data', at('nothing'), '--format', 'csv', '--out', at('a.csv')])).toBe('missing-file');
    expect(warned[0]).toMatch(/^There is no database ".*nothing\/followup\.db"/);
    expect(await fromData('--format', 'csv', '--out', at('no/such/folder/a.csv'))).toBe('unwritable-file');
    expect(warned[1]).toMatch(/cannot be written\. Check that its folder is there/);
  });

  it('wants a user for a record store', async () => {
    const code = await fromData('--format', 'xapi', '--home', 'https://a.jp/', '--to', 'https://lrs.example.jp/xapi');

    expect(code).toBe('bad-arguments');
    expect(warned[0]).toMatch(/Set FOLLOWUP_LRS_USER and FOLLOWUP_LRS_PASSWORD/);
  });
});
