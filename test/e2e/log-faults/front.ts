import { readFile } from 'node:fs/promises';
import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { aLongGraph } from './long-graph.js';

/** What stands between a page and the collector. */
export type Line =
  | 'open'
  /** Nobody there. */
  | 'down'
  /** 503, with a wish not to come back at once. */
  | 'unavailable'
  | 'slow'
  /** What is sent arrives, and the answer does not. */
  | 'no-answer';

/** The site of the viewers, and the line to the collector, one for each trial. */
export class Front {
  readonly #collectorPort: () => number;
  readonly #lines = new Map<string, Line>();
  readonly #scripts = new Map<string, Promise<Buffer>>();
  readonly #server: Server;

  constructor(collectorPort: () => number) {
    this.#collectorPort = collectorPort;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get origin(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  page(trial: string): string {
    return `${this.origin}/page/${trial}`;
  }

  setLine(trial: string, line: Line): void {
    this.#lines.set(trial, line);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind = '', name = '', ...rest] = new URL(request.url ?? '', 'http://front').pathname.split('/');
    if (kind === 'page') return void response.setHeader('content-type', 'text/html').end(pageOf(name));
    if (kind === 'graph') return void response.setHeader('content-type', 'application/json').end(aLongGraph(name));
    if (kind === 'lib') {
      response.setHeader('content-type', 'text/javascript').setHeader('cache-control', 'max-age=600');
      return void response.end(await this.#script(name));
    }
    if (kind === 'collector') return this.#carry(name, `/${rest.join('/')}`, request, response);
    response.writeHead(404).end();
  }

  async #carry(trial: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = this.#lines.get(trial) ?? 'open';
    if (line === 'down') return void request.socket.destroy();
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    if (line === 'unavailable') return void response.writeHead(503, { 'retry-after': '1' }).end();
    if (line === 'slow') await wait(400);
    const answer = await this.#pass(path, request, Buffer.concat(body));
    if (line === 'no-answer') return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  #pass(path: string, { method, headers }: IncomingMessage, body: Buffer) {
    return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      const options = { port: this.#collectorPort(), host: '127.0.0.1', path, method, headers, agent: false };
      const sent = send(options, (received) => {
        const chunks: Buffer[] = [];
        received.on('data', (chunk: Buffer) => chunks.push(chunk));
        received.on('error', reject);
        received.on('end', () =>
          resolve({ status: received.statusCode ?? 500, headers: received.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  #script(name: string): Promise<Buffer> {
    const known = this.#scripts.get(name) ?? readFile(`dist/cdn/${basename(name)}`);
    this.#scripts.set(name, known);
    return known;
  }
}

const pageOf = (trial: string): string => `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>${trial}</title>
<script type="module" src="/lib/followup-player.min.js"></script>
<followup-player src="/graph/${trial}" collector="/collector/${trial}"></followup-player></html>`;
