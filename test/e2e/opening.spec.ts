import { expect, test, type Page } from '@playwright/test';

import { chooseRecording, WORDS } from './site.js';

const BROKEN = '動画を表示できませんでした';
const PREPARING = '動画を準備しています';
const RETRY = 'もう一度試す';
const BODY = /\/lib\/followup-player-body-[\w-]+\.js/;
const GRAPH = /\/graphs\/asanagi\.ja\.json$/;

const EN_TITLE = 'Asanagi Keiki: for those with an offer';

const notice = (page: Page) => page.getByRole('button', { name: WORDS.unrecorded });

/** Keeps the codes that the page is told, and what nobody caught. */
async function hearErrors(page: Page): Promise<{ codes(): Promise<string[]>; uncaught: string[] }> {
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(error.message));
  await page.addInitScript(() => {
    window.heardCodes = [];
    document.addEventListener('followup-error', ({ error }) => window.heardCodes.push(error.code));
  });
  return { codes: () => page.evaluate(() => window.heardCodes), uncaught };
}

for (const [what, fail] of [
  ['is not there', { status: 404, body: '' }],
  ['cannot be reached', undefined],
] as const) {
  test(`where a file of the player ${what}, viewers are told, the page lives, and another try works`, async ({
    page,
  }) => {
    const heard = await hearErrors(page);
    await page.route(BODY, (route) => (fail ? route.fulfill(fail) : route.abort('internetdisconnected')));
    await page.goto('/plain.html');
    await expect(page.getByText(BROKEN)).toBeVisible();
    const codes = await heard.codes();

    await page.unroute(BODY);
    await page.getByRole('button', { name: RETRY }).click();

    await chooseRecording(page, WORDS.unrecorded);
    expect(codes).toEqual(['player-unavailable']);
    expect(heard.uncaught).toEqual([]);
  });
}

test('a graph that cannot be reached can be asked for again', async ({ page }) => {
  const heard = await hearErrors(page);
  await page.route(GRAPH, (route) => route.abort('internetdisconnected'));
  await page.goto('/plain.html');
  await expect(page.getByText(BROKEN)).toBeVisible();
  await page.unroute(GRAPH);

  await page.getByRole('button', { name: RETRY }).click();

  await expect(notice(page)).toBeVisible();
  expect(await heard.codes()).toEqual(['graph-not-found']);
  expect(heard.uncaught).toEqual([]);
});

test('a graph that comes late is waited for in its room', async ({ page }) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(GRAPH, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/plain.html');
  await expect(page.getByText(PREPARING)).toBeVisible();
  const before = await page.locator('followup-player').boundingBox();

  letGo();

  await expect(notice(page)).toBeVisible();
  const after = await page.locator('followup-player').boundingBox();
  expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThan(8);
});

test('two players stand in one page, with one copy of the code', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.route('**/plain.html', async (route) => {
    const response = await route.fetch();
    const tag = /<followup-player [^>]*><\/followup-player>/;
    const body = (await response.text()).replace(tag, (one) => one + one.replace('.ja.json', '.en.json'));
    await route.fulfill({ response, body });
  });
  await page.goto('/plain.html');

  const [one, two] = [page.locator('followup-player').first(), page.locator('followup-player').last()];
  await expect(one.getByRole('button', { name: WORDS.unrecorded })).toBeVisible();
  await expect(two.getByRole('button', { name: WORDS.unrecorded })).toBeVisible();
  await two.getByRole('button', { name: WORDS.unrecorded }).click();

  await expect(two.getByRole('button', { name: WORDS.unrecorded })).toBeHidden();
  await expect(one.getByRole('button', { name: WORDS.unrecorded })).toBeVisible();
  expect(scripts).toHaveLength(3);
});

test('an address that is changed while the player opens is the one that opens', async ({ page }) => {
  await page.addInitScript(() => {
    window.readyCount = 0;
    document.addEventListener('followup-ready', () => (window.readyCount += 1));
  });
  await page.route(BODY, async (route) => {
    await page.locator('followup-player').evaluate((player) => player.setAttribute('src', './graphs/asanagi.en.json'));
    await route.continue();
  });

  await page.goto('/plain.html');

  await expect(notice(page)).toBeVisible();
  await expect(page.getByRole('region', { name: EN_TITLE })).toBeVisible();
  expect(await page.evaluate(() => window.readyCount)).toBe(1);
});

declare global {
  interface Window {
    heardCodes: string[];
    readyCount: number;
  }
}
