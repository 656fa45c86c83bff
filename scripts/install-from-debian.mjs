import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { run } from './run.mjs';

/** Whether packages may be installed here without asking: in a container or on a build machine. */
export function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Resolves to whether they are there now. Says why not. */
export async function installFromDebian(packages) {
  console.log(`Installing ${packages[0]} with apt-get (about a minute) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  let output = '';
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await run('apt-get', ['update'], { env });
    const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
    if (installed.code === 0) return true;
    output = installed.output;
    // Another apt or dpkg at work gives the lock back sooner or later.
    if (!/lock/i.test(output)) break;
    await wait(attempt * 5_000);
  }
  console.log(`${output}\napt-get could not install ${packages[0]}.`);
  return false;
}
