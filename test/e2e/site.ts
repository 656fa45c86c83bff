import { readFileSync } from 'node:fs';

import { expect, type APIRequestContext, type Page } from '@playwright/test';

import type { FollowupPlayerElement } from '../../src/index.js';
import { parseCsv } from '../domain/parse-csv.js';

/** What the player says, in Japanese, as viewers of the demo read it. */
export const WORDS = {
  unrecorded: /^記録せずに見る/,
  unnamed: /^名前を出さずに記録する/,
  named: /^名前を伝えて記録する/,
  decline: '答えたくない',
  answer: '回答する',
  back: '前の場面に戻る',
  read: 'テキストで読む',
  video: '動画で見る',
  goOn: '次へ進む',
  ended: 'ご視聴ありがとうございました',
} as const;

/** The token that the server of this run made for readers. */
export function readerToken(): string {
  return readFileSync('test-results/e2e-data/reader-token', 'utf8').trim();
}

/** A page, or a frame in one. */
type Shown = Pick<Page, 'getByRole' | 'locator'>;

/** Begins a viewing. */
export async function chooseRecording(page: Shown, choice: RegExp): Promise<void> {
  await page.getByRole('button', { name: choice }).click();
  await expect.poll(() => isRunning(page)).toBe(true);
}

/** Pictures are decoded and time goes on. */
export function isRunning(page: Shown): Promise<boolean> {
  return video(page).evaluate(
    (element: HTMLVideoElement) => !element.paused && element.currentTime > 0 && element.videoWidth > 0,
  );
}

/** The deck on air: the others are made ready behind it, out of sight. */
export const video = (page: Shown) => page.locator('followup-player video').filter({ visible: true }).last();

/** Jumps to the clip's last half second, as a viewer in a hurry would, and lets it run out. */
export async function runOut(page: Shown): Promise<void> {
  await expect.poll(() => isRunning(page)).toBe(true);
  const clip = await video(page).evaluate((element: HTMLVideoElement) => {
    element.currentTime = Math.max(0, element.duration - 0.5);
    return element.currentSrc;
  });
  const isOver = (element: HTMLVideoElement, src: string) => element.ended || element.currentSrc !== src;
  await expect.poll(() => video(page).evaluate(isOver, clip)).toBe(true);
}

/** One row of the file, by the words of its header. */
export type Row = Readonly<Record<string, string>>;

export function readRows(file: string): readonly Row[] {
  const [header = [], ...rows] = parseCsv(file.replace(/^\uFEFF/u, ''));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

/** The collector's file, as HR gets it. */
export async function fetchRows(request: APIRequestContext, filter = 'graph=asanagi'): Promise<readonly Row[]> {
  const response = await request.get(`/collector/reactions.csv?${filter}`, {
    headers: { authorization: `Bearer ${readerToken()}` },
  });
  expect(response.status()).toBe(200);
  return readRows(await response.text());
}

export interface HeardAnswer {
  readonly viewing?: string;
  readonly question: string;
  readonly from: string;
  readonly to: string;
  readonly options: readonly string[];
  readonly text: string;
  readonly declined: boolean;
}

declare global {
  interface Window {
    heardAnswers: HeardAnswer[];
  }
}

/** Keeps what the page hears of the player, to be held against what HR gets. */
export async function listenForAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.heardAnswers = [];
    document.addEventListener('followup-answer', ({ question, from, to, answer }) => {
      window.heardAnswers.push({
        question,
        from,
        to,
        options: answer.type === 'picked' ? answer.options : [],
        text: answer.type === 'written' ? answer.text : '',
        declined: answer.type === 'declined',
      });
    });
  });
}

export const heardAnswers = (page: Page): Promise<readonly HeardAnswer[]> => page.evaluate(() => window.heardAnswers);

/** What every line of the viewer's own log has. */
interface OwnEntry {
  readonly id: string;
  readonly viewing: string;
  readonly type: string;
}

/** What the viewer's own browser keeps of this viewing. */
export async function ownLog(page: Shown): Promise<readonly OwnEntry[]> {
  // Who comes back sees their picture before the player is there.
  await page.locator('followup-player followup-stage').waitFor({ state: 'attached' });
  const lines = await page
    .locator('followup-player')
    .evaluate((player: FollowupPlayerElement) => player.exportLog('jsonl'));
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OwnEntry);
}
