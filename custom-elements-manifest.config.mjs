/** What `cem analyze` reads: one description of every element, for editors, the docs and Storybook's tables. */
export default {
  globs: ['src/elements/**/*.ts', 'src/editor/**/*.ts', 'src/define/**/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/**/messages.ts'],
  outdir: 'dist-manifest',
  litelement: true,
  packagejson: false,
};
