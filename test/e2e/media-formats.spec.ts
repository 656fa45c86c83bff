import { expect, test, type Page } from '@playwright/test';

import type { Clip } from '../../src/domain/scene.js';
import { aGraph } from '../fixtures.js';
import { openFaultyLine, withoutCors, whole, withStatus, type Answer, type FaultyLine } from './faulty-line.js';
import { isRunning, video, WORDS } from './site.js';

const MP4 = { src: '/clips/three-seconds.mp4' };
const WEBM = { src: '/clips/three-seconds.webm' };
const LADDER = '/clips/ladder/film.m3u8';
const CAPTIONS = [
  { src: '/clips/captions.ja.vtt', language: 'ja', label: '日本語' },
  { src: '/clips/captions.en.vtt', language: 'en', label: 'English' },
];

let line: FaultyLine;

test.afterEach(async () => {
  await line.close();
});

/** 503 from the middle of the file on. */
const firstHalf: Answer = (asked) => {
  const from = Number(/bytes=(\d+)/.exec(asked.request.headers.range ?? '')?.[1] ?? 0);
  if (from > asked.body.length / 2) withStatus(503)(asked);
  else whole(asked);
};

const option = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const isIn = (page: Page, life: string) =>
  expect(page.locator('followup-player section.player')).toHaveClass(new RegExp(`\\b${life}\\b`), { timeout: 20_000 });

/** One clip after the other, each after a question, so that every one of them is chosen. */
async function open(
  page: Page,
  makeClips: (elsewhere: string) => readonly Clip[],
  faults: Readonly<Record<string, Answer>> = {},
): Promise<void> {
  line = await openFaultyLine((elsewhere) => {
    const clips = makeClips(elsewhere);
    const names = clips.map((_, index) => `clip-${index + 1}`);
    const chain = names.flatMap((name, index) => [
      [`ask-${index + 1}`, [name, 'end']],
      [name, [names[index + 1] ? `ask-${index + 2}` : 'end']],
    ]);
    return aGraph({
      language: 'ja',
      title: '会社紹介',
      branches: Object.fromEntries([...chain, ['end', []]]) as Record<string, string[]>,
      scenes: Object.fromEntries([
        ...names.map((name, index) => [name, { clip: clips[index], title: `場面${index + 1}`, text: '本文です。' }]),
        ...names.map((_, index) => [`ask-${index + 1}`, { clip: undefined }]),
        ['end', { clip: undefined }],
      ]) as Record<string, object>,
    });
  });
  for (const [path, how] of Object.entries(faults)) line.answer(path, how);
  await page.goto(line.page);
  await option(page, WORDS.unnamed).click();
}

async function choose(page: Page, name: string): Promise<void> {
  await option(page, name).click();
  await isIn(page, 'playing');
  await expect.poll(() => isRunning(page)).toBe(true);
}

const asked = (part: string) => line.requests.filter((request) => request.includes(part));

test.describe('mp4 and WebM', () => {
  for (const [what, sources, src] of [
    ['mp4 alone', [MP4], MP4.src],
    ['WebM alone', [WEBM], WEBM.src],
    ['both: the first that the browser plays', [WEBM, MP4], WEBM.src],
    ['both, the other way round', [MP4, WEBM], MP4.src],
  ] as const) {
    test(what, async ({ page }) => {
      await open(page, () => [{ sources: [...sources] }]);

      await choose(page, 'clip-1');

      const played = await video(page).evaluate((element: HTMLVideoElement) => new URL(element.currentSrc).pathname);
      expect(played).toBe(src);
      const other = sources.find((one) => one.src !== src);
      if (other) expect(asked(other.src)).toEqual([]);
    });
  }

  test('both, in a browser without WebM: mp4', async ({ page }) => {
    await page.addInitScript(() => {
      const { canPlayType } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.canPlayType = function (type) {
        return type.includes('webm') ? '' : canPlayType.call(this, type);
      };
    });
    await open(page, () => [{ sources: [WEBM, MP4] }]);

    await choose(page, 'clip-1');

    expect(asked(WEBM.src)).toEqual([]);
    expect(asked(MP4.src)).not.toEqual([]);
  });

  test('both, and the first is not there: the other', async ({ page }) => {
    await open(page, () => [{ sources: [WEBM, MP4] }], { [WEBM.src]: withStatus(404) });

    await choose(page, 'clip-1');

    expect(asked(MP4.src)).not.toEqual([]);
  });
});

test.describe('HLS', () => {
  const hls = (query = '', host = ''): Clip => ({ sources: [{ src: `${host}${LADDER}${query}` }], captions: CAPTIONS });
  const sound = (page: Page) => page.getByRole('combobox', { name: '音声' });
  const captions = (page: Page) => page.getByRole('combobox', { name: '字幕' });

  test('lets the viewer choose the language of the sound and keeps it, and the captions, from scene to scene', async ({
    page,
  }) => {
    await open(page, () => [hls(), { sources: [MP4], captions: CAPTIONS }, hls('?again')]);
    await choose(page, 'clip-1');
    await expect(captions(page)).toHaveValue('ja');
    await expect(sound(page)).toHaveValue('ja');
    await expect(sound(page).locator('option')).toHaveText(['日本語', 'English']);

    await sound(page).selectOption('en');
    await captions(page).selectOption('en');
    await expect.poll(() => asked('sound-en.m4s').length).toBeGreaterThan(0);

    await choose(page, 'clip-2');
    await expect(sound(page)).toHaveCount(0);
    await expect(captions(page)).toHaveValue('en');

    await choose(page, 'clip-3');
    await expect(sound(page)).toHaveValue('en');
    await expect(captions(page)).toHaveValue('en');
  });

  test('has its menu within reach of the keyboard', async ({ page }) => {
    await open(page, () => [hls()]);
    await choose(page, 'clip-1');

    await sound(page).focus();
    await page.keyboard.type('Eng');

    await expect(sound(page)).toHaveValue('en');
    await page.keyboard.press('Tab');
    await expect(sound(page)).not.toBeFocused();
  });

  test('begins the second clip where the first has come to, not at the bottom', async ({ page }) => {
    // The same files under another name.
    await open(page, () => [hls(), { sources: [{ src: LADDER.replace('/clips/', '/clips//') }] }]);
    await choose(page, 'clip-1');

    await choose(page, 'clip-2');

    const renditions = asked('/clips//ladder/').flatMap((request) => /(low|mid|high)\.m4s/.exec(request)?.[1] ?? []);
    expect(renditions[0]).toMatch(/mid|high/);
  });

  test('goes on in the other renditions where one is not there', async ({ page }) => {
    await open(page, () => [hls()], {
      '/clips/ladder/high.m3u8': withStatus(404),
      '/clips/ladder/high.m4s': withStatus(404),
    });

    await choose(page, 'clip-1');

    expect(asked('mid.m4s')).not.toEqual([]);
  });

  test('that is not there fails calmly, and says so', async ({ page }) => {
    await open(page, () => [hls()], { [LADDER]: withStatus(404) });

    await option(page, 'clip-1').click();

    await isIn(page, 'failed');
    await expect(page.getByText('動画が見つかりませんでした。お使いの端末や通信の問題ではありません。')).toBeVisible();
  });

  test('whose server lets no other page read it fails calmly, and the viewer goes on without it', async ({ page }) => {
    const faults: string[] = [];
    await page.exposeFunction('noteFault', (message: string) => faults.push(message));
    await page.addInitScript(() => {
      document.addEventListener('followup-error', ({ error }) => {
        (window as unknown as { noteFault(message: string): void }).noteFault(error.message);
      });
    });
    await open(page, (elsewhere) => [hls('', elsewhere)], { [LADDER]: withoutCors });

    await option(page, 'clip-1').click();

    await isIn(page, 'failed');
    expect(faults.join()).toContain('Access-Control-Allow-Origin');
    await option(page, '動画を見ずに進む').click();
    await isIn(page, 'ended');
  });

  test('with 503 from the middle on waits, fails calmly, and goes on from there after a retry', async ({ page }) => {
    await page.clock.install();
    const parts = ['low', 'mid', 'high', 'sound-ja', 'sound-en'].map((name) => `/clips/ladder/${name}.m4s`);
    await open(page, () => [hls()], Object.fromEntries(parts.map((part) => [part, firstHalf])));
    await choose(page, 'clip-1');
    await isIn(page, 'stalled');

    await page.clock.runFor(31_000);

    await isIn(page, 'failed');
    await expect(page.getByText('通信が途切れたようです。')).toBeVisible();
    const stood = await video(page).evaluate((element: HTMLVideoElement) => element.currentTime);
    for (const part of parts) line.answer(part);
    await option(page, 'もう一度試す').click();
    await isIn(page, 'playing');
    await expect
      .poll(() => video(page).evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(stood - 0.5);
  });
});
