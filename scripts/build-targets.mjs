const LIBRARY_SOURCES = [
  'src',
  'schema',
  'vite.config.ts',
  'scripts/lean-videojs.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
];

/**
 * What `npm run build` makes, in this order: the library empties `dist`, so it comes first.
 * `served`: what `npm start` needs; it should not wait for the rest.
 */
export const TARGETS = [
  {
    name: 'library',
    inputs: LIBRARY_SOURCES,
    outputs: ['dist/index.js', 'dist/cli/main.js'],
    vite: 'lib',
    served: true,
  },
  {
    name: 'script file',
    inputs: LIBRARY_SOURCES,
    outputs: ['dist/cdn/followup-player.min.js'],
    vite: 'cdn',
    served: true,
  },
  {
    name: 'classic script file',
    inputs: LIBRARY_SOURCES,
    outputs: ['dist/cdn/followup-player.global.js'],
    vite: 'global',
  },
  { name: 'editor', inputs: LIBRARY_SOURCES, outputs: ['dist/editor.js'], vite: 'editor' },
  { name: 'HR page', inputs: LIBRARY_SOURCES, outputs: ['dist/hr/index.html'], vite: 'hr', served: true },
  { name: 'types', inputs: LIBRARY_SOURCES, outputs: ['dist/index.d.ts'], bin: ['tsc', '-p', 'tsconfig.build.json'] },
  {
    name: 'manifest and schema',
    inputs: [...LIBRARY_SOURCES, 'custom-elements-manifest.config.mjs', 'scripts/build-documents.mjs'],
    outputs: [
      'dist/custom-elements.json',
      'dist/graph.schema.json',
      'dist/data.ja.html',
      'dist/data.en.html',
      'dist/data.css',
    ],
    node: 'scripts/build-documents.mjs',
  },
  {
    name: 'demo site',
    inputs: [...LIBRARY_SOURCES, 'demo'],
    outputs: ['dist-demo/index.html'],
    vite: 'demo',
    served: true,
  },
];
