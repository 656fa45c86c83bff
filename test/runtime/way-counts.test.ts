import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { openMemoryLog, type Log } from '../../src/log/open-log.js';
import { createRecording } from '../../src/runtime/recording.js';
import { startSession } from '../../src/runtime/session.js';
import { fetchWayCounts } from '../../src/runtime/way-counts.js';
import { aGraph } from '../fixtures.js';
import { ScriptedMedia } from './scripted-media.js';

const CODE = '0123456789ABCDEFGHJK';

const graph = aGraph({ branches: { hub: ['team', 'work'], team: ['hub'], work: ['hub'], end: [] } });
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A real server that answers every request in one way, and what it heard. */
async function serve(answer: RequestListener, timeoutMs = 20_000) {
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { heard, ask: (collector: string) => fetchWayCounts(collector, graph, { base: origin, timeoutMs }) };
}

/** What a player makes of an answer. */
async function countsIn(answer: unknown, status = 200) {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const { ask } = await serve((_request, response) => response.writeHead(status).end(body));
  return ask('/collector');
}

const saying = (ways: unknown) => ({ graph: graph.id, ways });

describe('fetchWayCounts', () => {
  it('reads how often each way was taken', async () => {
    expect(await countsIn(saying({ hub: { team: 10, work: 5 }, team: { hub: 15 } }))).toEqual(
      new Map([
        ['hub', new Map(Object.entries({ team: 10, work: 5 }))],
        ['team', new Map([['hub', 15]])],
      ]),
    );
  });

  it.each(['/collector', '/collector/', '/collector?key=k'])('asks below %s, for this graph', async (collector) => {
    const { ask, heard } = await serve((_request, response) => response.end(JSON.stringify(saying({}))));

    expect(await ask(collector)).toEqual(new Map());
    expect(heard).toHaveLength(1);
    const url = new URL(heard[0]?.url ?? '', 'http://collector.test');
    expect(url.pathname).toBe('/collector/ways');
    expect(url.searchParams.get('graph')).toBe(graph.id);
    expect(url.searchParams.get('key')).toBe(collector.includes('key') ? 'k' : null);
  });

  it('takes nothing that is no count of a way in the graph', async () => {
    const hostile = `{ "graph": ${JSON.stringify(graph.id)}, "ways": {
      "__proto__": { "team": 5 }, "elsewhere": { "team": 5 }, "end": { "hub": 5 }, "work": [5], "team": null,
      "hub": { "team": 5, "end": 5, "__proto__": 5, "work": -5 } } }`;

    expect(await countsIn(hostile)).toEqual(new Map([['hub', new Map([['team', 5]])]]));
  });

  it.each(['-1', '1e999', '1e300', '0.5', '"5"', 'null', '[5]', 'true'])('takes no %s for a count', async (count) => {
    expect(await countsIn(`{ "graph": "${graph.id}", "ways": { "hub": { "team": ${count} } } }`)).toEqual(new Map());
  });

  it.each([
    ['no JSON', '<h1>Welcome</h1>'],
    ['nothing', ''],
    ['null', null],
    ['a list', []],
    ['ways of another graph', { graph: 'other', ways: { hub: { team: 5 } } }],
    ['no ways', { graph: graph.id }],
    ['ways that are a list', saying([{ team: 5 }])],
    ['more than 500,000 bytes', saying({ hub: { team: 5 }, noise: 'x'.repeat(500_000) })],
  ])('makes nothing of %s', async (_name, answer) => {
    expect(await countsIn(answer)).toBeUndefined();
  });

  it.each([400, 403, 404, 500, 503])('makes nothing of a %i', async (status) => {
    expect(await countsIn(saying({ hub: { team: 5 } }), status)).toBeUndefined();
  });

  it('lets go of an answer that has no end', async () => {
    const { ask } = await serve((_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
    });

    expect(await ask('/collector')).toBeUndefined();
  });

  it('waits for no collector that does not answer, or stops in the middle', async () => {
    const silent = await serve(() => undefined, 100);
    const halting = await serve((_request, response) => response.write('{ "graph":'), 100);

    expect(await silent.ask('/collector')).toBeUndefined();
    expect(await halting.ask('/collector')).toBeUndefined();
  });

  it('makes nothing of an address that is none, or where nobody listens', async () => {
    expect(await fetchWayCounts('http://', graph, { base: 'http://127.0.0.1' })).toBeUndefined();
    expect(await fetchWayCounts('http://127.0.0.1:9', graph, { base: 'http://127.0.0.1' })).toBeUndefined();
  });
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A viewing of a hub whose collector knows that most went on to the second clip, with room for one. */
async function watch({ saveData = false, earlier }: { readonly saveData?: boolean; readonly earlier?: Log } = {}) {
  const asked: string[] = [];
  const media = new ScriptedMedia();
  const log = openMemoryLog();
  let id = 0;
  const session = await startSession({
    graph,
    base: 'https://example.test/graphs/intro.json',
    viewer: {},
    media,
    recording: createRecording(graph, {
      openLog: () => Promise.resolve(log),
      openEarlierLog: () => Promise.resolve(earlier),
      startCourier: () => undefined,
      circumstances: { now: () => 0, newId: () => `id-${(id += 1)}`, newCode: () => CODE },
    }),
    onLeaving: () => () => undefined,
    onFault: () => undefined,
    prefetch: {
      budget: { bytes: 50_000_000, decks: 1 },
      readLine: () => ({ saveData, bitsPerSecond: 20_000_000 }),
      fetchCounts: ({ id: graphId }) => {
        asked.push(graphId);
        return Promise.resolve(new Map([['hub', new Map([['work', 100]])]]));
      },
    },
  });
  const playOn = async () => {
    await settled();
    media.state = { ...media.state, bufferedSeconds: 10 };
    media.runTo(1);
    await settled();
    media.runTo(2);
  };
  const onDeck = () => media.prepared.filter(({ how }) => how === 'deck').map(({ clip }) => clip.sources[0]?.src);
  return { session, asked, log, playOn, onDeck };
}

describe('startSession with counts of earlier viewers', () => {
  it('asks for them once, after the viewer agreed to be recorded, and makes the likeliest clip ready', async () => {
    const { session, asked, playOn, onDeck } = await watch();
    expect(asked).toEqual([]);

    session.commands.answerNotice('unnamed');
    await playOn();
    await playOn();

    expect(asked).toEqual([graph.id]);
    expect(onDeck()).toEqual(['https://example.test/graphs/clips/work.mp4']);
  });

  it('asks for a viewing that goes on after a reload', async () => {
    const first = await watch();
    first.session.commands.answerNotice('unnamed');
    await first.playOn();
    first.session.close();

    const { asked } = await watch({ earlier: first.log });

    expect(asked).toEqual([graph.id]);
  });

  it('never asks for an unrecorded viewer', async () => {
    const { session, asked, playOn, onDeck } = await watch();

    session.commands.answerNotice('unrecorded');
    await playOn();
    session.commands.startOver();
    session.commands.answerNotice('unrecorded');
    await playOn();

    expect(asked).toEqual([]);
    expect(onDeck()).toEqual(['https://example.test/graphs/clips/team.mp4']);
  });

  it('never asks for who saves data', async () => {
    const { session, asked, playOn } = await watch({ saveData: true });

    session.commands.answerNotice('unnamed');
    await playOn();

    expect(asked).toEqual([]);
  });
});
