import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { folderOf, listSources, onlyImportsAndExports, packageOf, readImports, type Import } from './read-imports.js';

/** Which folder may import from which. A file that lies right in `src` is an entry and only re-exports. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  machine: ['domain'],
  log: ['domain'],
  media: ['domain'],
  runtime: ['domain', 'machine', 'log', 'media'],
  elements: ['domain', 'runtime'],
  define: ['elements'],
  authoring: ['domain'],
  editor: ['domain', 'authoring', 'elements', 'define', 'schema'],
  hr: ['domain', 'runtime', 'elements', 'define', 'entry'],
  collector: ['domain'],
  cli: ['domain', 'collector', 'authoring'],
};

/** Which folders may know a package. One that is not listed may not be imported at all. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  valibot: ['domain', 'log', 'collector', 'runtime', 'cli'],
  xstate: ['machine', 'runtime'],
  idb: ['log'],
  'video.js': ['media'],
  lit: ['elements', 'editor'],
  'jsonc-parser': ['authoring'],
  fastify: ['collector'],
  '@fastify/static': ['collector'],
  'prom-client': ['collector'],
  libsql: ['collector'],
  pg: ['collector'],
  fflate: ['collector'],
  'hyparquet-writer': ['collector'],
  '@codemirror/autocomplete': ['editor'],
  '@codemirror/commands': ['editor'],
  '@codemirror/lang-json': ['editor'],
  '@codemirror/language': ['editor'],
  '@codemirror/lint': ['editor'],
  '@codemirror/state': ['editor'],
  '@codemirror/view': ['editor'],
  '@lezer/highlight': ['editor'],
};

/** Only these run in Node: anything else has to work in a browser. */
const NODE_FOLDERS = ['collector', 'cli'];

const sources = listSources('src');
const imports = sources.flatMap((file) => readImports(file));
const show = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it('follow the arrows between folders', () => {
    const wrong = imports.filter(({ file, target }) => {
      const from = folderOf(file);
      const to = target && folderOf(target);
      return from !== 'entry' && to !== undefined && from !== to && !ARROWS[from]?.includes(to);
    });

    expect(wrong.map(show)).toEqual([]);
  });

  it('name packages only from the folders that may know them', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      const name = packageOf(specifier);
      return name && !specifier.startsWith('node:') && !PACKAGES[name]?.includes(folderOf(file));
    });

    expect(wrong.map(show)).toEqual([]);
  });

  it('name Node only from what runs in Node', () => {
    const wrong = imports.filter(
      ({ file, specifier }) => specifier.startsWith('node:') && !NODE_FOLDERS.includes(folderOf(file)),
    );

    expect(wrong.map(show)).toEqual([]);
  });

  it('end in .js where they are relative', () => {
    const wrong = imports.filter(
      ({ specifier }) => specifier.startsWith('.') && !/\.(?:js|json|css)$/.test(specifier.replace(/\?.*$/, '')),
    );

    expect(wrong.map(show)).toEqual([]);
  });

  it('never form a circle between files at run time', () => {
    expect(findCircle(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });
});

describe('src', () => {
  it('has only folders with a place in the table', () => {
    const folders = new Set(sources.map(folderOf).filter((folder) => folder !== 'entry'));

    expect([...folders].filter((folder) => !(folder in ARROWS))).toEqual([]);
  });

  it('has no drawer for odds and ends: a type lives beside the code that gives it meaning', () => {
    const drawers = sources.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|types|misc)(?:\/|\.ts$)/.test(file));

    expect(drawers).toEqual([]);
  });

  it('has entries that only import and export', () => {
    const entries = sources.filter((file) => folderOf(file) === 'entry');

    expect(entries).toContain('src/graph.ts');
    expect(entries.filter((file) => !onlyImportsAndExports(file))).toEqual([]);
  });

  it('registers tags in define, and the editor its own, so that importing a class changes nothing', () => {
    const registering = sources.filter((file) => /customElements\s*\.\s*define\(/.test(readFileSync(file, 'utf8')));

    expect(registering.filter((file) => !['define', 'editor'].includes(folderOf(file)))).toEqual([]);
  });
});

/** The files of one circle of imports, or none. */
function findCircle(arrows: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { file, target } of arrows) if (target) next.set(file, [...(next.get(file) ?? []), target]);
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of next.get(file) ?? []) {
      const circle = walk(target, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
