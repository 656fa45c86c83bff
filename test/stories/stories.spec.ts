import { expect } from '@playwright/test';

import { listEntries } from './story-index.js';
import { findViolations, test, type Setting } from './story-page.js';

const SETTINGS: readonly Setting[] = [
  { locale: 'ja', theme: 'light', width: 1280 },
  { locale: 'en', theme: 'dark', width: 1280 },
  { locale: 'ja', theme: 'light', width: 360 },
];

/** A story of a clip that cannot be loaded carries this tag: the browser itself puts the 404 on the console. */
const MISSING_FILES = 'missing-files';
const isMissingFile = (complaint: string) => complaint.includes('Failed to load resource');

const entries = listEntries();

test.describe('stories', () => {
  for (const entry of entries.filter(({ type }) => type === 'story')) {
    for (const setting of SETTINGS) {
      const { locale, theme, width } = setting;
      test(`${entry.title}: ${entry.name} (${locale}, ${theme}, ${width} px)`, async ({ stories }) => {
        await stories.visit(entry, setting);

        const violations = await findViolations(stories.page);
        const isWide = await stories.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        const mayMiss = entry.tags?.includes(MISSING_FILES) ?? false;

        expect(violations).toEqual([]);
        expect(isWide, 'is wider than the page').toBe(false);
        expect(stories.complaints().filter((one) => !(mayMiss && isMissingFile(one)))).toEqual([]);
      });
    }
  }
});

test.describe('pages', () => {
  for (const entry of entries.filter(({ type }) => type === 'docs')) {
    test(`${entry.title}: ${entry.name}`, async ({ stories }) => {
      await stories.visit(entry, { locale: 'ja', theme: 'light', width: 1280 });

      await expect(stories.page.locator('#storybook-docs')).not.toContainText('Unable to render');
      expect(stories.complaints().filter((one) => !isMissingFile(one))).toEqual([]);
    });
  }
});
