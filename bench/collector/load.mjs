import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

import { BATCH, makeBatch } from './batches.mjs';

const CONNECTIONS = 32;
const serveFile = fileURLToPath(new URL('serve.mjs', import.meta.url));

/** Starts a collector and resolves to its address and process. */
export function startServer({ engine, place = '', schema = '' }) {
  const child = spawn(process.execPath, [serveFile, engine, place, schema], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The ${engine} collector ended by itself with ${code}.`)));
    child.stdout.setEncoding('utf8').once('data', (text) => resolve({ address: text.trim(), child }));
  });
}

/** Microseconds of processor that the collector has used. A busy machine makes it slower, and this hardly larger. */
export function readCpu({ child }) {
  return new Promise((resolve) => {
    child.once('message', ({ user, system }) => resolve(user + system));
    child.send('cpu');
  });
}

export function endServer({ child }, signal = 'SIGTERM') {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return ended;
}

/**
 * Sends batches over many connections until the time is over or the collector is gone.
 *
 * @returns How many reactions it acknowledged, in how long, how long each batch took, and their ids if wanted.
 */
export async function sendBatches(address, { seconds, ids }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  // Made before, so that making them does not count. One more round when they are used up is known to nobody: they are new.
  const ready = Array.from({ length: 400 }, makeBatch);
  const latencies = [];
  const statuses = new Map();
  let acknowledged = 0;
  const began = performance.now();
  const until = began + seconds * 1_000;
  const line = async () => {
    while (performance.now() < until) {
      const reactions = ready.pop() ?? makeBatch();
      const sent = performance.now();
      try {
        const { status, body } = await post(agent, address, JSON.stringify({ format: 1, reactions }));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status !== 200) continue;
        latencies.push(performance.now() - sent);
        acknowledged += BATCH;
        if (ids) JSON.parse(body).stored.forEach((id) => ids.add(id));
      } catch {
        // The collector was killed, which is what some of these are for.
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  const ms = performance.now() - began;
  agent.destroy();
  return { acknowledged, ms, latencies, statuses: Object.fromEntries(statuses) };
}

function post(agent, address, body) {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${address}/reactions`,
      { agent, method: 'POST', headers: { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        answer.once('end', () => resolve({ status: answer.statusCode, body: text }));
        answer.once('error', reject);
      },
    );
    sending.once('error', reject);
    sending.end(body);
  });
}
