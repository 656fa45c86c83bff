import { request } from 'node:http';
import { connect } from 'node:net';

import { describe, expect, it } from 'vitest';

import { anAnswer } from './reactions.js';
import { ORIGIN, refusal, useCollector } from './run-collector.js';

describe('a collector, on bad input', () => {
  const running = useCollector();

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
    const answer = await refusal(running.post(body));

    expect(answer).toMatchObject({ status, error });
    expect(answer.message).toMatch(/^[A-Z].*\.$/s);
    await running.expectAlive();
    expect(await running.lines()).toEqual([]);
  });

  it('refuses 100 MB before it has read them, announced or not', async () => {
    expect(await pushBytes(running.collector.address, 100_000_000, true)).toMatchObject({ status: 413 });
    const { status, written } = await pushBytes(running.collector.address, 100_000_000, false);

    expect(status).toBe(413);
    expect(written).toBeLessThan(50_000_000);
    await running.expectAlive();
  });

  it('refuses other kinds of body', async () => {
    expect(await refusal(running.post('a=1', { 'content-type': 'application/x-www-form-urlencoded' }))).toMatchObject({
      status: 415,
      error: 'wrong-type',
    });
  });

  it('refuses pages of other origins, and stores nothing of them', async () => {
    for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`, 'http://recruit.example.jp']) {
      const body = JSON.stringify({ format: 1, reactions: [anAnswer('team')] });

      expect(await refusal(running.post(body, { 'content-type': 'text/plain', origin }))).toMatchObject({
        status: 403,
        error: 'origin-refused',
      });
    }
    expect(await running.lines()).toEqual([]);
  });

  it('answers addresses and methods that there are not', async () => {
    const at = (path: string, init?: RequestInit) => refusal(fetch(running.collector.address + path, init));

    expect(await at('/collector/nothing')).toMatchObject({ status: 404, error: 'not-found' });
    expect(await at('/collector/reactions')).toMatchObject({ status: 405, error: 'wrong-method' });
    expect(await at('/collector/report', { method: 'DELETE' })).toMatchObject({ status: 405 });
    expect(await at('/%E0%A4%A')).toMatchObject({ status: 400, error: 'bad-request' });
  });

  it('answers what is not HTTP, and lives', async () => {
    expect(await sayRaw(running.collector.address, 'HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"bad-request"/s);
    const flood = `GET /collector/health HTTP/1.1\r\nHost: x\r\nX-Flood: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await sayRaw(running.collector.address, flood)).toMatch(/^HTTP\/1\.1 431 /);
    await running.expectAlive();
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
