import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { installPackage, type Consumer } from './consumer.js';

interface Package {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const { exports, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const tsc = resolve('node_modules/typescript/bin/tsc');

/** Every entry that has types, used in the way its reader would use it. */
const TYPED_CONSUMER = `
import 'followup-player';
import 'followup-player/report';
import 'followup-player/editor';
import { checkGraph, type Graph, type Problem } from 'followup-player/graph';
import { compileGraph } from 'followup-player/machine';
import { startCollector } from 'followup-player/collector';
import * as classes from 'followup-player/element';

const problems: readonly Problem[] = checkGraph({ format: 1 });
export const first: string | undefined = problems[0]?.message;
export const machineOf = (graph: Graph) => compileGraph(graph);
export const element: typeof classes.FollowupPlayerElement = classes.FollowupPlayerElement;
export const start: typeof startCollector = startCollector;
document.querySelector('followup-player')?.setAttribute('src', 'graph.json');
document.addEventListener('followup-answer', (event) => console.log(event.type));
`;

const compilerOptions = (moduleResolution: string, module: string) => ({
  strict: true,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  skipLibCheck: false,
  moduleResolution,
  module,
});

describe('the packed package', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await installPackage(Object.keys(dependencies));
  });
  afterAll(() => consumer?.remove());

  it('holds every file that its exports name', () => {
    const named = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    );

    const missing = named.filter((path) => !existsSync(join(consumer.folder, 'node_modules/followup-player', path)));

    expect(named.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it('holds what a reader looks for, and nothing of the workshop', () => {
    const atTop = new Set(consumer.files.map((path) => path.split('/')[0]));

    expect([...atTop].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
    expect(consumer.files).toContain('dist/hr/index.html');
    expect(consumer.bytes).toBeLessThan(12 * 2 ** 20);
  });

  it('checks a graph in plain Node, without a browser', async () => {
    consumer.write(
      'check.mjs',
      `import { checkGraph } from 'followup-player/graph';
       console.log(JSON.stringify(checkGraph({ format: 2 }).map(({ code }) => code)));`,
    );

    const { stdout } = await consumer.run(process.execPath, 'check.mjs');

    expect(JSON.parse(stdout)).toContain('unknown-format');
  });

  it('compiles a graph to a machine in plain Node', async () => {
    consumer.write(
      'compile.mjs',
      `import { compileGraph } from 'followup-player/machine';
       console.log(typeof compileGraph);`,
    );

    const { stdout } = await consumer.run(process.execPath, 'compile.mjs');

    expect(stdout.trim()).toBe('function');
  });

  it('starts a collector in plain Node', async () => {
    consumer.write(
      'collect.mjs',
      `import { openLibsqlStore, startCollector } from 'followup-player/collector';
       const { address, close } = await startCollector({ store: openLibsqlStore('./followup.db'), port: 0 });
       const { status } = await fetch(address + '/health');
       await close();
       console.log(status);`,
    );

    const { stdout } = await consumer.run(process.execPath, 'collect.mjs');

    expect(stdout.trim().split('\n').at(-1)).toBe('200');
  });

  it('brings its command line', async () => {
    const { stdout } = await consumer.run('npx', '--no-install', 'followup-player', '--help');

    expect(stdout).toMatch(/^Usage: followup-player/);
    expect(stdout).toMatch(/^ +collector /m);
    expect(stdout).toMatch(/^ +check /m);
  });

  it.each([
    ['Bundler', 'ESNext'],
    ['NodeNext', 'NodeNext'],
  ])('has types that hold with module resolution %s, libraries checked too', async (resolution, module) => {
    consumer.write('consumer.ts', TYPED_CONSUMER);
    consumer.write(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: compilerOptions(resolution, module), files: ['consumer.ts'] }),
    );

    const output = await consumer.run(process.execPath, tsc, '-p', '.').then(
      ({ stdout }) => stdout,
      (error: { readonly stdout: string }) => error.stdout,
    );

    expect(output).toBe('');
  });

  it('registers its tags when a bundler takes it in for its side effects alone', async () => {
    const { build } = await import('vite');
    consumer.write('page.js', "import 'followup-player';");

    const built = await build({
      configFile: false,
      logLevel: 'silent',
      root: consumer.folder,
      build: { write: false, lib: { entry: join(consumer.folder, 'page.js'), formats: ['es'] } },
    });

    const [bundle] = [built].flat();
    const code =
      bundle && 'output' in bundle ? bundle.output.map((one) => ('code' in one ? one.code : '')).join('') : '';
    expect(code).toContain('customElements.define');
    expect(code).toContain('followup-player');
  });
});
