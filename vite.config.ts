import { readdirSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { defineConfig, type Plugin, type UserConfig } from 'vite';

import { CORE as LEAN_CORE, leanVideojs } from './scripts/lean-videojs.mjs';

const top = fileURLToPath(new URL('.', import.meta.url));
const here = (path: string) => resolve(top, path);

/** Spelled out, so that a file outside every tsconfig keeps no raw decorators. */
const oxc: UserConfig['oxc'] = {
  decorator: { legacy: true },
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
};

/**
 * What `package.json` names under `dependencies` stays outside the library: the consumer's bundler finds it. The lean
 * core of Video.js is no package that anybody has installed, so it goes in.
 */
const isDependency = (id: string) =>
  !id.startsWith('.') && !id.startsWith('\0') && !isAbsolute(id) && !isDecoratorHelper(id) && id !== LEAN_CORE;

/** The compiler's own, which nobody has installed: it goes into the library. */
const isDecoratorHelper = (id: string) => id.startsWith('@oxc-project/runtime/');

/** One file per module, for bundlers and for Node. */
const lib: UserConfig = {
  publicDir: false,
  oxc,
  plugins: [leanVideojs()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    target: 'es2022',
    lib: {
      entry: {
        index: here('src/index.ts'),
        element: here('src/element.ts'),
        graph: here('src/graph.ts'),
        machine: here('src/machine.ts'),
        report: here('src/report.ts'),
        'collector/index': here('src/collector/index.ts'),
        'cli/main': here('src/cli/main.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** For a page with a script tag. A small module, which fetches the rest beside the graph, and the code for HLS only if it is needed. */
const cdn: UserConfig = {
  publicDir: false,
  oxc,
  plugins: [leanVideojs(), inlineRuntime(), compileEarly(/^(?:followup-player|open-media)/)],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    rolldownOptions: {
      // What the other files share with the shell stays in it: a file of its own would be one more to wait for.
      preserveEntrySignatures: 'allow-extension',
      // Without this the module format keeps its white space.
      output: { minify: true, chunkFileNames: '[name]-[hash].js' },
    },
    lib: { entry: here('src/index.ts'), formats: ['es'], fileName: () => 'followup-player.min.js' },
  },
};

/** The same as a classic script in one single file, for content systems that take no modules. */
const global: UserConfig = {
  ...cdn,
  plugins: [],
  // A classic script cannot fetch a part later, so it has all of Video.js: once, and not its core beside it.
  resolve: { alias: [{ find: /^video\.js\/core\.es\.js$/, replacement: 'video.js' }] },
  build: {
    ...cdn.build,
    emptyOutDir: false,
    lib: {
      entry: here('src/index.ts'),
      formats: ['iife'],
      name: 'FollowupPlayer',
      fileName: () => 'followup-player.global.js',
    },
  },
};

/** The author's editor. It brings CodeMirror along, and takes everything else from the library beside it. */
const editor: UserConfig = {
  publicDir: false,
  oxc,
  plugins: [takeFromLibrary('editor')],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: false,
    minify: true,
    target: 'es2022',
    lib: { entry: here('src/editor/index.ts'), formats: ['es'], fileName: () => 'editor.js' },
    rolldownOptions: {
      external: (id) => isDependency(id) && !/^(@codemirror|@lezer|@marijn|crelt|style-mod|w3c-keyname)/.test(id),
      output: { minify: true, codeSplitting: false },
    },
  },
};

/** The demo site: every page under `demo/`, the public folder as it is. */
const demo: UserConfig = {
  root: here('demo'),
  base: './',
  oxc,
  plugins: [leaveAlone(/^\/(?:lib|hr|collector)\//)],
  build: {
    outDir: here('dist-demo'),
    emptyOutDir: true,
    target: 'es2022',
    // A strict CSP allows no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: { input: pagesOf(here('demo')) },
  },
};

/** The HR page that the collector serves. */
const hr: UserConfig = {
  root: here('src/hr'),
  base: './',
  publicDir: false,
  oxc,
  build: {
    outDir: here('dist/hr'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: { input: here('src/hr/index.html') },
  },
};

const configs: Readonly<Record<string, UserConfig>> = { lib, cdn, global, editor, demo, hr };

/** `vite build --mode lib|cdn|global|editor|demo|hr`, and `vite --mode demo` to work on a page. Other tools get the bare rest. */
export default defineConfig(({ mode }) => configs[mode] ?? { oxc });

/** Absolute, because the dev server cannot resolve relative ones. */
function pagesOf(root: string): Record<string, string> {
  const skipped = new Set(['public', 'media', 'node_modules']);
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && !skipped.has(path.split(sep)[0] ?? ''))
    .sort();
  return Object.fromEntries(
    pages.map((path) => [path.replace(/\.html$/, '').replaceAll(sep, '-'), resolve(root, path)]),
  );
}

/**
 * Has Chromium compile all functions of a file while it is fetched, beside the page's own work, and not one by one at
 * their first call: that is a sixth of what opening a viewing costs on a slow phone. Other browsers read a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
function compileEarly(files: RegExp): Plugin {
  return {
    name: 'followup-compile-early',
    generateBundle: (_, bundle) => {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && files.test(chunk.fileName))
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    },
  };
}

/**
 * Puts the bundler's own few helpers into each file that needs them. They would lie in a file of their own, which a
 * viewing would have to wait for once more.
 */
function inlineRuntime(): Plugin {
  return {
    name: 'followup-inline-runtime',
    generateBundle(_, bundle) {
      const runtime = Object.values(bundle).find(({ fileName }) => fileName.startsWith('rolldown-runtime'));
      if (runtime?.type !== 'chunk') return;
      const [, helpers = '', exported = ''] = /^(.*)export\{([^}]*)\};?\s*$/s.exec(runtime.code) ?? [];
      const result = exported.replace(/(\w+) as (\w+)/g, '$2:$1');
      const asked = new RegExp(`import\\{([^}]*)\\}from["']\\./${runtime.fileName}["'];?`);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = chunk.code.replace(asked, (_all, names: string) => {
          const taken = names.replace(/(\w+) as (\w+)/g, '$1:$2');
          return `const{${taken}}=(()=>{${helpers}return{${result}}})();`;
        });
      }
      delete bundle[runtime.fileName];
    },
  };
}

/** Keeps addresses that only exist on the running server, such as `/lib/…`, as they are written. */
function leaveAlone(address: RegExp): Plugin {
  return {
    name: 'followup-leave-alone',
    enforce: 'pre',
    resolveId: (id) => (address.test(id) ? { id, external: 'absolute' } : null),
  };
}

/** Imports of other folders of `src` become imports of the library's files, so that no element exists twice. */
function takeFromLibrary(own: string): Plugin {
  const src = here('src');
  return {
    name: 'followup-take-from-library',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (!importer || !id.startsWith('.')) return null;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      const path = found && relative(src, found.id);
      if (!path || path.startsWith('..') || path.startsWith(own + sep)) return null;
      return { id: `./${path.split(sep).join('/').replace(/\.ts$/, '.js')}`, external: true };
    },
  };
}
