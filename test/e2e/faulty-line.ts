import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

import type { Graph } from '../../src/domain/graph.js';

/** Everything a server does with one request that it has the file for. */
export type Answer = (asked: Asked) => void;

export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
  readonly type: string;
}

/** A server on loopback, under two origins, that answers as it is told to, file by file. */
export interface FaultyLine {
  /** The page with the player in it. */
  readonly page: string;
  /** The same server as another origin. */
  readonly elsewhere: string;
  /** What was asked for, in order, such as `GET /clips/noise.mp4 bytes=0-`. */
  readonly requests: readonly string[];
  /** From now on `path` is answered like this. Left out: as it should be. */
  answer(path: string, how?: Answer): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.m4s': 'video/mp4',
  '.webm': 'video/webm',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.vtt': 'text/vtt; charset=utf-8',
};

const FOLDERS: Readonly<Record<string, string>> = { lib: 'dist/cdn', clips: 'test/fixtures/media' };

const PAGE = (language: string) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Line</title>
<link rel="icon" href="data:,">
<style>body { margin: 0; padding: 16px; color-scheme: light dark } followup-player { max-inline-size: 800px }</style>
<script type="module" src="/lib/followup-player.min.js"></script>
<followup-player src="/graph.json"></followup-player>
</html>`;

/** Serves this graph in a page. `elsewhere` stands in its addresses for the other origin. */
export async function openFaultyLine(makeGraph: (elsewhere: string) => Graph): Promise<FaultyLine> {
  const answers = new Map<string, Answer>();
  const requests: string[] = [];
  const files = new Map<string, Buffer>();

  const read = async (path: string): Promise<Buffer> => {
    const [, folder = '', ...rest] = normalize(path).split('/');
    const root = FOLDERS[folder];
    if (!root) throw new Error(`Nothing lies at ${path}.`);
    return readFile(join(root, ...rest));
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://line');
    requests.push([request.method, pathname, request.headers.range].filter(Boolean).join(' '));
    const body = files.get(pathname) ?? (await read(pathname).catch(() => undefined));
    if (!body) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.');
    const type = TYPES[pathname === '/' ? '.html' : extname(pathname)] ?? 'application/octet-stream';
    const how = answers.get(pathname) ?? whole;
    how({ request, response, body, type });
  };

  const listen = async (): Promise<Server> => {
    const server = createServer((request, response) => void serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  const servers = [await listen(), await listen()] as const;
  const [page, elsewhere] = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const graph = makeGraph(elsewhere ?? '');
  files.set('/', Buffer.from(PAGE(graph.language)));
  files.set('/graph.json', Buffer.from(JSON.stringify(graph)));

  return {
    page: `${page}/`,
    elsewhere: elsewhere ?? '',
    requests,
    answer: (path, how) => void (how ? answers.set(path, how) : answers.delete(path)),
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** How a media server should answer: ranges, CORS, the right type. */
export const whole: Answer = ({ request, response, body, type }) => {
  const headers = { 'content-type': type, 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
  const range = readRange(request, body.length);
  if (!range) {
    response.writeHead(200, { ...headers, 'accept-ranges': 'bytes', 'content-length': body.length }).end(body);
    return;
  }
  const { start, end } = range;
  response.writeHead(206, {
    ...headers,
    'content-range': `bytes ${start}-${end}/${body.length}`,
    'content-length': end - start + 1,
  });
  response.end(body.subarray(start, end + 1));
};

/** The whole file, whatever range was asked for. */
export const withoutRanges: Answer = ({ response, body, type }) => {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'access-control-allow-origin': '*' });
  response.end(body);
};

export const withoutCors: Answer = (asked) => {
  const { response } = asked;
  const writeHead = response.writeHead.bind(response) as (status: number, headers: object) => ServerResponse;
  response.writeHead = ((status: number, headers: Record<string, unknown>) => {
    const { 'access-control-allow-origin': _, ...others } = headers;
    return writeHead(status, others);
  }) as typeof response.writeHead;
  whole(asked);
};

export const asType =
  (type: string, more: Readonly<Record<string, string>> = {}): Answer =>
  (asked) => {
    for (const [name, value] of Object.entries(more)) asked.response.setHeader(name, value);
    whole({ ...asked, type });
  };

export const withStatus =
  (status: number): Answer =>
  ({ response }) =>
    void response.writeHead(status, { 'content-type': 'text/plain' }).end('No.');

/** The file comes up to this byte; `next` decides how the line goes on. */
const upTo =
  (bytes: number, next: (response: ServerResponse, rest: Buffer) => void): Answer =>
  ({ request, response, body, type }) => {
    const { start, end } = readRange(request, body.length) ?? { start: 0, end: body.length - 1 };
    response.writeHead(206, {
      'content-type': type,
      'content-range': `bytes ${start}-${end}/${body.length}`,
      'content-length': end - start + 1,
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    const pause = Math.max(bytes, start);
    // The header goes out even if no byte follows it.
    response.flushHeaders();
    response.write(body.subarray(start, pause));
    next(response, body.subarray(pause, end + 1));
  };

/** The connection breaks after so many bytes. */
export const cutAfter = (bytes: number): Answer =>
  upTo(bytes, (response) => void setTimeout(() => response.destroy(), 200));

/** Nothing more comes after so many bytes, and the connection stays. */
export const silentAfter = (bytes: number): Answer => upTo(bytes, () => undefined);

/** One byte a second after so many bytes. */
export const trickleAfter = (bytes: number): Answer =>
  upTo(bytes, (response, rest) => {
    let sent = 0;
    const timer = setInterval(() => response.write(rest.subarray(sent, (sent += 1))), 1_000);
    response.on('close', () => clearInterval(timer));
  });

function readRange({ headers }: IncomingMessage, length: number): { start: number; end: number } | undefined {
  const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (start === undefined) return undefined;
  return { start: Number(start), end: end ? Math.min(Number(end), length - 1) : length - 1 };
}
