import { expect, test, type Page } from '@playwright/test';

import type { Clip } from '../../src/domain/scene.js';
import { aGraph } from '../fixtures.js';
import {
  asType,
  cutAfter,
  openFaultyLine,
  silentAfter,
  trickleAfter,
  whole,
  withoutCors,
  withoutRanges,
  withStatus,
  type Answer,
  type FaultyLine,
} from './faulty-line.js';
import { ownLog, video, WORDS } from './site.js';

/** Four seconds of it, of which Chromium plays two and a half from its first 70 000 bytes. */
const FILM = '/clips/noise.mp4';
const SOME_BYTES = 70_000;

let line: FaultyLine;

test.afterEach(async () => {
  await line.close();
});

const FAILED = '動画を再生できませんでした';
const stage = (page: Page) => page.locator('followup-player section.player');
const option = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const isIn = (page: Page, life: string) =>
  expect(stage(page)).toHaveClass(new RegExp(`\\b${life}\\b`), { timeout: 20_000 });
const seconds = (page: Page) => video(page).evaluate((element: HTMLVideoElement) => element.currentTime);

interface Wish {
  readonly film?: Answer;
  readonly captions?: Answer;
  readonly clip?: (elsewhere: string) => Clip;
}

/** A viewer who was asked one question, and whose answer leads to the film. */
async function chooseFilm(page: Page, { film, captions, clip }: Wish): Promise<void> {
  line = await openFaultyLine((elsewhere) =>
    aGraph({
      language: 'ja',
      title: '会社紹介',
      branches: { ask: ['film', 'end'], film: ['after'], after: ['end'], end: [] },
      scenes: {
        ask: { clip: undefined, title: '知りたいこと' },
        film: {
          clip: clip?.(elsewhere) ?? aFilm(),
          title: '職場の一日',
          text: '朝は、全員で机を拭くところから始まります。',
        },
        after: { clip: { sources: [{ src: '/clips/two-seconds.mp4' }] }, title: 'そのあと' },
        end: { clip: undefined },
      },
    }),
  );
  line.answer(FILM, film);
  line.answer('/clips/captions.ja.vtt', captions);
  await page.goto(line.page);
  await option(page, WORDS.unnamed).click();
  await option(page, 'film').click();
}

const aFilm = (host = '', captions: Clip['captions'] = []): Clip => ({
  sources: [{ src: `${host}${FILM}` }],
  captions,
});

const captionsAt = (host: string): Clip['captions'] => [
  { src: `${host}/clips/captions.ja.vtt`, language: 'ja', label: '日本語' },
];

/** What a fault may not touch: the way taken, and what was said on it. */
async function keepsPlace(page: Page): Promise<void> {
  const types = (await ownLog(page)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['notice-answered', 'scene-entered', 'question-shown', 'answered']));
  await expect(page.getByText('職場の一日').first()).toBeVisible();
}

async function playsOn(page: Page): Promise<void> {
  await isIn(page, 'playing');
  await expect.poll(() => seconds(page)).toBeGreaterThan(0.1);
}

async function runsOut(page: Page): Promise<void> {
  await expect(page.getByText('そのあと').first()).toBeVisible({ timeout: 20_000 });
}

/** The calm card, and both ways on from it. */
async function failsCalmly(page: Page): Promise<void> {
  await isIn(page, 'failed');
  await expect(page.getByRole('heading', { name: FAILED })).toBeVisible();
  await expect(option(page, WORDS.read).first()).toBeVisible();
  await keepsPlace(page);
}

async function retries(page: Page, mended: Answer | undefined = whole): Promise<void> {
  line.answer(FILM, mended);
  await option(page, 'もう一度試す').click();
  await playsOn(page);
}

test.describe('a server that answers oddly, and from which a clip plays all the same', () => {
  const ODD: readonly (readonly [string, Answer])[] = [
    ['calls it text/plain', asType('text/plain')],
    ['calls it application/octet-stream', asType('application/octet-stream')],
    ['calls it text/plain and forbids to guess', asType('text/plain', { 'x-content-type-options': 'nosniff' })],
  ];
  for (const [what, film] of ODD) {
    test(what, async ({ page }) => {
      await chooseFilm(page, { film });

      await playsOn(page);
      await keepsPlace(page);
    });
  }

  test('knows no ranges: the clip plays, and a jump leaves the viewing whole', async ({ page }) => {
    await chooseFilm(page, { film: withoutRanges });
    await playsOn(page);

    await video(page).evaluate((element: HTMLVideoElement) => {
      element.currentTime = 3;
    });

    await playsOn(page);
    await runsOut(page);
  });
});

test.describe('another origin', () => {
  test('without CORS gives a clip that has no captions there', async ({ page }) => {
    await chooseFilm(page, { film: withoutCors, clip: (elsewhere) => aFilm(elsewhere, captionsAt('')) });

    await playsOn(page);
    await expect.poll(() => shownCaptions(page)).toEqual(['ようこそ。']);
  });

  test('without CORS gives the clip without its captions', async ({ page }) => {
    await chooseFilm(page, {
      film: withoutCors,
      captions: withoutCors,
      clip: (elsewhere) => aFilm(elsewhere, captionsAt(elsewhere)),
    });

    await playsOn(page);
    await runsOut(page);
  });

  test('without CORS for the captions alone gives the clip', async ({ page }) => {
    await chooseFilm(page, { captions: withoutCors, clip: (elsewhere) => aFilm(elsewhere, captionsAt(elsewhere)) });

    await playsOn(page);
    await runsOut(page);
  });

  test('with CORS gives both', async ({ page }) => {
    await chooseFilm(page, { clip: (elsewhere) => aFilm(elsewhere, captionsAt(elsewhere)) });

    await playsOn(page);
    await expect.poll(() => shownCaptions(page)).toEqual(['ようこそ。']);
  });

  test('that forbids to guess, with a wrong type, fails calmly', async ({ page }) => {
    await chooseFilm(page, {
      film: asType('text/plain', { 'x-content-type-options': 'nosniff' }),
      clip: (elsewhere) => aFilm(elsewhere),
    });

    await failsCalmly(page);
  });
});

test.describe('a server that gives nothing', () => {
  for (const status of [404, 500, 503]) {
    test(`answers ${status}: the clip fails calmly, and plays after a retry`, async ({ page }) => {
      await chooseFilm(page, { film: withStatus(status) });

      await failsCalmly(page);
      // Nobody waits for it now, so nobody asks for it. That nothing comes is seen only by looking on for a while.
      const asked = line.requests.length;
      await page.waitForTimeout(500);
      expect(line.requests.length).toBe(asked);
      await retries(page);
    });
  }

  test('fails again at a retry that comes too early, and plays at a later one', async ({ page }) => {
    await chooseFilm(page, { film: withStatus(503) });
    await failsCalmly(page);

    await option(page, 'もう一度試す').click();
    await failsCalmly(page);

    await retries(page);
  });
});

test.describe('a line that breaks in the middle', () => {
  test('and stays broken: the clip fails where it stood, and goes on from there', async ({ page }) => {
    await page.clock.install();
    await chooseFilm(page, { film: cutAfter(SOME_BYTES) });
    await isIn(page, 'stalled');

    // The browser tries again and again by itself.
    await page.clock.runFor(31_000);
    await failsCalmly(page);
    const stood = await seconds(page);
    expect(stood).toBeGreaterThan(1);

    await retries(page);
    expect(await seconds(page)).toBeGreaterThan(stood - 0.5);
    await runsOut(page);
  });

  test('and answers 503 from then on: the same', async ({ page }) => {
    await chooseFilm(page, { film: cutAfter(SOME_BYTES) });
    await playsOn(page);
    line.answer(FILM, withStatus(503));

    await failsCalmly(page);
    const stood = await seconds(page);

    await retries(page);
    expect(await seconds(page)).toBeGreaterThan(stood - 0.5);
  });

  test('and is whole again at once: the viewer hardly notices', async ({ page }) => {
    await chooseFilm(page, { film: cutAfter(SOME_BYTES) });
    await playsOn(page);
    line.answer(FILM);

    await runsOut(page);
  });
});

test.describe('a line on which nothing more comes', () => {
  /** How long the player waits for it. */
  const SILENT: readonly (readonly [string, (bytes: number) => Answer, number])[] = [
    ['is silent', silentAfter, 31_000],
    ['brings one byte a second', trickleAfter, 121_000],
  ];
  for (const [what, answerAfter, limitMs] of SILENT) {
    test(`${what}: the player waits, then fails calmly, and goes on after a retry`, async ({ page }) => {
      await page.clock.install();
      await chooseFilm(page, { film: answerAfter(SOME_BYTES) });

      await isIn(page, 'stalled');
      await expect(page.getByText('通信の回復を待っています')).toBeVisible();
      const stood = await seconds(page);
      await page.clock.runFor(limitMs);
      await failsCalmly(page);

      await retries(page);
      expect(await seconds(page)).toBeGreaterThan(stood - 0.5);
    });

    test(`${what} from the beginning: the player loads, then fails calmly`, async ({ page }) => {
      await page.clock.install();
      await chooseFilm(page, { film: answerAfter(0) });

      await isIn(page, 'loading');
      await expect(page.getByText('読み込んでいます')).toBeVisible();
      await expect(option(page, WORDS.read).first()).toBeEnabled();
      await page.clock.runFor(limitMs);

      await failsCalmly(page);
      await retries(page);
    });
  }

  test('and the viewer reads on by text, in the same place', async ({ page }) => {
    await chooseFilm(page, { film: silentAfter(SOME_BYTES) });
    await isIn(page, 'stalled');

    await option(page, WORDS.read).first().click();

    await expect(page.getByText('朝は、全員で机を拭くところから始まります。')).toBeVisible();
    await option(page, WORDS.goOn).click();
    await expect(page.getByText('そのあと').first()).toBeVisible();
  });
});

/** The words on the picture. */
function shownCaptions(page: Page): Promise<readonly string[]> {
  return video(page).evaluate((element: HTMLVideoElement) =>
    [...element.textTracks]
      .filter(({ mode }) => mode === 'showing')
      .flatMap(({ cues }) => [...(cues ?? [])].map((cue) => (cue as VTTCue).text)),
  );
}
