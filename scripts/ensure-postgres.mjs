import { mkdirSync, writeFileSync } from 'node:fs';

import { installFromDebian, isDebianRoot } from './install-from-debian.mjs';
import { findPostgres, startPostgres } from './start-postgres.mjs';

/**
 * Finds a PostgreSQL for the tests: the one of `DATABASE_URL`, or one of our own that ends with them. Where there is
 * none, `missing` says what was not tested.
 */
export async function ensurePostgres() {
  const nothing = { stop: async () => undefined };
  if (process.env.DATABASE_URL) return nothing;
  if (!findPostgres() && isDebianRoot()) await installServer();
  if (!findPostgres()) return { ...nothing, missing: missing('There is none here.') };
  try {
    const server = await startPostgres();
    process.env.DATABASE_URL = server.url;
    return { stop: server.stop };
  } catch (error) {
    return { ...nothing, missing: missing(error.message) };
  }
}

function installServer() {
  // We start a server of our own: Debian's would only take the port and the memory.
  const folder = '/etc/postgresql-common/createcluster.d';
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/followup.conf`, 'create_main_cluster = false\n');
  return installFromDebian(['postgresql']);
}

const missing = (why) => `
!! NOT TESTED: the PostgreSQL engine. ${why}
!! Install it (sudo apt-get install postgresql), or name a server: DATABASE_URL=postgres://… npm test`;
