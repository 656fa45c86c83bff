import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { top } from '../../scripts/run.mjs';
import { makeHubGraph, readMediaPath } from './make-graph.mjs';

/** The ways of bringing a clip on air, ours first. */
export const WAYS = ['player', 'unrecorded', 'swap', 'videojs', 'preload-all', 'prepared'];
/** What ours are measured against. */
const BASELINES = WAYS.slice(2);

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};
const FILES = {
  '/baseline.js': 'bench/playback/in-page/baseline.js',
  '/video.js': 'node_modules/video.js/dist/video.min.js',
  '/video.css': 'node_modules/video.js/dist/video-js.min.css',
};

let library;
/** Compressing the scripts at their best takes seconds, and they do not change during a run. */
const packed = new Map();

/** Finds what one page of the bench asks for: its pages, scripts as a CDN gives them, and the clips under their many names. */
export function makeSite({ switches, answers, chosen, media }) {
  library ??= readLibrary();
  const texts = {
    ...library,
    '/graph.json': JSON.stringify(makeHubGraph({ switches, answers, media })),
    '/player.html': playerPage(),
    '/unrecorded.html': playerPage(),
    '/early.html': earlyPage(),
    '/bare.html': barePage('/clips/0-0.mp4'),
    '/bare-later.html': barePage(`/clips/0-0.mp4#t=${LATER_SECONDS}`),
    ...Object.fromEntries(BASELINES.map((way) => [`/${way}.html`, baselinePage({ way, answers, chosen })])),
  };
  return (path) => {
    const part = readMediaPath(path);
    if (part) return findMedia(media, part);
    if (texts[path] !== undefined) return pack(path, texts[path]);
    return FILES[path] ? pack(path, readFileSync(join(top, FILES[path]), 'utf8')) : undefined;
  };
}

function findMedia(media, { kind, number }) {
  const made = media.get(number);
  if (!made) return undefined;
  return kind === 'clips'
    ? { body: made.clip, type: 'video/mp4', kept: true }
    : { body: made.poster, type: 'image/jpeg', kept: true };
}

/** Read once: a build in the midst of a run must not change what is measured. */
function readLibrary() {
  const folder = join(top, 'dist/cdn');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(names.map((name) => [`/lib/${name}`, readFileSync(join(folder, name), 'utf8')]));
}

/** Names what is measured by its content: what was measured of another build belongs to another run. */
export function nameBuild() {
  library ??= readLibrary();
  return createHash('sha256').update(JSON.stringify(library)).digest('hex').slice(0, 12);
}

function pack(path, text) {
  if (!packed.has(text)) packed.set(text, brotliCompressSync(text));
  return { body: packed.get(text), type: TYPES[extname(path)], encoding: 'br', kept: true };
}

const page = (body) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Bench</title>
<style>
  body { margin: 0 }
  #stage, followup-player { display: block; inline-size: 960px }
  #stage { position: relative; aspect-ratio: 16 / 9; background: #000 }
  #stage > video { position: absolute; inset: 0; inline-size: 100%; block-size: 100% }
</style>
${body}
</html>`;

/** About where a viewing stood that is taken up again: what is shown there is decoded from the key frame before it. */
const LATER_SECONDS = 0.4;

const barePage = (src) => page(`<div id="stage"><video autoplay muted playsinline src="${src}"></video></div>`);

const SCRIPT = '<script type="module" src="/lib/followup-player.min.js"></script>';

/**
 * As the guide to embedding shows the quickest first picture: the first clip's video inside the tag, and the script asked
 * for below, by code, since browsers send for a script that they can see before they begin to load a video.
 */
const earlyPage = () =>
  page(
    '<followup-player src="/graph.json">' +
      '<video src="/clips/0-0.mp4" preload="auto" muted playsinline width="960" height="540"></video>' +
      '</followup-player>' +
      '<script type="module">import("/lib/followup-player.min.js")</script>',
  );

/** The graph alone, asked for early. */
const playerPage = () =>
  page(
    '<link rel="preload" as="fetch" crossorigin href="/graph.json">' +
      `${SCRIPT}<followup-player src="/graph.json"></followup-player>`,
  );

function baselinePage(plan) {
  const library = '<link rel="stylesheet" href="/video.css"><script src="/video.js"></script>';
  return page(
    `${plan.way === 'videojs' ? library : ''}<div id="stage"></div><div id="buttons" hidden></div>` +
      `<script>globalThis.baselinePlan = ${JSON.stringify(plan)}</script><script src="/baseline.js"></script>`,
  );
}
