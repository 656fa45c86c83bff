import { createRequire } from 'node:module';

import { test as base, type Page } from '@playwright/test';
import type axe from 'axe-core';

import { serveFolder } from './serve.js';
import { BUILT, type Entry } from './story-index.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** How the page around a story is set. */
export interface Setting {
  readonly locale: 'ja' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** One page for all stories of a worker: a browser that is warm loads each in a fraction of a second. */
export interface StoryPage {
  readonly page: Page;
  /** What went wrong since the last visit: errors on the console, requests that left for elsewhere. */
  complaints(): readonly string[];
  visit(entry: Entry, setting: Setting): Promise<void>;
}

export const test = base.extend<object, { stories: StoryPage }>({
  stories: [
    async ({ browser }, use) => {
      const server = await serveFolder(BUILT);
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      await use(watch(page, server.origin));
      await context.close();
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** Lists the ways in which the story breaks the accessibility rules, in words that say where. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: AXE });
  // A story that draws itself anew takes away what the rules were just looking at. Then they look again.
  return (await page.evaluate(runRules)) ?? (await page.evaluate(runRules)) ?? ['does not stand still'];
}

/** Runs in the page. Undefined if the page changed meanwhile. */
async function runRules(): Promise<readonly string[] | undefined> {
  const { axe: rules } = window as unknown as { axe: typeof axe };
  try {
    // A story is a part of a page: that it lies in no landmark is no fault of its.
    const { violations } = await rules.run('#storybook-root', { rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    await new Promise((rested) => setTimeout(rested, 500));
    return undefined;
  }
}

function watch(page: Page, origin: string): StoryPage {
  let complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob|about):/.test(url) && !url.startsWith(origin)) complaints.push(`request to elsewhere: ${url}`);
  });
  return {
    page,
    complaints: () => complaints,
    visit: async ({ id, type }, { locale, theme, width }) => {
      // Left first, so that what the story before still does is not held against this one.
      await page.goto('about:blank');
      complaints = [];
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: theme });
      const globals = `locale:${locale};theme:${theme};a11y.manual:!true`;
      await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${type}&globals=${globals}`);
      await page.waitForFunction(isRendered);
    },
  };
}

/** Runs in the page: tells whether the story, its play function included, is done. */
function isRendered(): boolean {
  interface Preview {
    readonly currentRender?: { readonly phase?: string; readonly type?: string };
  }
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as { __STORYBOOK_PREVIEW__?: Preview };
  const { phase, type } = preview?.currentRender ?? {};
  if (type === 'docs' || type === 'mdx') return document.querySelector('#storybook-docs')?.textContent !== '';
  return phase === 'finished' || phase === 'completed' || phase === 'errored';
}
