import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip as gzipCompress } from 'node:zlib';

import { build } from 'vite';

import { top } from './run.mjs';

const brotli = promisify(brotliCompress);
const gzip = promisify(gzipCompress);

/** What a page can take from the package. `bundled`: with everything it imports, as a consumer's Vite makes it. */
const ENTRIES = [
  { name: 'followup-player.min.js', file: 'dist/cdn/followup-player.min.js' },
  { name: 'followup-player.global.js', file: 'dist/cdn/followup-player.global.js' },
  { name: 'followup-player', bundled: 'dist/index.js' },
  { name: 'followup-player/element', bundled: 'dist/element.js' },
  { name: 'followup-player/graph', bundled: 'dist/graph.js' },
  { name: 'followup-player/machine', bundled: 'dist/machine.js' },
  { name: 'followup-player/report', bundled: 'dist/report.js' },
  { name: 'followup-player/editor', bundled: 'dist/editor.js' },
];

/**
 * Measures each entry in bytes: minified, and as it travels. `lazy` is what is fetched by itself later; `viewing` is
 * everything that a viewing over mp4 and WebM clips can need, in the end: all but the code for HLS.
 * Bytes are the same on every machine, so tests may hold them to a budget.
 */
export async function measureEntries() {
  // Vite looks here for whether to take Lit's development build, and a test runner says "test".
  process.env.NODE_ENV = 'production';
  const known = new Map();
  return Promise.all(
    ENTRIES.map(async ({ name, file, bundled }) => {
      const chunks = bundled ? await bundle(bundled) : filesOf(file);
      const now = await sizeOf(
        chunks.filter(({ lazy }) => !lazy),
        known,
      );
      const later = await sizeOf(
        chunks.filter(({ lazy }) => lazy),
        known,
      );
      const viewing = await sizeOf(
        chunks.filter(({ aside }) => !aside),
        known,
      );
      return { entry: name, ...now, viewingBrotli: viewing.brotli, lazyBrotli: later.brotli };
    }),
  );
}

async function bundle(entry) {
  const result = await build({
    configFile: false,
    root: top,
    publicDir: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(top, entry), formats: ['es'], fileName: 'entry' },
      // As an application is built: the entry may hold what the other files share with it.
      rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { minify: true } },
    },
  });
  const chunks = [result].flat()[0].output.filter(({ type }) => type === 'chunk');
  const first = new Set(
    startingWith(
      chunks,
      chunks.find(({ isEntry }) => isEntry),
    ),
  );
  return chunks.map((chunk) => ({
    code: Buffer.from(chunk.code),
    lazy: !first.has(chunk),
    aside: isAside(chunk.fileName),
  }));
}

/** The whole of Video.js comes for streams that the browser cannot play by itself, and for no other clip. */
const isAside = (name) => /^video\.es\b/.test(name);

function startingWith(chunks, chunk) {
  if (!chunk) return [];
  const imported = chunk.imports.map((name) => chunks.find(({ fileName }) => fileName === name));
  return [chunk, ...imported.flatMap((one) => startingWith(chunks, one))];
}

/** A built file, and the chunks that it fetches by name. */
function filesOf(file, lazy = false, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const code = readFileSync(join(top, file));
  const folder = file.slice(0, -basename(file).length);
  const lazyOnes = [...code.toString().matchAll(/import\(["'`]\.\/([^"'`]+)["'`]\)/g)].map(([, name]) => name);
  const staticOnes = [...code.toString().matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(
    ([, name]) => name,
  );
  return [
    { name: basename(file), code, lazy, aside: isAside(basename(file)) },
    ...staticOnes.flatMap((name) => filesOf(folder + name, lazy, seen)),
    ...lazyOnes.flatMap((name) => filesOf(folder + name, true, seen)),
  ];
}

/**
 * The names of the files that are counted for a viewing with `followup-player.min.js`: the promise is worth something
 * only if a viewing asks for no others.
 */
export function countedFiles() {
  return filesOf('dist/cdn/followup-player.min.js').flatMap(({ name, aside }) => (aside ? [] : [name]));
}

/** Files are compressed one by one, as a server does it. */
async function sizeOf(chunks, known) {
  const sizes = await Promise.all(chunks.map(({ code }) => compress(code, known)));
  const sum = (name) => sizes.reduce((bytes, size) => bytes + size[name], 0);
  return { minified: sum('minified'), gzip: sum('gzip'), brotli: sum('brotli') };
}

/** Entries share big parts, and the best compression takes seconds: each content is compressed once. */
function compress(code, known) {
  const key = createHash('sha256').update(code).digest('hex');
  const found = known.get(key) ?? measure(code);
  known.set(key, found);
  return found;
}

async function measure(code) {
  const [zipped, squeezed] = await Promise.all([
    gzip(code, { level: 9 }),
    brotli(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ]);
  return { minified: code.length, gzip: zipped.length, brotli: squeezed.length };
}
