/** Leaves out what nobody outside may call, so that the tables and editors show the public side alone. */
const publicOnly = {
  name: 'followup-public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        declaration.attributes = declaration.attributes?.filter(isPublic);
      }
    }
  },
};

const isPublic = ({ name = '', privacy = 'public' }) => privacy === 'public' && !name.startsWith('#');

/** What `cem analyze` reads: one description of every element, for editors, the docs and Storybook's tables. */
export default {
  globs: ['src/elements/**/*.ts', 'src/editor/**/*.ts', 'src/define/**/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/**/messages*.ts'],
  outdir: 'dist-manifest',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
