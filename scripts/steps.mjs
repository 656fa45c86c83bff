import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, runBin, top } from './run.mjs';

/** A step that is passed or failed as a whole. */
const whole = (name, bin, args) => ({ name, run: () => runBin(bin, args) });

/** A step that runs tests and leaves their numbers in a file. */
const counted = (name, bin, args, readCounts, fileEnv) => ({
  name,
  readCounts,
  run: (file) => runBin(bin, args(file), { env: fileEnv ? { [fileEnv]: file } : {} }),
});

const vitest = (name, config) =>
  counted(
    name,
    'vitest',
    (file) => ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    (found) => ({ passed: found.numPassedTests, failed: found.numFailedTests, skipped: found.numPendingTests }),
  );

const playwright = (name, config) =>
  counted(
    name,
    'playwright',
    () => ['test', '--config', config, '--reporter=list,json'],
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
    'PLAYWRIGHT_JSON_OUTPUT_FILE',
  );

export const FORMAT = whole('format', 'prettier', ['--check', '--log-level=warn', '.']);
export const TYPES = whole('types', 'tsc', ['--noEmit']);
export const DOMAIN_TYPES = whole('types of the domain, without a browser', 'tsc', ['--noEmit', '-p', 'src/domain']);
export const LINT = whole('lint', 'eslint', [
  '.',
  '--max-warnings=0',
  '--cache',
  '--cache-location=node_modules/.cache/eslint/',
]);
export const UNIT = vitest('unit tests', 'vitest.config.ts');
export const BUILD = { name: 'build', run: () => run(process.execPath, [join(top, 'scripts/build.mjs'), '--stale']) };
export const PACKAGE = vitest('package tests', 'vitest.package.config.ts');
export const ELEMENTS = counted(
  'element tests',
  'wtr',
  () => [],
  (found) => found,
  'FOLLOWUP_COUNTS',
);
export const END_TO_END = playwright('end-to-end tests', 'playwright.config.ts');
export const STORYBOOK = whole('Storybook build', 'storybook', [
  'build',
  '--quiet',
  '--disable-telemetry',
  '-o',
  'dist-storybook',
]);
export const STORIES = playwright('story tests', 'test/stories/playwright.config.ts');

/**
 * Runs the steps one after the other, all of them whatever fails, and prints the sum.
 * A step whose tests could not run, or that found none, has failed.
 */
export async function runSteps(steps) {
  const folder = mkdtempSync(join(tmpdir(), 'followup-'));
  const total = { passed: 0, failed: 0 };
  const troubled = [];
  for (const [index, step] of steps.entries()) {
    const started = performance.now();
    const file = join(folder, `${index}.json`);
    const { code, output } = await step.run(file);
    const counts = step.readCounts ? readCounts(file, step.readCounts, code) : wholeCounts(code);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (counts.failed > 0) {
      console.log(output.trimEnd());
      troubled.push(step.name);
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} SKIPPED` : '';
    console.log(
      `${counts.failed > 0 ? '✗' : '✓'} ${step.name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`,
    );
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  rmSync(folder, { recursive: true, force: true });
  if (troubled.length > 0) console.log(`Failed: ${troubled.join(', ')}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

const wholeCounts = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** Reads a runner's numbers. Its exit code has the last word: it knows of errors outside any test. */
function readCounts(file, read, code) {
  let counts;
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    counts = { passed: 0, failed: 0, skipped: 0 }; // The runner died before it could write: counted as failed below.
  }
  const nothingRan = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (code !== 0 || nothingRan)) return { ...counts, failed: 1 };
  return counts;
}
