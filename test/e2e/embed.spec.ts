import { expect, test, type Page, type Route } from '@playwright/test';

import { countedFiles } from '../../scripts/entry-sizes.mjs';
import { chooseRecording, isRunning, runOut, video, WORDS } from './site.js';

const path = (url: string) => new URL(url).pathname;
const isClip = (name: string) => name === '/media/welcome.mp4';
const isGraph = (name: string) => name.endsWith('/asanagi.ja.json');
const isPart = (name: string) => /^\/lib\/(?:followup-player-body|open-media)-[\w-]+\.js$/.test(name);

/** Keeps what the page asks for, in order. */
function listRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

/** Holds back the answers to some requests until they are let go. */
async function hold(page: Page, which: (name: string) => boolean): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(
    (url) => which(url.pathname),
    async (route: Route) => {
      await held;
      await route.continue();
    },
  );
  return letGo;
}

const count = (asked: readonly string[], which: (name: string) => boolean) => asked.map(path).filter(which).length;

test('the first clip has the line to itself until its picture stands, then both parts are asked for at once', async ({
  page,
}) => {
  const asked = listRequests(page);
  const letClipGo = await hold(page, isClip);
  const letPartsGo = await hold(page, isPart);

  await page.goto('/plain.html');

  await expect.poll(() => [count(asked, isGraph), count(asked, isClip)]).toEqual([1, 1]);
  expect(count(asked, isPart)).toBe(0);
  letClipGo();
  await expect.poll(() => count(asked, isPart)).toBe(2);
  letPartsGo();
  await expect(page.getByRole('button', { name: WORDS.unrecorded })).toBeVisible();
  expect(asked.map(path).filter((name) => name.startsWith('/lib/'))).toHaveLength(3);
});

test('a video of the first clip inside the tag is asked for by the page itself, once, and goes on in the player', async ({
  page,
}) => {
  const asked = listRequests(page);
  const letShellGo = await hold(page, (name) => name === '/lib/followup-player.min.js');
  await page.route('**/plain.html', async (route) => {
    const response = await route.fetch();
    const video =
      '<video src="/media/welcome.mp4" poster="/media/welcome.jpg" preload="auto" muted playsinline></video>';
    const body = (await response.text()).replace('</followup-player>', `${video}</followup-player>`);
    await route.fulfill({ response, body });
  });

  await page.goto('/plain.html', { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => document.querySelector('video')?.readyState)).toBe(4);
  const clips = count(asked, isClip);
  await page.evaluate(() =>
    document.querySelector('video')?.addEventListener('emptied', () => (document.title = 'again')),
  );
  letShellGo();
  await chooseRecording(page, WORDS.unrecorded);

  await expect(video(page)).toHaveJSProperty('paused', false);
  expect(count(asked, isClip)).toBe(clips);
  expect(await page.title()).not.toBe('again');
});

test('the first clip is asked for, and its picture stands, before the player is there', async ({ page }) => {
  const asked = listRequests(page);
  const letGo = await hold(page, isPart);

  await page.goto('/plain.html');

  await expect(video(page)).toHaveJSProperty('readyState', 4);
  expect(asked.map(path)).toContain('/media/welcome.jpg');
  await expect(page.getByRole('button', { name: WORDS.unrecorded })).toBeHidden();
  const clips = count(asked, isClip);
  letGo();
  await chooseRecording(page, WORDS.unrecorded);
  // The very video goes on: its clip is not asked for anew.
  expect(count(asked, isClip)).toBe(clips);
});

test('the very video goes on: the same element, and its time never goes back', async ({ page }) => {
  const letGo = await hold(page, isPart);
  await page.goto('/plain.html');
  await expect(video(page)).toHaveJSProperty('readyState', 4);
  const early = await video(page).elementHandle();
  await page.evaluate((element) => {
    window.seenSeconds = [];
    const look = () => {
      window.seenSeconds.push((element as HTMLVideoElement).currentTime);
      requestAnimationFrame(look);
    };
    look();
  }, early);

  letGo();
  await chooseRecording(page, WORDS.unrecorded);
  await expect.poll(() => early?.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.5);

  expect(await video(page).evaluate((element, other) => element === other, early)).toBe(true);
  const seconds = await page.evaluate(() => window.seenSeconds);
  expect(seconds).toEqual(seconds.toSorted((one, other) => one - other));
});

test('the poster is asked for before the clip has come, and before the player is there', async ({ page }) => {
  const asked = listRequests(page);
  await hold(page, (name) => isPart(name) || isClip(name));

  await page.goto('/plain.html');

  await expect(video(page)).toHaveAttribute('poster', /welcome\.jpg$/);
  await expect.poll(() => asked.map(path)).toContain('/media/welcome.jpg');
});

test('a whole viewing asks for the files that its budget counts, and nobody but the page’s own server', async ({
  page,
}) => {
  const asked = listRequests(page);
  // Where two close the same panel, either will do.
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  await page.goto('/plain.html');

  await chooseRecording(page, WORDS.unnamed);
  await page.getByRole('combobox', { name: '再生速度' }).selectOption('1.5');
  await page.getByRole('combobox', { name: '字幕' }).selectOption('ja');
  await press('音を消す');
  await press('全画面で表示');
  await press('全画面を終了');
  await press('会社に質問する');
  await page.getByRole('textbox').fill('研修は、ありますか。');
  await press('送信する');
  await expect(page.getByText('ご質問をお預かりしました。')).toBeVisible();
  await press('閉じる');
  await press('ここまでの流れ');
  await press('閉じる');
  await press(WORDS.read);
  await press(WORDS.video);
  await runOut(page);
  await runOut(page);
  await press('人間関係・社風');
  await runOut(page);
  await press('困ったときに聞ける相手のこと');
  await runOut(page);
  await press('解消した');
  await press(WORDS.goOn);
  await runOut(page);
  await page.getByRole('radio', { name: 'かなりある' }).check();
  await press(WORDS.answer);
  await page.getByRole('checkbox', { name: '休日・給与・勤務地などの条件' }).check();
  await press(WORDS.answer);
  await runOut(page);
  await page.getByRole('textbox').fill('配属の決まり方を知りたいです。');
  await press(WORDS.answer);
  await runOut(page);
  await expect(page.getByRole('heading', { name: WORDS.ended })).toBeVisible();

  const { origin } = new URL(page.url());
  expect(asked.filter((url) => !/^(?:blob|data):/.test(url) && new URL(url).origin !== origin)).toEqual([]);
  const own = asked.filter((url) => new URL(url).origin === origin).map(path);
  const scripts = own.filter((name) => name.startsWith('/lib/'));
  expect(scripts.toSorted()).toEqual(
    countedFiles()
      .filter((name) => !name.startsWith('followup-record'))
      .map((name) => `/lib/${name}`)
      .toSorted(),
  );
  const others = own.filter((name) => !/^\/(?:lib|media|collector)\//.test(name) && name !== '/favicon.ico');
  expect(others).toEqual(['/plain.html', '/graphs/asanagi.ja.json']);
});

test('an author’s way of renewing the script, a query, does no harm', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('**/plain.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('followup-player.min.js', 'followup-player.min.js?ver=6.5');
    await route.fulfill({ response, body });
  });
  await page.goto('/plain.html');

  await chooseRecording(page, WORDS.unrecorded);

  expect(errors).toEqual([]);
});

test('a returning viewer sees the scene where they left, and no other before it', async ({ page }) => {
  await page.goto('/plain.html');
  await chooseRecording(page, WORDS.unnamed);
  await runOut(page);
  await expect.poll(() => video(page).evaluate((one: HTMLVideoElement) => one.currentSrc)).toContain('hub');
  await expect.poll(() => isRunning(page)).toBe(true);
  const asked = listRequests(page);
  const isHub = (name: string) => name === '/media/hub.mp4';
  const letPartsGo = await hold(page, isPart);

  await page.reload();

  // The clip has the line to itself here too.
  await expect.poll(() => video(page).evaluate((one: HTMLVideoElement) => one.readyState)).toBeGreaterThan(1);
  const early = await video(page).elementHandle();
  const seconds = await early?.evaluate((one: HTMLVideoElement) => one.currentTime);
  await expect.poll(() => count(asked, isPart)).toBe(2);
  const own = asked.map(path);
  expect(own.findIndex(isHub)).toBeLessThan(own.findIndex(isPart));
  letPartsGo();
  await expect(page.getByRole('button', { name: WORDS.back })).toBeVisible();
  expect(seconds).toBeGreaterThan(0);
  expect(await video(page).evaluate((element, other) => element === other, early)).toBe(true);
  expect(await early?.evaluate((one: HTMLVideoElement) => one.currentTime)).toBe(seconds);
  expect(count(asked, isClip)).toBe(0);
});

declare global {
  interface Window {
    seenSeconds: number[];
  }
}
