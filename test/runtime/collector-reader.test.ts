import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { FollowupError } from '../../src/domain/error.js';
import { openCollectorReader, type CollectorReader } from '../../src/runtime/collector-reader.js';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

interface Heard {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
}

/** A real server that answers every request in one way, and a reader of it. */
async function readerOf(
  answer: RequestListener,
  timeoutMs?: number,
): Promise<{ reader: CollectorReader; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    heard.push({ url: request.url, authorization: request.headers.authorization });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    reader: openCollectorReader({ collector: `http://127.0.0.1:${port}/collector/`, token: 'secret', timeoutMs }),
    heard,
  };
}

const saying =
  (status: number, body: string, type = 'application/json'): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };

/** The code of the error that a call ends in. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no error',
    (error: unknown) => (error instanceof FollowupError ? error.code : String(error)),
  );
}

const filter = {
  graph: 'welcome',
  since: new Date('2026-10-31T15:00:00.000Z'),
  until: new Date('2026-11-30T15:00:00.000Z'),
  topic: 'career',
};

describe('openCollectorReader', () => {
  it('sends the token in a header and the filter in the address', async () => {
    const { reader, heard } = await readerOf(saying(200, '{"format":1,"filter":{},"minimum":{},"graphs":[]}'));

    await reader.readReport(filter);

    expect(heard).toEqual([
      {
        url: '/collector/report?graph=welcome&since=2026-10-31T15%3A00%3A00Z&until=2026-11-30T15%3A00%3A00Z&topic=career',
        authorization: 'Bearer secret',
      },
    ]);
  });

  it('lists the graphs that the collector knows', async () => {
    const { reader } = await readerOf(saying(200, '{"graphs":[{"id":"welcome","title":"Welcome","topics":[]}]}'));

    expect(await reader.listGraphs()).toEqual([{ id: 'welcome', title: 'Welcome', topics: [] }]);
  });

  it('asks for the table in the language of the reader', async () => {
    const { reader, heard } = await readerOf(saying(200, 'a,b\r\n', 'text/csv'));

    const file = await reader.readFile('csv', { graph: 'welcome' }, 'en');

    expect(await file.text()).toBe('a,b\r\n');
    expect(heard[0]?.url).toBe('/collector/reactions.csv?graph=welcome&language=en');
  });

  it('asks for lines of JSON without a language, as they have no words', async () => {
    const { reader, heard } = await readerOf(saying(200, '{}\n'));

    await reader.readFile('jsonl', { graph: 'welcome' }, 'en');

    expect(heard[0]?.url).toBe('/collector/reactions.jsonl?graph=welcome');
  });

  it('tells a wrong token', async () => {
    const { reader } = await readerOf(saying(401, '{"error":"wrong-token","message":"Another token is needed."}'));

    expect(await codeOf(reader.listGraphs())).toBe('wrong-token');
  });

  it('tells a collector that lets nobody read', async () => {
    const { reader } = await readerOf(saying(403, '{"error":"reading-off","message":"There is no token."}'));

    expect(await codeOf(reader.listGraphs())).toBe('reading-off');
  });

  it('hands on the sentence of every other refusal', async () => {
    const { reader } = await readerOf(saying(400, '{"error":"bad-filter","message":"since is no time."}'));

    await expect(reader.readReport(filter)).rejects.toMatchObject({
      code: 'collector-refused',
      message: 'since is no time.',
    });
  });

  it('names the status of a refusal without a sentence', async () => {
    const { reader } = await readerOf(saying(502, '<h1>Bad gateway</h1>', 'text/html'));

    await expect(reader.listGraphs()).rejects.toMatchObject({
      code: 'collector-refused',
      message: 'The collector answered with status 502.',
    });
  });

  it('tells an answer that is not a collector’s', async () => {
    for (const body of ['<!doctype html>', 'null', '[]', '{"graphs":"many"}', '{"graphs":[{"id":1}]}']) {
      const { reader } = await readerOf(saying(200, body));

      expect(await codeOf(reader.listGraphs())).toBe('collector-unreadable');
    }
  });

  it('tells a report of another format', async () => {
    const { reader } = await readerOf(saying(200, '{"format":2,"graphs":[]}'));

    expect(await codeOf(reader.readReport(filter))).toBe('collector-unreadable');
  });

  it('tells a collector that is not there', async () => {
    const { reader } = await readerOf((request) => request.socket.destroy());

    expect(await codeOf(reader.listGraphs())).toBe('collector-unreachable');
  });

  it('tells an answer that breaks off', async () => {
    const { reader } = await readerOf((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"graphs":');
      setImmediate(() => response.destroy());
    });

    expect(await codeOf(reader.listGraphs())).toBe('collector-unreachable');
  });

  it('gives up on a collector that never answers', async () => {
    const { reader } = await readerOf(() => undefined, 30);

    expect(await codeOf(reader.listGraphs())).toBe('collector-unreachable');
  });
});
