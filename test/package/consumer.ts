import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const repository = resolve('.');

/** A project of somebody else that has installed what `npm publish` would send. */
export interface Consumer {
  readonly folder: string;
  /** The paths in the package. */
  readonly files: readonly string[];
  readonly bytes: number;
  write(name: string, text: string): void;
  run(command: string, ...args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }>;
  remove(): void;
}

/**
 * Packs the package and unpacks it into an empty project. Its dependencies are linked rather than fetched, each by
 * its own name, so that one that `package.json` forgets is missing here too.
 */
export async function installPackage(dependencies: readonly string[]): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'followup-consumer-'));
  const run: Consumer['run'] = (command, ...args) =>
    execute(command, [...args], { cwd: folder, timeout: 60_000, maxBuffer: 16 * 2 ** 20 });

  const packed = await execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: repository,
    maxBuffer: 16 * 2 ** 20,
  });
  const [{ filename, files, unpackedSize }] = JSON.parse(packed.stdout) as [
    { filename: string; files: { path: string }[]; unpackedSize: number },
  ];
  const target = join(folder, 'node_modules/followup-player');
  mkdirSync(target, { recursive: true });
  await run('tar', '-xzf', filename, '-C', target, '--strip-components=1');
  mkdirSync(join(folder, 'node_modules/.bin'));
  symlinkSync('../followup-player/dist/cli/main.js', join(folder, 'node_modules/.bin/followup-player'));
  link(folder, dependencies);
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');

  return {
    folder,
    files: files.map(({ path }) => path),
    bytes: unpackedSize,
    write: (name, text) => writeFileSync(join(folder, name), text),
    run,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function link(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(resolve(place, '..'), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), place);
  }
  // Type packages that the declarations of dependencies name. npm would fetch them along with these.
  const types = join(folder, 'node_modules/@types');
  mkdirSync(types);
  for (const name of readdirSync(join(repository, 'node_modules/@types'))) {
    if (['node', 'trusted-types', 'video.js'].includes(name))
      symlinkSync(join(repository, 'node_modules/@types', name), join(types, name));
  }
}
