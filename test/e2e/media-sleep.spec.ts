import { expect, test, type Page } from '@playwright/test';

import { aGraph } from '../fixtures.js';
import { openFaultyLine, silentAfter, type FaultyLine } from './faulty-line.js';
import { isRunning, ownLog, video, WORDS } from './site.js';

const FILM = '/clips/noise.mp4';
const AN_HOUR = 3_600_000;

let line: FaultyLine;

test.afterEach(async () => {
  await line.close();
});

const option = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const isIn = (page: Page, life: string) =>
  expect(page.locator('followup-player section.player')).toHaveClass(new RegExp(`\\b${life}\\b`), { timeout: 20_000 });
const seconds = (page: Page) => video(page).evaluate((element: HTMLVideoElement) => element.currentTime);

/** A viewer who watches the film, of which the line brings so much. */
async function watch(page: Page, bytes?: number): Promise<void> {
  line = await openFaultyLine(() =>
    aGraph({
      language: 'ja',
      title: '会社紹介',
      branches: { ask: ['film', 'after'], film: ['after'], after: [] },
      scenes: {
        ask: { clip: undefined },
        film: { clip: { sources: [{ src: FILM }] }, title: '職場の一日', text: '本文です。' },
        after: { clip: undefined },
      },
    }),
  );
  if (bytes !== undefined) line.answer(FILM, silentAfter(bytes));
  await page.goto(line.page);
  await page.getByRole('button', { name: WORDS.unnamed }).click();
  await option(page, 'film').click();
}

/** What a night's sleep may not touch. */
async function keepsLog(page: Page): Promise<void> {
  const types = (await ownLog(page)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['notice-answered', 'question-shown', 'answered']));
  expect(types.filter((type) => type === 'answered')).toHaveLength(1);
}

test('a page that the browser is about to freeze stands still, and plays on from there', async ({ page }) => {
  await watch(page);
  await isIn(page, 'playing');
  await expect.poll(() => seconds(page)).toBeGreaterThan(0.3);

  // Chromium freezes hidden pages only, and without a window it has none.
  await page.evaluate(() => document.dispatchEvent(new Event('freeze')));

  await isIn(page, 'paused');
  const stood = await seconds(page);
  await keepsLog(page);
  await option(page, '再生').click();
  await expect.poll(() => isRunning(page)).toBe(true);
  expect(await seconds(page)).toBeGreaterThanOrEqual(stood);
});

test('a device that slept for an hour comes back to a picture that stands', async ({ page }) => {
  await page.clock.install();
  await watch(page);
  await isIn(page, 'playing');

  await page.clock.fastForward(AN_HOUR);

  await isIn(page, 'paused');
  await keepsLog(page);
  await option(page, '再生').click();
  await expect(page.getByText(WORDS.ended)).toBeVisible();
});

test('a device that slept while the line was away gives the line its time to come back', async ({ page }) => {
  await page.clock.install();
  await watch(page, 70_000);
  await isIn(page, 'stalled');
  const stood = await seconds(page);

  await page.clock.fastForward(AN_HOUR);
  await isIn(page, 'paused');
  await option(page, '再生').click();
  await page.clock.runFor(20_000);

  await expect(page.getByText('通信の回復を待っています')).toBeVisible();
  await page.clock.runFor(11_000);
  await isIn(page, 'failed');
  await keepsLog(page);
  line.answer(FILM);
  await option(page, 'もう一度試す').click();
  await isIn(page, 'playing');
  expect(await seconds(page)).toBeGreaterThan(stood - 0.5);
});

test('after half a minute without a line the viewer may go on without the clip, and nothing is lost', async ({
  page,
}) => {
  await page.clock.install();
  await watch(page, 70_000);
  await isIn(page, 'stalled');
  await page.clock.runFor(31_000);
  await isIn(page, 'failed');
  await expect(option(page, 'もう一度試す')).toBeVisible();
  await expect(option(page, WORDS.read).first()).toBeVisible();

  await option(page, '動画を見ずに進む').click();

  await expect(page.getByText(WORDS.ended)).toBeVisible();
  await keepsLog(page);
});
