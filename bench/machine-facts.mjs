import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

import { findBrowser } from '../scripts/find-browser.mjs';

/** What a reader has to know to compare a line of the bench with another one. */
export function readMachineFacts() {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release().split('-')[0]}${distribution()}`,
    node: process.versions.node,
    chromium: chromiumVersion(),
  };
}

function distribution() {
  try {
    return ` (${/^PRETTY_NAME="(.+)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]})`;
  } catch {
    return ''; // Not a Linux: the kernel's name has to do.
  }
}

function chromiumVersion() {
  const path = findBrowser();
  if (!path) return "Playwright's own";
  try {
    const said = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 10_000,
      // Debian's start script complains there of things that concern nobody here.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\d[\d.]+/.exec(said)?.[0] ?? 'unknown';
  } catch {
    return 'unknown'; // It may still run; only its version stays untold.
  }
}
