import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const MEDIA = new URL('../fixtures/media/', import.meta.url).pathname;
const TYPES = { mp4: 'video/mp4', webm: 'video/webm', vtt: 'text/vtt', m3u8: 'application/vnd.apple.mpegurl' };
/** Chromium plays from blocks of 32 kB: with two of them and a bit, a clip begins. */
const FIRST_BYTES = 70_000;

/**
 * Serves `/faulty/KIND/FILE` from the media fixtures, as servers and lines do on a bad day. KIND is a status, `cut` (the
 * connection breaks in the middle), `hang` (nothing more comes), `pause` (four and a half seconds of nothing), `no-cors`
 * (without a CORS header) or `cors` (with one).
 */
export async function faultyMedia(ctx, next) {
  const [, folder, kind = '', file = ''] = ctx.path.split('/');
  if (folder !== 'faulty') return next();
  ctx.respond = false;
  const { res } = ctx;
  const body = await readFile(join(MEDIA, file));
  const type = TYPES[file.split('.').at(-1)];
  const headers = { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-store' };
  if (/^\d+$/.test(kind)) return void res.writeHead(Number(kind), { 'content-type': 'text/plain' }).end('no');
  if (kind === 'no-cors') return void res.writeHead(200, headers).end(body);
  if (kind === 'cors') return void res.writeHead(200, { ...headers, 'access-control-allow-origin': '*' }).end(body);

  res.writeHead(200, headers);
  res.write(body.subarray(0, FIRST_BYTES));
  if (kind === 'cut') setTimeout(() => res.destroy(), 300);
  if (kind === 'pause') setTimeout(() => res.end(body.subarray(FIRST_BYTES)), 4_500);
}
