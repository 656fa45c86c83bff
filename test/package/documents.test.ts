import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly { readonly tagName?: string; readonly description?: string }[];
  }[];
}

const text = readFileSync('dist/custom-elements.json', 'utf8');
const { modules } = JSON.parse(text) as Manifest;
const tags = ['src/define', 'src/editor'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => registeredIn(readFileSync(`${folder}/${file}`, 'utf8'))),
);

/** `define('followup-way', …)`, or a line in a table of tags and classes. */
function registeredIn(source: string): readonly string[] {
  const found = source.matchAll(/define\('(followup-[a-z-]+)'|'(followup-[a-z-]+)': Followup\w+Element,/g);
  return [...found].flatMap(([, called = '', listed = '']) => called || listed);
}

describe('custom-elements.json', () => {
  it('describes every tag that the package registers', () => {
    const described = modules.flatMap(({ declarations = [] }) =>
      declarations.flatMap(({ tagName, description }) => (tagName && description ? [tagName] : [])),
    );

    expect(tags).toContain('followup-player');
    expect(tags.filter((tag) => !described.includes(tag))).toEqual([]);
  });

  it('leads to files of the package', () => {
    expect(modules.map(({ path }) => path).filter((path) => !existsSync(path))).toEqual([]);
    expect(text.includes('"src/')).toBe(false);
  });
});

describe('graph.schema.json', () => {
  it('is the one in the repository', () => {
    expect(readFileSync('dist/graph.schema.json', 'utf8')).toBe(readFileSync('schema/graph.schema.json', 'utf8'));
  });
});
