import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const MEDIA = new URL('../fixtures/media/', import.meta.url).pathname;
/** A line of a little over a megabit a second, and one of a sixth of that. */
const SLOW = { bytes: 8_192, ms: 60 };
const THIN = { bytes: 2_048, ms: 90 };
/** Chromium plays from blocks of 32 kB: with two of them and a bit, a clip begins. */
const FIRST_BYTES = 70_000;
const TYPES = {
  mp4: 'video/mp4',
  m4s: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
  m3u8: 'application/vnd.apple.mpegurl',
};

/** What was asked for under each name, in order. */
const asked = new Map();

/**
 * Serves `/counted/NAME/KIND/FILE` from the media fixtures with range requests, and notes under NAME what was asked for:
 * `/counted/NAME/report` tells it. KIND is `plain`, `slow` or `thin` (comes bit by bit), `whole` (no range requests), `gone` (404)
 * `gone-once` (404 for the first two requests: browsers are asked once more why a clip failed) or `hang-once` (after the
 * beginning nothing more comes on the first connection).
 */
export async function countingMedia(ctx, next) {
  const [, folder, name = '', kind = '', ...path] = ctx.path.split('/');
  const file = path.join('/');
  if (folder !== 'counted') return next();
  ctx.respond = false;
  const { req, res } = ctx;
  const noted = asked.get(name) ?? [];
  asked.set(name, noted);
  if (kind === 'report') {
    res.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(noted));
    return;
  }

  const request = { file, range: req.headers.range ?? '', state: 'open' };
  noted.push(request);
  res.on('close', () => {
    request.state = res.writableFinished ? 'done' : 'aborted';
  });
  const turn = noted.filter((other) => other.file === file).length;
  if (kind === 'gone' || (kind === 'gone-once' && turn <= 2)) return void res.writeHead(404).end('no');
  const whole = await readFile(join(MEDIA, file));
  const [, from, to] = (kind !== 'whole' && /bytes=(\d+)-(\d*)/.exec(request.range)) || [];
  const start = Number(from ?? 0);
  const body = whole.subarray(start, to ? Number(to) + 1 : whole.length);
  res.writeHead(from === undefined ? 200 : 206, {
    'content-type': TYPES[file.split('.').at(-1)],
    'content-length': body.length,
    'cache-control': 'max-age=600',
    etag: '"1"',
    ...(kind === 'whole' ? {} : { 'accept-ranges': 'bytes' }),
    ...(from === undefined ? {} : { 'content-range': `bytes ${start}-${start + body.length - 1}/${whole.length}` }),
  });
  if (kind === 'slow') drip(res, body, SLOW);
  else if (kind === 'thin') drip(res, body, THIN);
  else if (kind === 'hang-once' && turn === 1) res.write(body.subarray(0, FIRST_BYTES));
  else res.end(body);
}

function drip(res, body, pace, from = 0) {
  if (res.destroyed) return;
  if (from >= body.length) return void res.end();
  res.write(body.subarray(from, from + pace.bytes));
  setTimeout(() => drip(res, body, pace, from + pace.bytes), pace.ms);
}
