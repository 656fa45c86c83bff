import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const TYPED = ['**/*.ts'];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-*/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      '.data/',
      'demo/public/',
      'scripts/*.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    // Functions that Playwright carries into a page.
    files: [
      'bench/frame-probe.mjs',
      'bench/long-task-walk.mjs',
      'bench/measure-playback.mjs',
      'bench/playback/in-page/*.{js,mjs}',
      'bench/log/in-page/*.mjs',
      'bench/log/measure-commit.mjs',
      'demo/media/**/*.mjs',
    ],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: TYPED,
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The compiler knows it better: it sees when the cases of a union are all there.
      'no-fallthrough': 'off',
      // It would take away `{} as PlayerContext`, by which XState is told a type.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // A stub of a port is async because the port is, and Lit's handlers are given as methods.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // `ReactionId | ViewingId` tells a reader more than `string`.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Write a union of strings: we take only types from TypeScript.' },
        { selector: 'TSParameterProperty', message: 'Declare the field: we take only types from TypeScript.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export it by its name, so that one word finds it.' },
      ],
    },
  },
  {
    files: ['src/{elements,editor,define,hr}/**/*.ts'],
    extends: [wc.configs['flat/best-practice'], lit.configs['flat/recommended'], litA11y.configs.recommended],
    rules: {
      // Lit's base class has these callbacks, always: no guard is needed.
      'wc/guard-super-call': 'off',
      'lit/no-useless-template-literals': 'error',
      'lit/no-native-attributes': 'off',
      // Not redundant: Safari forgets what a list or a table is once CSS changes how it is displayed.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // Chai's assertions are expressions, and stories and configs export by default because their tools say so.
    files: [
      'test/**/*.ts',
      'stories/**/*.ts',
      '.storybook/**/*.ts',
      '*.config.ts',
      '**/vite.config.ts',
      '**/playwright.config.ts',
    ],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // What a test parses it looks at right away.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A test refuses with whatever a browser refuses with.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // Its types say so, and yet only `accessible()` returns a promise.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
      'no-restricted-syntax': 'off',
    },
  },
);
