import { expect, test, type Page } from '@playwright/test';

import { chooseRecording, fetchRows, ownLog, runOut, WORDS } from './site.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Two answers in, with the panel open. */
async function openPanel(page: Page): Promise<string> {
  await page.goto('/');
  await chooseRecording(page, WORDS.unnamed);
  await runOut(page);
  await runOut(page);
  await button(page, '人間関係・社風').click();
  const [first] = await ownLog(page);
  await button(page, '記録の確認・変更').click();
  await expect(page.getByText('現在、名前を出さずに記録しています。')).toBeVisible();
  return first?.viewing ?? '';
}

test('a viewer deletes everything while the collector is away, and it is carried out after a reload', async ({
  page,
  request,
}) => {
  const viewing = await openPanel(page);
  const mine = async () => (await fetchRows(request)).filter((row) => row['視聴ID'] === viewing);
  await expect.poll(async () => (await mine()).length).toBeGreaterThan(3);
  await page.route('**/collector/withdrawals', (route) => route.abort('connectionrefused'));

  await button(page, 'すべて削除する').click();

  await expect(page.getByText('通信できしだい自動で削除されます')).toBeVisible();
  expect(await ownLog(page).catch(() => [])).toEqual([]);
  expect((await mine()).length).toBeGreaterThan(3);

  await page.unroute('**/collector/withdrawals');
  await page.reload();
  await expect.poll(async () => (await mine()).length, { timeout: 30_000 }).toBe(0);
});

test('a viewer deletes one answer, and the collector keeps the others', async ({ page, request }) => {
  const viewing = await openPanel(page);
  const answers = async () =>
    (await fetchRows(request)).filter((row) => row['視聴ID'] === viewing && row['種別'] === 'answered');
  await expect.poll(async () => (await answers()).length).toBe(1);

  await button(page, /回答を削除する/).click();

  await expect.poll(async () => (await answers()).length).toBe(0);
  const rest = (await fetchRows(request)).filter((row) => row['視聴ID'] === viewing);
  expect(rest.length).toBeGreaterThan(2);
});

test('a code deletes from another device', async ({ page, browser, request }) => {
  const viewing = await openPanel(page);
  const mine = async () => (await fetchRows(request)).filter((row) => row['視聴ID'] === viewing);
  await expect.poll(async () => (await mine()).length).toBeGreaterThan(3);
  const code = await page.locator('followup-record code').textContent();

  const other = await browser.newPage({ locale: 'ja-JP' });
  await other.goto('/');
  await chooseRecording(other, WORDS.unrecorded);
  await button(other, '記録の確認・変更').click();
  await other.getByText('ほかの端末の記録を削除する').click();
  await other.getByLabel(/削除コード/).fill(code?.toLowerCase() ?? '');
  await button(other, 'この記録を削除する').click();

  await expect.poll(async () => (await mine()).length).toBe(0);
  await other.close();
});
