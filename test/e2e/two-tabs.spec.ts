import { expect, test, type Page } from '@playwright/test';

import { chooseRecording, fetchRows, ownLog, runOut, video, WORDS } from './site.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('what a viewer deletes in one tab is not recorded on in another, and stays deleted', async ({
  page,
  context,
  request,
}) => {
  await page.goto('/');
  await chooseRecording(page, WORDS.unnamed);
  await runOut(page);
  await expect.poll(() => video(page).evaluate((one: HTMLVideoElement) => one.currentSrc)).toContain('hub');
  const [first] = await ownLog(page);
  const mine = async () => (await fetchRows(request)).filter((row) => row['視聴ID'] === first?.viewing);
  await expect.poll(async () => (await mine()).length).toBeGreaterThan(2);
  const other = await context.newPage();
  await other.goto('/');
  await expect.poll(() => video(other).evaluate((one: HTMLVideoElement) => one.currentSrc)).toContain('hub');

  await page.bringToFront();
  await button(page, '記録の確認・変更').click();
  await button(page, 'すべて削除する').click();
  await expect.poll(async () => (await mine()).length).toBe(0);

  await other.bringToFront();
  await button(other, '記録の確認・変更').click();
  await expect(other.getByText('現在、記録していません。')).toBeVisible();
  await button(other, '閉じる').click();
  await button(other, WORDS.back).click();
  expect(await ownLog(other).catch(() => [])).toEqual([]);
  await other.reload();
  await expect(button(other, WORDS.unrecorded)).toBeVisible();
  expect(await mine()).toEqual([]);
});
