import { expect, test, type Page } from '@playwright/test';

import { readerToken } from './site.js';

const TITLE = '閲覧用トークンの入力';
const field = (page: Page) => page.getByLabel('閲覧用トークン', { exact: true });

test('an HR reader signs in once, stays in over a reload, and leaves nothing behind that a script can read', async ({
  page,
  context,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto('/hr/');
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();

  await field(page).fill(readerToken());
  await page.getByRole('button', { name: 'レポートを開く' }).click();
  await expect(page.getByRole('button', { name: 'レポートを閉じる' })).toBeVisible();

  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/collector', expires: -1 });
  const readable = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
  expect(readable).toEqual(['', 0, 0]);

  await page.reload();
  await expect(page.getByRole('button', { name: 'レポートを閉じる' })).toBeVisible();

  await page.getByRole('button', { name: 'レポートを閉じる' }).click();
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect.poll(async () => (await context.cookies()).length).toBe(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  expect(errors).toEqual([]);
});

test('a wrong token opens nothing, and the page says so', async ({ page, context }) => {
  await page.goto('/hr/');
  await field(page).fill('a-guess');
  await page.getByRole('button', { name: 'レポートを開く' }).click();

  await expect(page.getByText('このトークンでは開けませんでした')).toBeVisible();
  await expect(field(page)).toBeFocused();
  expect(await context.cookies()).toEqual([]);
});
