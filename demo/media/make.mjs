#!/usr/bin/env node
/**
 * Makes the demo's clips, posters and captions from clips.json and pictures/.
 *
 *   node demo/media/make.mjs                     everything
 *   node demo/media/make.mjs --only hub,work     some clips
 *   node demo/media/make.mjs --captions          captions only
 *   node demo/media/make.mjs --stills DIR        one picture for each line, to look at
 *   node demo/media/make.mjs --out DIR           somewhere else, to compare
 *
 * Needs Chromium, ffmpeg, sox and the Noto Sans CJK JP font. The results are committed, and CI never runs this.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { findBrowser } from '../../scripts/find-browser.mjs';
import { makeMusic } from './music.mjs';
import { captionsOf, timeClip } from './timing.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ORIGIN = 'http://pictures.test';
const FRAMES_PER_SECOND = 25;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    captions: { type: 'boolean' },
    stills: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('../public/media/', import.meta.url)) },
  },
});

const OUT = values.out;

function needTools() {
  const tools = [
    ['ffmpeg', ['-version']],
    ['sox', ['--version']],
  ].filter(([tool, args]) => !answers(tool, args));
  const missing = tools.map(([tool]) => tool);
  if (!findBrowser()) missing.push('chromium');
  if (!answers('fc-list', []) || !String(execFileSync('fc-list', [':', 'family'])).includes('Noto Sans CJK JP'))
    missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  console.error(
    `Missing: ${missing.join(', ')}. On Debian: apt-get install -y --no-install-recommends ${missing.join(' ')}`,
  );
  process.exit(1);
}

function answers(tool, args) {
  try {
    execFileSync(tool, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false; // Not there, or not runnable: the caller names it.
  }
}

/** A page that can draw. It is served from the folder itself, so that nothing is fetched from anywhere. */
async function openStudio() {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb'],
  });
  const page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({ contentType: 'text/html', body: '<canvas width="1280" height="720" lang="ja"></canvas>' });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(HERE, pathname)) });
  });
  await page.goto(`${ORIGIN}/`);
  await page.evaluate(async () => {
    globalThis.pictures = await import('/pictures/index.js');
  });
  const draw = async (id, seconds, starts) => {
    const address = await page.evaluate(
      ([id, seconds, starts]) => globalThis.pictures.frame(document.querySelector('canvas'), id, seconds, starts),
      [id, seconds, starts],
    );
    return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  };
  return { draw, close: () => browser.close() };
}

function encoder(file, music, seconds) {
  const video =
    '-c:v libx264 -profile:v main -preset slower -tune animation -crf 30 -pix_fmt yuv420p -g 100 -threads 1';
  const colours = '-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv';
  const same = '-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact';
  const args = [
    ...`-v error -y -f image2pipe -c:v png -framerate ${FRAMES_PER_SECOND} -i - -i`.split(' '),
    music,
    ...`-vf scale=out_color_matrix=bt709:out_range=tv ${video} ${colours} -c:a aac -b:a 48k -t ${seconds} ${same} -movflags +faststart`.split(
      ' ',
    ),
    file,
  ];
  return spawn('ffmpeg', args, { stdio: ['pipe', 'inherit', 'inherit'] });
}

async function makeClip(studio, clip) {
  const { starts, durationSeconds } = timeClip(clip);
  const folder = mkdtempSync(join(tmpdir(), 'clip-'));
  const film = encoder(join(OUT, `${clip.id}.mp4`), makeMusic(clip.music, durationSeconds, folder), durationSeconds);
  const done = once(film, 'close');
  for (let index = 0; index < durationSeconds * FRAMES_PER_SECOND; index += 1) {
    const png = await studio.draw(clip.id, index / FRAMES_PER_SECOND, starts);
    if (!film.stdin.write(png)) await once(film.stdin, 'drain');
  }
  film.stdin.end();
  const [code] = await done;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code} at the clip "${clip.id}".`);
  await makePoster(studio, clip, starts, folder);
  rmSync(folder, { recursive: true });
}

async function makePoster(studio, clip, starts, folder) {
  const png = join(folder, 'poster.png');
  writeFileSync(png, await studio.draw(clip.id, clip.posterSeconds ?? 3, starts));
  const args = [
    '-v',
    'error',
    '-y',
    '-i',
    png,
    '-vf',
    'scale=960:-1:flags=lanczos',
    '-q:v',
    '4',
    '-flags:v',
    '+bitexact',
    '-fflags',
    '+bitexact',
    join(OUT, `${clip.id}.jpg`),
  ];
  execFileSync('ffmpeg', args);
}

async function makeStills(studio, clip, folder) {
  const { cues, durationSeconds } = timeClip(clip);
  for (const [index, { to }] of cues.entries()) {
    const seconds = index === cues.length - 1 ? durationSeconds - 0.2 : to - 0.6;
    writeFileSync(join(folder, `${clip.id}-${index}.png`), await studio.draw(clip.id, seconds, timeClip(clip).starts));
  }
}

function makeCaptions(clip) {
  for (const language of ['ja', 'en'])
    writeFileSync(join(OUT, `${clip.id}.${language}.vtt`), captionsOf(clip, language));
}

const { clips } = JSON.parse(readFileSync(join(HERE, 'clips.json'), 'utf8'));
const wanted = values.only ? clips.filter(({ id }) => values.only.split(',').includes(id)) : clips;
mkdirSync(OUT, { recursive: true });

if (values.captions) {
  wanted.forEach(makeCaptions);
} else {
  needTools();
  const studio = await openStudio();
  if (values.stills) mkdirSync(values.stills, { recursive: true });
  for (const clip of wanted) {
    const began = Date.now();
    if (values.stills) await makeStills(studio, clip, values.stills);
    else {
      makeCaptions(clip);
      await makeClip(studio, clip);
      console.log(
        `${clip.id}: ${timeClip(clip).durationSeconds} s, made in ${Math.round((Date.now() - began) / 1000)} s`,
      );
    }
  }
  await studio.close();
}
