import { expect, test, type Page } from '@playwright/test';

import { aGraph } from '../fixtures.js';
import { openFaultyLine, type FaultyLine } from './faulty-line.js';
import { isRunning, video, WORDS } from './site.js';

interface Heard {
  readonly keys: Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>>;
  /** What became of each wake lock that was asked for. */
  readonly locks: { released: boolean }[];
}

declare global {
  interface Window {
    heard: Heard;
  }
}

let line: FaultyLine;

test.beforeEach(async ({ page }) => {
  line = await openFaultyLine(() =>
    aGraph({
      language: 'ja',
      title: '会社紹介',
      branches: { first: ['second'], second: ['ask'], ask: ['end', 'first'], end: [] },
      scenes: {
        first: { clip: { sources: [{ src: '/clips/noise.mp4' }], poster: '/clips/poster.jpg' }, title: 'はじめに' },
        second: { clip: { sources: [{ src: '/clips/three-seconds.mp4' }] }, title: '職場の一日' },
        ask: { clip: undefined },
        end: { clip: undefined },
      },
    }),
  );
  // The browser keeps the handlers to itself, so they are noted on their way in.
  await page.addInitScript(() => {
    const heard: Heard = { keys: {}, locks: [] };
    window.heard = heard;
    const { mediaSession } = navigator;
    const setActionHandler = mediaSession.setActionHandler.bind(mediaSession);
    mediaSession.setActionHandler = (action, handler) => {
      heard.keys[action] = handler;
      setActionHandler(action, handler);
    };
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = { released: false };
      heard.locks.push(lock);
      const sentinel = await request(type);
      sentinel.addEventListener('release', () => (lock.released = true));
      return sentinel;
    };
  });
  await page.goto(line.page);
  await page.getByRole('button', { name: WORDS.unrecorded }).click();
  await expect.poll(() => isRunning(page)).toBe(true);
});

test.afterEach(async () => {
  await line.close();
});

const shown = (page: Page) =>
  page.evaluate(() => {
    const { metadata, playbackState } = navigator.mediaSession;
    const artwork = metadata?.artwork.map(({ src }) => new URL(src).pathname) ?? [];
    return { title: metadata?.title, album: metadata?.album, artwork, playbackState };
  });
const press = (page: Page, details: MediaSessionActionDetails) =>
  page.evaluate((pressed) => window.heard.keys[pressed.action]?.(pressed), details);
const seconds = (page: Page) => video(page).evaluate((element: HTMLVideoElement) => element.currentTime);
const isPaused = (page: Page) => video(page).evaluate((element: HTMLVideoElement) => element.paused);
const runToEnd = (page: Page) =>
  video(page).evaluate((element: HTMLVideoElement) => void (element.currentTime = element.duration - 0.3));

test('the device shows the scene that plays, and another one after it', async ({ page }) => {
  expect(await shown(page)).toEqual({
    title: 'はじめに',
    album: '会社紹介',
    artwork: ['/clips/poster.jpg'],
    playbackState: 'playing',
  });

  await runToEnd(page);

  await expect
    .poll(() => shown(page))
    .toEqual({ title: '職場の一日', album: '会社紹介', artwork: [], playbackState: 'playing' });
});

test('its keys play, pause and seek, and lead back to the scene before', async ({ page }) => {
  await press(page, { action: 'pause' });
  await expect.poll(() => isPaused(page)).toBe(true);
  await expect.poll(async () => (await shown(page)).playbackState).toBe('paused');

  await press(page, { action: 'seekto', seekTime: 2 });
  await expect.poll(() => seconds(page)).toBeCloseTo(2, 1);
  await press(page, { action: 'seekbackward', seekOffset: 1 });
  await expect.poll(() => seconds(page)).toBeCloseTo(1, 1);
  await press(page, { action: 'seekforward', seekOffset: 0.5 });
  await expect.poll(() => seconds(page)).toBeCloseTo(1.5, 1);

  await press(page, { action: 'play' });
  await expect.poll(() => isPaused(page)).toBe(false);
  expect(await page.evaluate(() => window.heard.keys.previoustrack ?? null)).toBe(null);
  await runToEnd(page);
  await expect.poll(async () => (await shown(page)).title).toBe('職場の一日');
  await press(page, { action: 'previoustrack' });
  await expect.poll(async () => (await shown(page)).title).toBe('はじめに');
});

test('shows nothing any more, and lets go of the keys, once the viewing is over', async ({ page }) => {
  await runToEnd(page);
  await expect.poll(async () => (await shown(page)).title).toBe('職場の一日');
  await runToEnd(page);
  await page.getByRole('button', { name: 'end' }).click();
  await expect(page.getByText(WORDS.ended)).toBeVisible();

  expect(await shown(page)).toEqual({ title: undefined, album: undefined, artwork: [], playbackState: 'none' });
  expect(await page.evaluate(() => Object.values(window.heard.keys).filter(Boolean).length)).toBe(0);
});

test.describe('the screen', () => {
  const locks = (page: Page) => page.evaluate(() => window.heard.locks.map(({ released }) => released));
  const show = (page: Page, state: 'hidden' | 'visible') =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);

  test('stays on while a clip plays, and no longer once it is paused', async ({ page }) => {
    await expect.poll(() => locks(page)).toEqual([false]);

    await press(page, { action: 'pause' });
    await expect.poll(() => locks(page)).toEqual([true]);
    await press(page, { action: 'play' });

    await expect.poll(() => locks(page)).toEqual([true, false]);
  });

  test('stays on from one scene to the next with the same lock, and goes dark with the question', async ({ page }) => {
    await runToEnd(page);
    await expect.poll(async () => (await shown(page)).title).toBe('職場の一日');
    expect(await locks(page)).toEqual([false]);

    await runToEnd(page);
    await expect(page.getByRole('button', { name: 'end' })).toBeVisible();

    await expect.poll(() => locks(page)).toEqual([true]);
  });

  test('is not asked for while nobody sees the page, and is again when it is back', async ({ page }) => {
    await press(page, { action: 'pause' });
    await expect.poll(() => locks(page)).toEqual([true]);
    await show(page, 'hidden');
    await press(page, { action: 'play' });
    await expect.poll(() => isPaused(page)).toBe(false);
    expect(await locks(page)).toEqual([true]);

    await show(page, 'visible');

    await expect.poll(() => locks(page)).toEqual([true, false]);
  });
});
