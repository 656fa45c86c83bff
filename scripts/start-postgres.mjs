import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The newest PostgreSQL of this machine: the folder of its programs. Undefined if there is none that can be started. */
export function findPostgres() {
  const folders = [process.env.POSTGRES_BIN, ...debianFolders(), '/usr/local/bin', '/opt/homebrew/bin', '/usr/bin'];
  const found = folders.find(
    (folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
  // As root it refuses to run, and Debian's package brings a user for it.
  return found && (!isRoot() || userOf('postgres')) ? found : undefined;
}

function debianFolders() {
  const top = '/usr/lib/postgresql';
  if (!existsSync(top)) return [];
  const versions = readdirSync(top).toSorted((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(top, version, 'bin'));
}

/**
 * Starts a server of its own in a temporary folder, on a port of this machine alone.
 *
 * @param durable - Whether a commit waits for the disk. Tests of what is stored need not.
 * @returns Its address, its process and how to stop it.
 */
export async function startPostgres({ durable = false, settings = [] } = {}) {
  const programs = findPostgres();
  if (!programs) throw new Error('There is no PostgreSQL here that can be started.');
  const folder = mkdtempSync(join(tmpdir(), 'followup-postgres-'));
  const data = join(folder, 'data');
  const user = isRoot() ? userOf('postgres') : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr}`);
  }
  const port = await findPort();
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=100',
    'shared_buffers=64MB',
    `fsync=${durable ? 'on' : 'off'}`,
    ...(durable ? [] : ['full_page_writes=off']),
    ...settings,
  ].flatMap((option) => ['-c', option]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options], { ...user, cwd: folder, stdio: 'ignore' });
  const stop = async () => {
    process.removeListener('exit', kill);
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const kill = () => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    await untilReady(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, port, data, process: server, stop };
}

async function untilReady(url, server) {
  const { default: pg } = await import('pg');
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at its start, with ${server.exitCode}.`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not yet.
      await wait(100);
    }
  }
  throw new Error('PostgreSQL did not take connections within 20 seconds.');
}

function findPort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const isRoot = () => process.getuid?.() === 0;

function userOf(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
