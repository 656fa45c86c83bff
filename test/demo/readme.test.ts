import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

describe('the README', () => {
  it('shows the twelve lines that run after npm start, to the letter', () => {
    const [, shown] = /```html\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];

    expect(shown?.trimEnd().split('\n')).to.have.length(12);
    expect(shown).to.equal(readFileSync('demo/public/plain.html', 'utf8'));
  });

  it('leads to pages and pictures that are there', () => {
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '');

    expect(links.length).to.be.greaterThan(10);
    expect(links.filter((path) => !exists(path))).to.deep.equal([]);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
