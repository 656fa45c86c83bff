import { expect, test, type Page } from '@playwright/test';

import type { FollowupPlayerElement } from '../../src/index.js';
import { chooseRecording, fetchRows, isRunning, ownLog, runOut, WORDS } from './site.js';

const option = (page: Page, name: string) => page.getByRole('button', { name });
const retry = (page: Page) => option(page, 'もう一度試す');

/** Keeps what the player tells the page of its faults. */
async function listenForFaults(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const faults: string[] = [];
    Object.assign(window, { faults });
    document.addEventListener('followup-error', ({ error, problems }) => {
      faults.push([error.code, ...problems.map(({ code }) => code)].join(' '));
    });
  });
  return () => page.evaluate(() => (window as unknown as { faults: string[] }).faults);
}

test.describe('a graph that cannot be played', () => {
  const BAD: readonly (readonly [string, string, number, string])[] = [
    ['is not JSON', '{ "format": 1,', 200, 'graph-not-json not-json'],
    ['is not there', 'gone', 404, 'graph-not-found'],
    ['is of an unknown format', '{ "format": 7 }', 200, 'unknown-format'],
    ['is of a wrong shape', '[1, 2, 3]', 200, 'wrong-shape'],
  ];
  for (const [what, body, status, code] of BAD) {
    test(`${what}: a kind sentence for the viewer, the problems for the page`, async ({ page }) => {
      const faults = await listenForFaults(page);
      await page.route('**/graphs/asanagi.ja.json', (route) => route.fulfill({ status, body }));

      await page.goto('/plain.html');

      await expect(page.getByText('動画を表示できませんでした')).toBeVisible();
      await expect.poll(async () => (await faults()).join('; ')).toContain(code);

      await page.unroute('**/graphs/asanagi.ja.json');
      await retry(page).click();
      await expect(option(page, '記録せずに見る')).toBeVisible();
    });
  }

  test('leaves the last good graph and the viewer’s place alone', async ({ page }) => {
    await page.goto('/plain.html');
    await chooseRecording(page, WORDS.unrecorded);
    await runOut(page);

    await page.locator('followup-player').evaluate((player: FollowupPlayerElement) => {
      player.src = './graphs/not-there.json';
    });

    await expect(page.getByText('知りたいことから、どうぞ').last()).toBeVisible();
    await expect.poll(() => isRunning(page)).toBe(true);
  });
});

test.describe('a clip that cannot be played', () => {
  test('is not there: the viewer reads on by text, in the same place', async ({ page }) => {
    const faults = await listenForFaults(page);
    await page.route('**/media/people.mp4', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.goto('/plain.html');
    await chooseRecording(page, WORDS.unnamed);
    await runOut(page);
    await runOut(page);

    await option(page, '人間関係・社風').click();
    await expect(page.getByRole('heading', { name: '動画を再生できませんでした' })).toBeVisible();
    await expect.poll(async () => (await faults()).join()).toContain('clip-not-found');
    await option(page, WORDS.read).first().click();

    await expect(option(page, '困ったときに聞ける相手のこと')).toBeVisible();
    expect((await ownLog(page)).length).toBeGreaterThan(4);
  });

  test('is broken, and comes back: one press plays it', async ({ page }) => {
    const faults = await listenForFaults(page);
    await page.route('**/media/hub.mp4', (route) =>
      route.fulfill({ status: 200, contentType: 'video/mp4', body: 'this is no film'.repeat(2_000) }),
    );
    await page.goto('/plain.html');
    await chooseRecording(page, WORDS.unrecorded);
    await runOut(page);
    await expect(retry(page)).toBeVisible();
    await expect.poll(async () => (await faults()).join()).toContain('clip-');

    await page.unroute('**/media/hub.mp4');
    await retry(page).click();

    await expect.poll(() => isRunning(page)).toBe(true);
    await runOut(page);
    await expect(option(page, 'キャリア')).toBeVisible();
  });
});

test.describe('a browser that keeps nothing', () => {
  test('plays on, and the log goes out from memory', async ({ page, request }) => {
    const faults = await listenForFaults(page);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Storage is off in this mode.', 'InvalidStateError');
      };
    });
    await page.goto('/plain.html');

    await chooseRecording(page, WORDS.unnamed);
    await runOut(page);

    await expect(page.getByText('知りたいことから、どうぞ').last()).toBeVisible();
    const log = await ownLog(page);
    await expect
      .poll(async () => (await fetchRows(request)).map((row) => row['反応ID']))
      .toEqual(expect.arrayContaining(log.map(({ id }) => id)));
    expect((await faults()).filter((code) => code.startsWith('storage-'))).toHaveLength(1);
  });
});

test.describe('a collector that does not take anything', () => {
  const BAD: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['is away', (page) => page.route('**/collector/reactions', (route) => route.abort('connectionrefused'))],
    ['answers 503', (page) => page.route('**/collector/reactions', (route) => route.fulfill({ status: 503 }))],
    [
      'answers rubbish',
      (page) => page.route('**/collector/reactions', (route) => route.fulfill({ status: 200, body: '<html>welcome' })),
    ],
  ];
  for (const [what, breakIt] of BAD) {
    test(`${what}: nothing is lost, nobody is hammered, and it arrives later`, async ({ page, request }) => {
      let requests = 0;
      page.on('request', (sent) => {
        if (sent.url().endsWith('/collector/reactions')) requests += 1;
      });
      await breakIt(page);
      await page.goto('/plain.html');
      await chooseRecording(page, WORDS.unnamed);
      await runOut(page);
      await expect(page.getByText('知りたいことから、どうぞ').last()).toBeVisible();
      const log = await ownLog(page);
      expect(requests).toBeLessThan(12);

      await page.unroute('**/collector/reactions');
      await page.reload();

      await expect
        .poll(async () => (await fetchRows(request)).map((row) => row['反応ID']), { timeout: 30_000 })
        .toEqual(expect.arrayContaining(log.map(({ id }) => id)));
      const mine = (await fetchRows(request)).filter((row) => row['視聴ID'] === log[0]?.viewing);
      expect(new Set(mine.map((row) => row['反応ID'])).size).toBe(mine.length);
    });
  }
});
