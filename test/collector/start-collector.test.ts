import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  openLibsqlStore,
  openMemoryStore,
  startCollector,
  type Collector,
  type CollectorOptions,
} from '../../src/collector/index.js';
import type { LogEntry } from '../../src/collector/log-entry.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { parseCsv } from '../domain/parse-csv.js';
import { aFreeText, aGraph, aSingleChoice } from '../fixtures.js';
import { aLeaving, aReaction, anAnswer, aUuid } from './reactions.js';

const TOKEN = 'a-token-for-readers';
const ORIGIN = 'https://recruit.example.jp';
const graph = aGraph({
  language: 'ja',
  title: '会社紹介',
  branches: { hub: ['team', 'end'], team: ['hub'], words: ['end'], end: [] },
  scenes: {
    hub: {
      hub: true,
      question: aSingleChoice({
        id: 'about-hub',
        prompt: '知りたいことは？',
        options: [
          { id: 'team', label: '先輩のこと' },
          { id: 'end', label: 'もう十分' },
        ],
      }),
    },
    words: { question: aFreeText({ id: 'words', topic: 'career' }) },
  },
});

describe('startCollector', () => {
  let folder: string;
  let collector: Collector;
  let log: LogEntry[];

  const start = async (options: Partial<CollectorOptions> = {}) => {
    collector = await startCollector({
      store: openLibsqlStore(join(folder, 'followup.db')),
      port: 0,
      base: '/collector',
      origins: [ORIGIN],
      readerToken: TOKEN,
      graphs: [graph],
      log: (entry) => log.push(entry),
      ...options,
    });
  };
  const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${collector.address}/collector/reactions`, { method: 'POST', body, headers });
  const send = (reactions: readonly unknown[], more: object = {}) =>
    post(JSON.stringify({ format: 1, reactions, ...more }));
  const read = (path: string, token = TOKEN) =>
    fetch(`${collector.address}/collector${path}`, { headers: { authorization: `Bearer ${token}` } });
  const lines = async (query = ''): Promise<Reaction[]> =>
    (await (await read(`/reactions.jsonl${query}`)).text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Reaction);
  const refusal = async (answer: Promise<Response>) => {
    const response = await answer;
    const { error, message } = (await response.json()) as { error: string; message: string };
    return { status: response.status, error, message };
  };
  const expectAlive = async () => {
    expect((await fetch(`${collector.address}/collector/health`)).status).toBe(200);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'followup-collector-'));
    log = [];
    await start();
  });
  afterEach(async () => {
    await collector.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('taking reactions', () => {
    it('acknowledges each by its id', async () => {
      const response = await send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);

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
      const response = await post(JSON.stringify({ format: 1, reactions: [anAnswer('team')] }), {
        'content-type': 'text/plain;charset=UTF-8',
        origin: ORIGIN,
      });

      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    });

    it('stores nothing twice when a batch is played again', async () => {
      await send([anAnswer('team')]);

      const again = await send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);

      expect(await again.json()).toMatchObject({ stored: [aUuid(1002)], known: [aUuid(1001)] });
      expect(await lines()).toHaveLength(2);
    });

    it('stores nothing twice when the same batch comes many times at once', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send([anAnswer('team')])));

      const receipts = (await Promise.all(answers.map((answer) => answer.json()))) as { stored: string[] }[];

      expect(receipts.flatMap(({ stored }) => stored)).toEqual([aUuid(1001)]);
      expect(await lines()).toHaveLength(1);
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

      const receipt = (await (await send([good, ...bad])).json()) as {
        stored: string[];
        refused: { id: string; reason: string }[];
      };

      expect(receipt.stored).toEqual([good.id]);
      expect(receipt.refused.map(({ id }) => id)).toEqual([2, 3, 4, 5].map((n) => aUuid(1000 + n)).concat('', ''));
      expect(receipt.refused[0]?.reason).toBe('reaction 1: "secret" is not a field of it.');
      expect(receipt.refused[1]?.reason).toBe(
        'reaction 2: "sequence" is not as it should be (number). Expected number.',
      );
      expect(JSON.stringify(receipt.refused)).not.toContain('private words');
      expect(await lines()).toEqual([good]);
    });

    it('keeps SQL, HTML and formulas in words as words', async () => {
      const text = `'); DROP TABLE reactions; -- " <script>alert(1)</script> =1+1`;
      await send([aReaction({ type: 'asked', scene: 'hub', text, signals: [] })]);
      await send([anAnswer('team', { sequence: 2 })]);

      expect((await lines()).map((reaction) => ('text' in reaction ? reaction.text : ''))).toEqual([text, '']);
    });

    it('keeps names in a table of their own', async () => {
      const viewing = aUuid(1, 'viewing');
      const response = await send([aReaction({ type: 'notice-answered', choice: 'named' })], {
        identities: [{ viewing, name: '田中 花子' }],
      });
      await collector.close();
      const database = new Database(join(folder, 'followup.db'));
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

  describe('bad input', () => {
    it.each([
      ['broken JSON', '{"format": 1, "reactions": [', 400, 'not-json'],
      ['no body', '', 400, 'not-json'],
      ['JSON nested ten thousand deep', '['.repeat(10_000), 400, 'not-json'],
      ['a JSON string', '"reactions"', 422, 'wrong-shape'],
      ['null', 'null', 422, 'wrong-shape'],
      ['another version', '{"format": 2, "reactions": []}', 422, 'wrong-shape'],
      ['reactions of a wrong type', '{"format": 1, "reactions": "all"}', 422, 'wrong-shape'],
      ['an unknown field', '{"format": 1, "reactions": [], "admin": true}', 422, 'wrong-shape'],
      ['too many reactions', JSON.stringify({ format: 1, reactions: Array(201).fill(0) }), 422, 'wrong-shape'],
      ['a body over the limit', `"${'x'.repeat(262_144)}"`, 413, 'too-large'],
    ])('answers %s with a status and a sentence, and lives', async (_name, body, status, error) => {
      const answer = await refusal(post(body));

      expect(answer).toMatchObject({ status, error });
      expect(answer.message).toMatch(/^[A-Z].*\.$/s);
      await expectAlive();
      expect(await lines()).toEqual([]);
    });

    it('refuses 100 MB before it has read them, announced or not', async () => {
      expect(await pushBytes(collector.address, 100_000_000, true)).toMatchObject({ status: 413 });
      const { status, written } = await pushBytes(collector.address, 100_000_000, false);

      expect(status).toBe(413);
      expect(written).toBeLessThan(50_000_000);
      await expectAlive();
    });

    it('refuses other kinds of body', async () => {
      expect(await refusal(post('a=1', { 'content-type': 'application/x-www-form-urlencoded' }))).toMatchObject({
        status: 415,
        error: 'wrong-type',
      });
    });

    it('refuses pages of other origins, and stores nothing of them', async () => {
      for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`, 'http://recruit.example.jp']) {
        const body = JSON.stringify({ format: 1, reactions: [anAnswer('team')] });

        expect(await refusal(post(body, { 'content-type': 'text/plain', origin }))).toMatchObject({
          status: 403,
          error: 'origin-refused',
        });
      }
      expect(await lines()).toEqual([]);
    });

    it('answers addresses and methods that there are not', async () => {
      const at = (path: string, init?: RequestInit) => refusal(fetch(collector.address + path, init));

      expect(await at('/collector/nothing')).toMatchObject({ status: 404, error: 'not-found' });
      expect(await at('/collector/reactions')).toMatchObject({ status: 405, error: 'wrong-method' });
      expect(await at('/collector/report', { method: 'DELETE' })).toMatchObject({ status: 405 });
      expect(await at('/%E0%A4%A')).toMatchObject({ status: 400, error: 'bad-request' });
    });

    it('answers what is not HTTP, and lives', async () => {
      expect(await sayRaw(collector.address, 'HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"bad-request"/s);
      const flood = `GET /collector/health HTTP/1.1\r\nHost: x\r\nX-Flood: ${'x'.repeat(20_000)}\r\n\r\n`;
      expect(await sayRaw(collector.address, flood)).toMatch(/^HTTP\/1\.1 431 /);
      await expectAlive();
    });
  });

  describe('origins', () => {
    it('answers the preflight of an allowed one', async () => {
      const response = await fetch(`${collector.address}/collector/report`, {
        method: 'OPTIONS',
        headers: { origin: ORIGIN, 'access-control-request-method': 'GET' },
      });

      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(response.headers.get('access-control-allow-headers')).toBe('authorization, content-type');
      expect(response.headers.get('vary')).toContain('Origin');
    });

    it('always allows its own', async () => {
      const body = JSON.stringify({ format: 1, reactions: [anAnswer('team')] });

      expect((await post(body, { 'content-type': 'text/plain', origin: collector.address })).status).toBe(200);
    });
  });

  describe('reading', () => {
    it.each(['/reactions.csv', '/reactions.jsonl', '/report', '/graphs'])('%s needs the token', async (path) => {
      const url = `${collector.address}/collector${path}`;

      expect(await refusal(fetch(url))).toMatchObject({ status: 401, error: 'no-token' });
      expect(await refusal(read(path, 'wrong'))).toMatchObject({ status: 401, error: 'wrong-token' });
      expect(await refusal(fetch(`${url}?token=${TOKEN}`))).toMatchObject({ status: 401 });
      expect((await read(path)).status).toBe(200);
    });

    it('is off where no token is set', async () => {
      await collector.close();
      await start({ readerToken: undefined });

      expect(await refusal(read('/reactions.csv'))).toMatchObject({ status: 403, error: 'reading-off' });
      expect(await refusal(read('/report', ''))).toMatchObject({ status: 403, error: 'reading-off' });
    });

    it('hands out a CSV whose rows are the very answers', async () => {
      await send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);

      const response = await read('/reactions.csv');
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
      expect(await (await read('/reactions.csv?language=en')).text()).toMatch(/^(\uFEFF)?Time \(Japan\),Video,/);
    });

    it('filters by graph, day and topic', async () => {
      const words = aReaction(
        { type: 'answered', scene: 'words', question: 'words', text: 'Paths?', to: 'end', signals: [] },
        { sequence: 3, at: '2026-11-22T00:00:00Z' },
      );
      await send([
        anAnswer('team', { at: '2026-11-20T14:59:59Z' }),
        anAnswer('end', { sequence: 2, at: '2026-11-20T15:00:00Z' }),
        words,
        anAnswer('team', { viewing: 2, graph: 'other' }),
      ]);
      const sequences = async (query: string) =>
        (await lines(query)).map(({ graph: id, sequence }) => `${id} ${sequence}`);

      expect(await sequences('?graph=other')).toEqual(['other 1']);
      expect(await sequences('?graph=graph&since=2026-11-21&until=2026-11-21')).toEqual(['graph 2']);
      expect(await sequences('?topic=career')).toEqual(['graph 3']);
    });

    it.each(['since=soon', 'until=2026-02-30', "graph='", 'topic=a&topic=b', 'sinse=2026-11-20', 'language=de'])(
      'answers the filter %s with a sentence',
      async (query) => {
        expect(await refusal(read(`/reactions.csv?${query}`))).toMatchObject({ status: 400, error: 'bad-filter' });
      },
    );

    it('reads on only as fast as the file is taken', async () => {
      await collector.close();
      let pages = 0;
      const endless = Array.from({ length: 500 }, (_, index) => ({
        reaction: anAnswer('team', { sequence: index + 1 }),
        arrival: index + 1,
      }));
      await start({
        store: {
          ...openMemoryStore(),
          readPage() {
            pages += 1;
            return Promise.resolve({ rows: endless, next: { viewing: 1, sequence: pages, arrival: pages } });
          },
        },
      });

      const socket = await askAndReadNothing(collector.address, '/collector/reactions.jsonl', TOKEN);
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
      await send(
        [
          aReaction({ type: 'notice-answered', choice: 'named' }, { viewing: 1 }),
          aReaction({ type: 'notice-answered', choice: 'unnamed' }, { viewing: 2 }),
        ],
        { identities: [identity(1, 'Hanako'), identity(2, 'Taro')] },
      );

      const files = (await (await read('/reactions.csv')).text()) + (await (await read('/reactions.jsonl')).text());

      expect(files).toContain('Hanako');
      expect(files).not.toContain('Taro');
    });

    it('reports how many chose what', async () => {
      await send(Array.from({ length: 8 }, (_, index) => anAnswer(index < 3 ? 'team' : 'end', { viewing: index + 1 })));

      const report = await (await read('/report?graph=graph')).json();

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
      await send([anAnswer('team', { graph: 'other' })]);

      const { graphs } = (await (await read('/graphs')).json()) as { graphs: { id: string }[] };

      expect(graphs[0]).toMatchObject({ id: 'graph', title: '会社紹介', language: 'ja' });
      expect(graphs[1]).toEqual({ id: 'other', title: 'other', topics: [] });
    });

    it('sends answers that nobody keeps on the way and that run nowhere', async () => {
      const { headers } = await read('/report');

      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    });
  });

  describe('ways of earlier viewers', () => {
    const ways = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${collector.address}/collector/ways${query}`, { headers });

    it('are told in whole groups to whoever may send, without a token', async () => {
      await send(Array.from({ length: 9 }, (_, i) => aLeaving('hub', i < 6 ? 'team' : 'end', { viewing: i + 1 })));

      const response = await ways('?graph=graph', { origin: ORIGIN });

      expect(await response.json()).toEqual({ graph: 'graph', ways: { hub: { team: 5 } } });
      expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(response.headers.get('vary')).toContain('Origin');
      expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    });

    it('are counted once a minute', async () => {
      const before = await (await ways('?graph=graph')).json();
      await send(Array.from({ length: 5 }, (_, i) => aLeaving('hub', 'team', { viewing: i + 1 })));

      expect(before).toEqual({ graph: 'graph', ways: {} });
      expect(await (await ways('?graph=graph&key=of-the-page')).json()).toEqual(before);
    });

    it('are kept from pages of other origins', async () => {
      expect(await refusal(ways('?graph=graph', { origin: 'https://evil.example' }))).toMatchObject({
        status: 403,
        error: 'origin-refused',
      });
    });

    it.each(['', '?graph=', "?graph='", '?graph=a&graph=b', '?graph=__proto__', `?graph=${'a'.repeat(65)}`])(
      'need the id of one graph, and not "%s"',
      async (query) => {
        const response = await ways(query);

        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(await response.json()).toMatchObject({ error: 'bad-filter' });
      },
    );

    it('are there to be read only', async () => {
      const response = await fetch(`${collector.address}/collector/ways`, { method: 'POST' });

      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, OPTIONS');
    });
  });

  describe('its own log', () => {
    it('tells routes and statuses, and nothing of people', async () => {
      await send([aReaction({ type: 'asked', scene: 'hub', text: 'private words', signals: [] })]);
      await read('/reactions.csv?graph=private-words');
      await fetch(`${collector.address}/collector/private-words`);

      expect(log.filter(({ event }) => event === 'request').map(({ route, status }) => [route, status])).toEqual([
        ['/collector/reactions', 200],
        ['/collector/reactions.csv', 200],
        ['(none)', 404],
      ]);
      const requests = JSON.stringify(log.filter(({ event }) => event === 'request'));
      expect(requests).not.toMatch(/private|127\.0\.0\.1|undici|node/);
    });
  });

  describe('closing', () => {
    it('finishes what it took, and has it after the next start', async () => {
      await collector.close();
      const store = openLibsqlStore(join(folder, 'followup.db'));
      let tellTaken = () => {};
      const taken = new Promise<void>((resolve) => (tellTaken = resolve));
      await start({
        store: {
          ...store,
          keep(reactions, identities) {
            tellTaken();
            return store.keep(reactions, identities);
          },
        },
      });

      const sent = send([anAnswer('team')]);
      await taken;
      await collector.close();

      expect((await sent).status).toBe(200);
      await start();
      expect(await lines()).toHaveLength(1);
    });

    it('tells that a port is in use', async () => {
      const port = Number(new URL(collector.address).port);

      await expect(start({ port, store: openLibsqlStore(join(folder, 'other.db')) })).rejects.toMatchObject({
        code: 'port-taken',
      });
    });
  });

  describe('pages', () => {
    beforeEach(async () => {
      await collector.close();
      mkdirSync(join(folder, 'site'));
      mkdirSync(join(folder, 'hr'));
      writeFileSync(join(folder, 'site', 'index.html'), '<h1>Site</h1>');
      writeFileSync(join(folder, 'site', 'clip.mp4'), '0123456789');
      writeFileSync(join(folder, 'site', '.secret'), 'secret');
      writeFileSync(join(folder, 'hr', 'index.html'), '<h1>HR</h1>');
      await start({
        pages: [
          { folder: join(folder, 'site'), prefix: '/', policy: false },
          { folder: join(folder, 'hr'), prefix: '/hr/' },
        ],
      });
    });

    it('are served beside the routes, strictly unless told otherwise', async () => {
      const site = await fetch(`${collector.address}/`);
      const hr = await fetch(`${collector.address}/hr`);

      expect(await site.text()).toBe('<h1>Site</h1>');
      expect(site.headers.get('content-security-policy')).toBeNull();
      expect(await hr.text()).toBe('<h1>HR</h1>');
      expect(hr.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect((await read('/report')).status).toBe(200);
    });

    it('are served in ranges, so that a clip can be sought in', async () => {
      const response = await fetch(`${collector.address}/clip.mp4`, { headers: { range: 'bytes=2-4' } });

      expect(response.status).toBe(206);
      expect(await response.text()).toBe('234');
    });

    it('show nothing beside their folder', async () => {
      for (const path of ['/.secret', '/%2e%2e/followup.db', '/..%2ffollowup.db', '/hr/..%2f..%2ffollowup.db']) {
        expect((await fetch(collector.address + path)).status).toBeGreaterThanOrEqual(400);
      }
    });
  });
});

/** Pushes bytes until they are all written or the server has answered. */
function pushBytes(
  address: string,
  bytes: number,
  announced: boolean,
): Promise<{ readonly status: number; readonly written: number }> {
  return new Promise((resolve, reject) => {
    const length = announced ? { 'content-length': String(bytes) } : { 'transfer-encoding': 'chunked' };
    const outgoing = request(`${address}/collector/reactions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...length },
    });
    const chunk = Buffer.alloc(65_536, 0x20);
    let written = 0;
    let answered = false;
    outgoing.on('response', (response) => {
      answered = true;
      response.resume();
      resolve({ status: response.statusCode ?? 0, written });
      outgoing.destroy();
    });
    outgoing.on('error', (cause) => {
      if (!answered) reject(cause);
    });
    const push = () => {
      while (!answered && written < bytes) {
        written += chunk.length;
        if (!outgoing.write(chunk)) {
          outgoing.once('drain', () => setImmediate(push));
          return;
        }
      }
    };
    push();
  });
}

/** Says something to a socket and hears what comes back. */
function sayRaw(address: string, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname, () => socket.write(words));
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
    socket.on('close', () => resolve(heard)).on('error', reject);
  });
}

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
