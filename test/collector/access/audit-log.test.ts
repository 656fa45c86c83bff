import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AuditEntry, AuditLog } from '../../../src/collector/access/audit-log.js';
import { openFileAuditLog } from '../../../src/collector/access/file-audit-log.js';
import { openMemoryAuditLog } from '../../../src/collector/access/memory-audit-log.js';

const anEntry = (at: string, request = 'r'): AuditEntry => ({
  at,
  request,
  reader: '佐藤',
  role: 'names',
  action: 'export',
  route: '/reactions.csv',
  outcome: 'done',
  rows: 3,
});
const OLD = anEntry('2026-09-30T23:59:59Z', 'old');
const NEW = anEntry('2026-10-01T00:00:00Z', 'new');

const readAll = async (log: AuditLog) => {
  const entries: AuditEntry[] = [];
  for await (const entry of log.read()) entries.push(entry);
  return entries;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followup-audit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['openMemoryAuditLog', () => openMemoryAuditLog()],
  ['openFileAuditLog', () => openFileAuditLog(join(folder, 'audit'))],
])('%s', (_name, open) => {
  it('hands lines back in their order', async () => {
    const log = open();
    await Promise.all([log.add(OLD), log.add(NEW), log.add(NEW)]);

    expect(await readAll(log)).toEqual([OLD, NEW, NEW]);
    await log.close();
  });

  it('deletes what is older, and counts it', async () => {
    const log = open();
    for (const entry of [OLD, NEW]) await log.add(entry);

    expect(await log.expire(new Date('2026-10-01T00:00:00Z'))).toBe(1);
    expect(await readAll(log)).toEqual([NEW]);
    await log.close();
  });
});

describe('openFileAuditLog', () => {
  it('is there again after a restart, without half a line that a power cut left', async () => {
    const first = openFileAuditLog(folder);
    await first.add(OLD);
    await first.close();
    appendFileSync(join(folder, 'audit-2026-09.jsonl'), '{"at":"2026-09');

    const second = openFileAuditLog(folder);
    await second.add(NEW);

    expect(await readAll(second)).toEqual([OLD, NEW]);
    await second.close();
  });

  it('can be read by nobody else on the machine', async () => {
    const log = openFileAuditLog(folder);
    await log.add(NEW);
    await log.close();

    expect(statSync(join(folder, 'audit-2026-10.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('deletes a month as a file', async () => {
    const log = openFileAuditLog(folder);
    for (const entry of [OLD, NEW]) await log.add(entry);
    await log.expire(new Date('2026-10-20T00:00:00Z'));
    await log.close();

    expect(readdirSync(folder)).toEqual(['audit-2026-10.jsonl']);
  });

  it('says so when it cannot be written, and goes on when it can be again', async () => {
    const log = openFileAuditLog(join(folder, 'gone'));
    rmSync(join(folder, 'gone'), { recursive: true });

    await expect(log.add(NEW)).rejects.toMatchObject({ code: 'audit-failed' });
    openFileAuditLog(join(folder, 'gone'));
    await log.add(NEW);
    expect(await readAll(log)).toEqual([NEW]);
    await log.close();
  });
});
