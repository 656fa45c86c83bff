import { readFile } from 'node:fs/promises';

import { expect, test, type Page } from '@playwright/test';

import type { FollowupPlayerElement } from '../../src/index.js';
import {
  chooseRecording,
  fetchRows,
  heardAnswers,
  listenForAnswers,
  ownLog,
  readerToken,
  readRows,
  runOut,
  video,
  WORDS,
  type Row,
} from './site.js';

const sceneTitle = (page: Page) => page.getByRole('group', { name: '動画の操作' }).locator('[part=title]');
const option = (page: Page, name: string) => page.getByRole('button', { name });

test('a viewer is led by their answers, and HR downloads the very answers', async ({ page, request }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await listenForAnswers(page);
  await page.goto('/');

  await chooseRecording(page, WORDS.unnamed);
  await runOut(page);
  await expect(sceneTitle(page)).toHaveText('知りたいことから、どうぞ');
  await runOut(page);
  await option(page, '人間関係・社風').click();
  await runOut(page);
  await option(page, '困ったときに聞ける相手のこと').click();
  await runOut(page);
  await option(page, '解消した').click();
  // Back in the hub: its question at once, with what was seen marked.
  await expect(option(page, '人間関係・社風')).toContainText('視聴済み');
  await option(page, '次へ進む').click();
  await runOut(page);
  await page
    .getByRole('radio', { name: '5 かなりある' })
    .or(page.getByRole('radio', { name: 'かなりある' }))
    .first()
    .check();
  await option(page, WORDS.answer).click();
  await page.getByRole('checkbox', { name: '休日・給与・勤務地などの条件' }).check();
  await option(page, WORDS.answer).click();
  await runOut(page);
  await page.getByRole('textbox').fill('=HYPERLINK("https://example.com","研修") は、ありますか。\n二行目です。');
  await option(page, WORDS.answer).click();
  await runOut(page);
  await expect(page.getByRole('link', { name: '年の近い先輩と15分話す' })).toBeVisible();

  const heard = await heardAnswers(page);
  expect(heard.map(({ question }) => question)).toEqual([
    'first-topic',
    'people-more',
    'people-settled',
    'first-topic',
    expect.any(String),
    expect.any(String),
    expect.any(String),
  ]);

  const answered = (rows: readonly Row[]) => rows.filter((row) => row['種別'] === 'answered');
  const [first] = await ownLog(page);
  const mine = (rows: readonly Row[]) => answered(rows).filter((row) => row['視聴ID'] === first?.viewing);
  await expect.poll(async () => mine(await fetchRows(request)).length).toBe(heard.length);
  expect(mine(await fetchRows(request)).map(asHeard)).toEqual(heard.map(({ declined: _, ...answer }) => answer));

  // The same, as HR does it: by the page and its download button.
  await page.goto(`/hr/#token=${readerToken()}`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  expect(file.startsWith('\uFEFF')).toBe(true);
  expect(mine(readRows(file)).map(asHeard)).toEqual(heard.map(({ declined: _, ...answer }) => answer));
  expect(file).toContain(`"'=HYPERLINK(""https://example.com"",""研修"") は、ありますか。`);
  expect(errors).toEqual([]);
});

function asHeard(row: Row) {
  return {
    question: row['質問ID'],
    from: row['シーンID'],
    to: row['移動先ID'],
    options: row['選択肢ID'] ? row['選択肢ID'].split(' ') : [],
    // A cell that begins like a formula is defused by an apostrophe.
    text: (row['自由記述'] ?? '').replace(/^'(?==)/, ''),
  };
}

test('a viewer who is not recorded leaves nothing in the browser, and neither sends nor asks the collector anything', async ({
  page,
  context,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    const asks = request.method() !== 'GET' || new URL(request.url()).pathname.startsWith('/collector');
    if (asks) sent.push(`${request.method()} ${request.url()}`);
  });
  await page.goto('/');

  await chooseRecording(page, WORDS.unrecorded);
  await runOut(page);
  await runOut(page);
  await option(page, 'キャリア').click();
  await runOut(page);
  await option(page, WORDS.decline).click();
  await page.reload();

  await expect(option(page, '記録せずに見る')).toBeVisible();
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ databases: [], local: [], session: [], caches: [], cookies: '' });
  expect(await context.cookies()).toEqual([]);
  expect(sent).toEqual([]);
});

test('a recorded viewing goes on after a reload where it was', async ({ page, request }) => {
  await page.goto('/');
  await chooseRecording(page, WORDS.unnamed);
  await runOut(page);
  await runOut(page);
  await option(page, '人間関係・社風').click();
  await expect(sceneTitle(page)).toHaveText('顔と名前が分かる、42人');

  await page.reload();

  await expect(sceneTitle(page)).toHaveText('顔と名前が分かる、42人');
  await page.getByRole('button', { name: '再生', exact: true }).first().click();
  await runOut(page);
  await expect(option(page, '困ったときに聞ける相手のこと')).toBeVisible();
  const log = await ownLog(page);
  const mine = async () => (await fetchRows(request)).filter((row) => row['視聴ID'] === log[0]?.viewing);
  await expect
    .poll(async () => (await mine()).map((row) => row['反応ID']))
    .toEqual(expect.arrayContaining(log.map(({ id }) => id)));
  const rows = await mine();
  expect(new Set(rows.map((row) => row['順番'])).size).toBe(rows.length);
  expect(rows.map((row) => Number(row['順番']))).toEqual(rows.map((row) => Number(row['順番'])).sort((a, b) => a - b));
  expect(rows.filter((row) => row['種別'] === 'left')).toHaveLength(1);
});

test('the whole graph can be read as text, without a clip', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: WORDS.unrecorded }).click();
  await page.getByRole('button', { name: WORDS.read }).first().click();

  await option(page, WORDS.goOn).click();
  await option(page, '次へ進む').click();
  await option(page, WORDS.goOn).click();
  await page.getByRole('radio', { name: 'まったくない' }).check();
  await option(page, WORDS.answer).click();
  await option(page, WORDS.decline).click();

  await expect(page.getByText('最後までありがとうございました。')).toBeVisible();
});

test('a name goes only with a viewing whose viewer gave it', async ({ page, request }) => {
  await page.goto('/');
  await page.locator('followup-player').evaluate((player: FollowupPlayerElement) => {
    player.viewer = { name: '試験 花子', reference: 'A-17' };
  });
  await chooseRecording(page, WORDS.named);
  await expect
    .poll(async () => (await fetchRows(request)).filter((row) => row['氏名'] === '試験 花子').length)
    .toBeGreaterThan(0);

  const named = (await fetchRows(request)).filter((row) => row['氏名'] !== '');
  expect(new Set(named.map((row) => row['視聴ID'])).size).toBe(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the video is in sight as soon as the notice was answered, and the question when it is asked', async ({
    page,
  }) => {
    await page.goto('/');
    await chooseRecording(page, WORDS.unrecorded);
    await expect(video(page)).toBeInViewport({ ratio: 0.9 });

    await runOut(page);
    await runOut(page);
    await expect(page.getByRole('heading', { name: 'どの話からご覧になりますか。' })).toBeInViewport({ ratio: 1 });
    await option(page, 'キャリア').click();
    await expect(video(page)).toBeInViewport({ ratio: 0.9 });
  });
});
