import { expect, fixture, html } from '@open-wc/testing';

import { DATA_PAGE_CSS, writeDataPage } from '../../src/domain/data-page.js';

describe('the page of what is sent to whom', () => {
  for (const language of ['ja', 'en'] as const) {
    it(`lets a finger choose the other language (${language})`, async () => {
      const page = writeDataPage({ language, other: 'data' }).replace(/<link rel="stylesheet"[^>]*>/, () => {
        return `<style>${DATA_PAGE_CSS}</style>`;
      });
      const frame = await fixture<HTMLIFrameElement>(html`<iframe width="360" title="page" srcdoc=${page}></iframe>`);
      await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));

      const link = frame.contentDocument?.querySelector('.other a')?.getBoundingClientRect();

      expect(link?.height).to.be.at.least(44);
    });
  }
});
