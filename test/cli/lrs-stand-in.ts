import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { findStatementFaults } from '../domain/xapi-rules.js';

type Statement = Readonly<Record<string, unknown>> & { readonly id: string };

/** A small record store that keeps to the rules of xAPI 2.0 for taking statements, and to nothing else. */
export interface LrsStandIn {
  readonly address: string;
  readonly statements: Map<string, Statement>;
  /** How many requests it heard. */
  readonly requests: { count: number };
  /** Answers the next requests with these before it listens again: a status, or "cut" for no answer at all. */
  readonly troubles: (number | 'cut')[];
  close(): Promise<void>;
}

export async function openLrsStandIn(user = 'hr', password = 'secret'): Promise<LrsStandIn> {
  const statements = new Map<string, Statement>();
  const requests = { count: 0 };
  const troubles: (number | 'cut')[] = [];
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  const server = createServer((request, response) => {
    void (async () => {
      requests.count += 1;
      const body = await readBody(request);
      const trouble = troubles.shift();
      if (trouble === 'cut') return void request.socket.destroy();
      if (trouble !== undefined) return answer(response, trouble, 'in trouble', { 'retry-after': '2' });
      const { status, words } = take(request, body);
      answer(response, status, words);
    })();
  });

  const take = ({ method, url, headers }: IncomingMessage, body: string): { status: number; words: string } => {
    if (url !== '/xapi/statements' || method !== 'POST') return { status: 404, words: 'no such resource' };
    if (headers.authorization !== authorization) return { status: 401, words: 'who are you?' };
    if (!/^2\.0\.\d+$/.test(String(headers['x-experience-api-version']))) {
      return { status: 400, words: 'X-Experience-API-Version is missing' };
    }
    if (headers['content-type'] !== 'application/json') return { status: 400, words: 'not JSON' };
    if (body.length > 1_000_000) return { status: 413, words: 'too large' };
    const batch = JSON.parse(body) as readonly Statement[];
    const faults = batch.flatMap(findStatementFaults);
    if (faults.length > 0) return { status: 400, words: faults.join('\n') };
    // All of a batch, or nothing of it.
    const isOther = (one: Statement) => statements.has(one.id) && !isSame(one, statements.get(one.id));
    if (batch.some(isOther)) return { status: 409, words: 'another statement has this id' };
    for (const one of batch) statements.set(one.id, statements.get(one.id) ?? one);
    return { status: 200, words: JSON.stringify(batch.map(({ id }) => id)) };
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi`,
    statements,
    requests,
    troubles,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** By the standard, what an activity or a verb is called is no part of the statement. */
function isSame(a: unknown, b: unknown): boolean {
  const bare = (statement: unknown) =>
    JSON.stringify(statement, (key, value: unknown) => (key === 'definition' || key === 'display' ? undefined : value));
  return bare(a) === bare(b);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, status: number, words: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close', ...headers }).end(words);
}
