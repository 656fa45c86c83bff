import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

import { createBucket, readRange, shareFairly } from './line.mjs';

/** How often what has come into the bucket is handed on. */
const TICK_MS = 4;
/** The most that one response gets in one tick, on a line without limit too. */
const MOST_BYTES = 65_536;

/**
 * Serves files of memory over a line of its own: HTTP/1.1 with keep-alive and byte ranges, the bytes of all responses
 * through one bucket, in equal shares. A request waits for one latency, and the first of a connection for another one,
 * for the handshake.
 *
 * `find(path)` answers `{ body, type, encoding, kept }` or undefined; `kept` lets the browser keep it, as a CDN would.
 */
export async function startShapedServer({ latencyMs, bitsPerSecond }, find) {
  const bucket = createBucket({ bitsPerSecond, nowMs: performance.now() });
  const fresh = new WeakSet();
  /** What was written to the line: path, bytes, and when. */
  const sent = [];
  let jobs = [];
  let ticking = false;

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const handshakeMs = fresh.delete(request.socket) ? latencyMs : 0;
    const atMs = bucket.reachesAtMs(performance.now(), latencyMs + handshakeMs);
    setTimeout(() => answer(request, response), atMs - performance.now());
  });
  server.on('connection', (socket) => {
    socket.setNoDelay(true);
    fresh.add(socket);
  });

  function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = find(path);
    if (!file || response.destroyed) return void response.writeHead(404).end();
    const { status, headers, body } = answerOf(file, request.headers.range);
    response.writeHead(status, headers);
    const job = { path, response, body, offset: 0, blocked: false };
    response.on('drain', () => (job.blocked = false));
    response.on('close', () => (jobs = jobs.filter((other) => other !== job)));
    if (request.method === 'HEAD') return void response.end();
    jobs.push(job);
    tick();
  }

  function tick() {
    if (ticking) return;
    ticking = true;
    const again = () => {
      ticking = false;
      if (jobs.length > 0) tick();
    };
    hand();
    // Timers cannot wait for less than a millisecond, and a line without limit should not wait at all.
    if (bitsPerSecond === Infinity && jobs.some(({ blocked }) => !blocked)) setImmediate(again);
    else setTimeout(again, TICK_MS);
  }

  function hand() {
    const open = jobs.filter(({ blocked }) => !blocked);
    const wants = open.map(({ body, offset }) => Math.min(MOST_BYTES, body.length - offset));
    const wanted = wants.reduce((sum, want) => sum + want, 0);
    const shares = shareFairly(bucket.take(performance.now(), wanted), wants);
    open.forEach((job, index) => write(job, shares[index] ?? 0));
  }

  function write(job, bytes) {
    const { path, response, body, offset } = job;
    const isLast = offset + bytes === body.length;
    if (bytes === 0 && !isLast) return;
    sent.push({ path, bytes, atEpochMs: Date.now() });
    job.offset += bytes;
    job.blocked = !response.write(body.subarray(offset, job.offset));
    if (!isLast) return;
    jobs = jobs.filter((other) => other !== job);
    response.end();
  }

  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    drop: (forMs) => bucket.drop(performance.now(), forMs),
    /** Counts the bytes sent so far, of the paths that are meant. */
    countBytes: (isMeant, untilEpochMs = Infinity) =>
      sent
        .filter(({ path, atEpochMs }) => atEpochMs <= untilEpochMs && isMeant(path))
        .reduce((sum, { bytes }) => sum + bytes, 0),
    /** Ends every connection, so that the next page begins with none. */
    hangUp: () => server.closeAllConnections(),
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
  };
}

function answerOf({ body, type, encoding, kept = false }, range) {
  const headers = {
    'content-type': type,
    // Browsers keep parts of a file only where it has a name that changes with it.
    ...(kept ? { 'cache-control': 'max-age=3600', etag: tagOf(body) } : { 'cache-control': 'no-store' }),
    ...(encoding ? { 'content-encoding': encoding } : { 'accept-ranges': 'bytes' }),
  };
  const asked = encoding ? undefined : readRange(range, body.length);
  if (asked === null)
    return { status: 416, headers: { 'content-range': `bytes */${body.length}` }, body: body.subarray(0, 0) };
  if (!asked) return { status: 200, headers: { ...headers, 'content-length': body.length }, body };
  const { first, last } = asked;
  return {
    status: 206,
    headers: {
      ...headers,
      'content-length': last - first + 1,
      'content-range': `bytes ${first}-${last}/${body.length}`,
    },
    body: body.subarray(first, last + 1),
  };
}

const tags = new WeakMap();

function tagOf(body) {
  if (!tags.has(body)) tags.set(body, `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`);
  return tags.get(body);
}
