import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder a command was started from. */
export const top = fileURLToPath(new URL('..', import.meta.url));

const running = new Set();

/**
 * Runs a program in a process group of its own, so that nothing it started outlives it.
 * Resolves to its exit code and what it printed; never rejects.
 */
export function run(command, args, { timeoutMs = 600_000, env = {}, cwd = top, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const keep = (chunk) => (output += chunk);
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    running.add(child);
    const timer = setTimeout(() => {
      timedOut = true;
      output += `\nStopped after ${Math.round(timeoutMs / 1000)} s.\n`;
      // Browsers' drivers close their browser on SIGTERM, and cannot on SIGKILL.
      endGroup(child, 'SIGTERM');
      setTimeout(() => endGroup(child, 'SIGKILL'), 5_000).unref();
    }, timeoutMs);
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: timedOut ? 124 : code, output });
    };
    child.on('error', (error) => {
      output += `${command} could not be started: ${error.message}\n`;
      finish(127);
    });
    child.on('exit', (code, signal) => {
      endGroup(child, 'SIGKILL');
      const ended = () => finish(code ?? (signal ? 1 : 0));
      child.on('close', ended);
      // A stray that left the group may hold the pipes open: it must not keep us waiting.
      setTimeout(ended, 2_000).unref();
    });
  });
}

/** Runs a program of `node_modules/.bin`. */
export function runBin(name, args, options) {
  return run(process.execPath, [`${top}node_modules/.bin/${name}`, ...args], options);
}

/** Ends whatever still runs. Called on Ctrl-C, and before this process exits. */
export function endAll(signal = 'SIGTERM') {
  for (const child of running) endGroup(child, signal);
}

function endGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already, which is what we want.
  }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => {
    if (process.listenerCount(signal) > 0) return;
    endAll();
    process.exit(code);
  });
}
