import { readdirSync, readFileSync } from 'node:fs';

import { expect, test, type BrowserContext, type Page } from '@playwright/test';

import { chooseRecording, ownLog, runOut, WORDS } from './site.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Everything in which a page can keep something. */
async function readStorages(page: Page, context: BrowserContext) {
  const kept = await page.evaluate(async () => {
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      files,
    };
  });
  return { ...kept, cookies: await context.cookies() };
}

const NOTHING = { databases: [], local: [], session: [], caches: [], workers: 0, files: [], cookies: [] };

test('recording off means off: nothing is kept and nobody is told, with every panel opened', async ({
  page,
  context,
  baseURL,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const isFile = request.method() === 'GET' && origin === baseURL && !pathname.startsWith('/collector');
    if (!isFile) asked.push(`${request.method()} ${request.url()}`);
  });
  await page.goto('/');
  await chooseRecording(page, WORDS.unrecorded);
  await runOut(page);
  await runOut(page);
  await button(page, 'キャリア').click();
  await button(page, '記録の確認・変更').click();
  await expect(page.getByText('現在、記録していません。')).toBeVisible();
  await button(page, '閉じる').click();
  await button(page, '会社に質問する').click();
  await button(page, '閉じる').click();
  await page.reload();

  await expect(button(page, WORDS.unrecorded)).toBeVisible();
  expect(await readStorages(page, context)).toEqual(NOTHING);
  expect(asked).toEqual([]);
});

test('unnamed means unnamed: the store holds no name, address or browser, and no two viewings share a number', async ({
  browser,
}) => {
  const context = await browser.newContext({ userAgent: 'Watched-Browser/7.0', locale: 'ja-JP' });
  const viewings: string[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const page = await context.newPage();
    await page.goto('/');
    await chooseRecording(page, WORDS.unnamed);
    await runOut(page);
    viewings.push((await ownLog(page)).at(-1)?.viewing ?? '');
    await button(page, '記録の確認・変更').click();
    await button(page, '記録をやめる').click();
    await expect(page.getByText('現在、記録していません。')).toBeVisible();
    await page.close();
  }
  await context.close();

  const bytes = readdirSync('test-results/e2e-data')
    .filter((name) => /\.db(-wal)?$/.test(name))
    .map((name) => readFileSync(`test-results/e2e-data/${name}`, 'latin1'))
    .join('');
  expect(new Set(viewings).size).toBe(2);
  for (const viewing of viewings) expect(bytes).toContain(viewing);
  expect(bytes).not.toContain('Watched-Browser');
  expect(bytes).not.toContain('127.0.0.1');
});
