import { ensureModules } from './ensure-modules.mjs';
import { runBin } from './run.mjs';

/** `npm run storybook`: on one address on loopback, until Ctrl-C. */
await ensureModules();
const given = process.argv.slice(2);
const { code } = await runBin(
  'storybook',
  [
    'dev',
    '-p',
    '6006',
    '-h',
    '127.0.0.1',
    '--ci',
    '--no-open',
    '--disable-telemetry',
    '--no-version-updates',
    ...given,
  ],
  { show: true, timeoutMs: 2 ** 31 - 1 },
);
process.exitCode = code;
