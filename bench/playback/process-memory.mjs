import { readFileSync } from 'node:fs';

/**
 * Measures the memory of the processes that show a page and decode its clips, in bytes. What pages share is counted in
 * parts (PSS). Only Linux tells it; elsewhere it is undefined.
 */
export async function measureProcesses(browserSession) {
  const { processInfo } = await browserSession.send('SystemInfo.getProcessInfo');
  const parts = processInfo.filter(({ type }) => /renderer|gpu/i.test(type)).map(({ id }) => measureProcess(id));
  return parts.includes(undefined) || parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0);
}

function measureProcess(id) {
  try {
    const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1];
    return kibibytes ? Number(kibibytes) * 1024 : undefined;
  } catch {
    return undefined; // No Linux, or a process that has just ended.
  }
}
