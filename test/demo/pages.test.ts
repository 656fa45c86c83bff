import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const DEMO = new URL('../../demo/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, DEMO), 'utf8');
const pages = ['', 'en/'].flatMap((folder) =>
  readdirSync(new URL(folder || '.', DEMO)).flatMap((name) => (name.endsWith('.html') ? [`${folder}${name}`] : [])),
);

/** What is only there once the collector serves the site. */
const SERVED = /^\/(?:hr|lib|collector)\//;

function listAddresses(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
}

/** Where an address of a page lies: beside the page, or in the public folder. */
function isThere(page: string, address: string): boolean {
  if (/^(?:#|mailto:)/.test(address) || SERVED.test(address)) return true;
  const { pathname } = new URL(address, `http://demo.test/${page}`);
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  return [`.${path}`, `public${path}`].some((place) => existsSync(fileURLToPath(new URL(place, DEMO))));
}

describe.each(pages)('the demo page %s', (page) => {
  const html = read(page);

  it('says that the company is fictitious', () => {
    expect(html).toMatch(page.startsWith('en/') ? /fictitious company/ : /架空の会社です/);
  });

  it('forbids itself everything from elsewhere, and all script and style in the page', () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';

    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('has no script or style of its own inside', () => {
    expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)/);
  });

  it('points only to what is there', () => {
    const dead = listAddresses(html).filter((address) => !isThere(page, address));

    expect(dead).toEqual([]);
  });
});

describe('the twelve lines', () => {
  const plain = read('public/plain.html').trimEnd();

  it('are twelve', () => {
    expect(plain.split('\n')).toHaveLength(12);
  });

  it('are what the demo page tells site developers to paste', () => {
    const shown = /<code>([\s\S]*?)<\/code>/.exec(read('index.html'))?.[1] ?? '';

    expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').trimEnd()).toBe(plain);
  });

  it('embed the player as the demo page itself does', () => {
    const tag = /<followup-player[^>]*>/;

    expect(tag.exec(read('index.html'))?.[0]).toBe(tag.exec(plain)?.[0]);
  });
});
