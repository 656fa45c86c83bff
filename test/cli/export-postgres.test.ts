import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parquetReadObjects } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { runExport } from '../../src/cli/export-command.js';
import { openPostgresStore } from '../../src/collector/postgres-store.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { aReaction, anAnswer, aUuid } from '../collector/reactions.js';
import { findTestPostgres } from '../shared/postgres.js';

const server = await findTestPostgres();
const VIEWINGS = 1_500;

describe.skipIf(!server)('export --database postgres://…', { timeout: 30_000 }, () => {
  const database = `export_${randomUUID().slice(0, 8)}`;
  const url = Object.assign(new URL(server?.url ?? 'postgres://none'), { pathname: `/${database}` }).href;
  let folder: string;
  let said: string[];

  const at = (name: string) => join(folder, name);
  const run = (...args: string[]) =>
    runExport(
      ['--database', url, ...args],
      {
        env: {},
        say: (line) => void said.push(line),
        warn: (line) => void said.push(line),
        untilStopped: () => Promise.resolve(),
      },
      { fetch, pause: () => Promise.resolve() },
    );
  const lines = (name: string) =>
    readFileSync(at(name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Reaction & { viewer?: object });

  beforeAll(async () => {
    await server?.ask(`CREATE DATABASE ${database}`);
    const store = await openPostgresStore(url);
    const named = aReaction({ type: 'notice-answered', choice: 'named' });
    await store.keep({
      reactions: [named, anAnswer('team', { sequence: 2 })],
      identities: [{ viewing: named.viewing, name: '田中 花子' }],
    });
    // The second month begins in the middle: a cursor goes over tables as over pages.
    const rest = Array.from({ length: VIEWINGS - 1 }, (_, index) => [
      anAnswer('team', { viewing: index + 2, at: '2026-10-31T23:59:59Z' }),
      anAnswer('end', { viewing: index + 2, sequence: 2, at: '2026-11-01T00:00:00Z' }),
    ]);
    await store.keep({ reactions: rest.flat() });
    await store.close();
  });
  afterAll(async () => {
    await server?.ask(`DROP DATABASE ${database} WITH (FORCE)`);
    await server?.stop();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'followup-export-'));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes every format, all of it, and names only when they are asked for', async () => {
    for (const format of ['csv', 'xlsx', 'jsonl', 'parquet']) {
      expect(await run('--format', format, '--out', at(`all.${format}`))).toBe(0);
    }
    await run('--format', 'jsonl', '--out', at('named.jsonl'), '--names');
    await run('--format', 'xapi', '--home', 'https://recruit.example.jp/', '--out', at('all.xapi.jsonl'));
    const [sheet] = await readExcel(readFileSync(at('all.xlsx')));
    const rows = await parquetReadObjects({ file: new Uint8Array(readFileSync(at('all.parquet'))).buffer });

    expect(said[0]).toBe(`${at('all.csv')}: 3,000 reactions.`);
    expect(sheet?.data).toHaveLength(2 * VIEWINGS + 1);
    expect(rows).toHaveLength(2 * VIEWINGS);
    expect(new Set(lines('all.jsonl').map(({ id }) => id)).size).toBe(2 * VIEWINGS);
    expect(lines('all.xapi.jsonl')).toHaveLength(2 * VIEWINGS);
    expect(readFileSync(at('all.jsonl'), 'utf8')).not.toContain('田中');
    expect(lines('named.jsonl')[0]?.viewer).toEqual({ name: '田中 花子' });
  });

  it('filters by day, as in Japan', async () => {
    await run('--format', 'jsonl', '--out', at('a.jsonl'), '--until', '2026-10-31');
    await run('--format', 'jsonl', '--out', at('b.jsonl'), '--since', '2026-11-01T00:00:00Z');

    expect(lines('a.jsonl')).toEqual([]);
    expect(lines('b.jsonl')).toHaveLength(VIEWINGS + 1);
  });

  it('goes on where a run was killed, and makes the very same file', async () => {
    const command = ['--format', 'jsonl', '--cursor-file', at('cursor'), '--out'] as const;
    await run('--format', 'jsonl', '--out', at('whole.jsonl'));
    await run(...command, at('pieces.jsonl'));
    const whole = readFileSync(at('whole.jsonl'), 'utf8');
    const store = await openPostgresStore(url);
    const { rows, next } = await store.readPage({}, undefined, 1_001);
    await store.close();
    // As a kill leaves it after the first page: the cursor there, and half a line more in the file.
    const kept = whole.split('\n').slice(0, rows.length).join('\n') + '\n';
    const note = JSON.parse(readFileSync(at('cursor'), 'utf8')) as object;
    const place = `${next?.viewing}.${next?.sequence}.${next?.arrival}`;
    writeFileSync(
      at('cursor'),
      JSON.stringify({ ...note, next: place, bytes: Buffer.byteLength(kept), rows: rows.length }),
    );
    writeFileSync(at('pieces.jsonl'), whole.slice(0, kept.length + 77));

    expect(await run(...command, at('pieces.jsonl'))).toBe(0);

    expect(rows[0]?.reaction.id).toBe(aUuid(1_001));
    expect(kept.length).toBeLessThan(whole.length - 77);
    expect(readFileSync(at('pieces.jsonl'), 'utf8')).toBe(whole);
    expect(said.at(-1)).toBe(`${at('pieces.jsonl')}: 3,000 reactions.`);
  });

  it('says that the database cannot be opened, without its password', async () => {
    const failing = runExport(
      ['--database', 'postgres://somebody:secret@127.0.0.1:1/none', '--format', 'csv', '--out', at('a.csv')],
      { env: {}, say: () => undefined, warn: () => undefined, untilStopped: () => Promise.resolve() },
      { fetch, pause: () => Promise.resolve() },
    );

    await expect(failing).rejects.toThrow(/^The PostgreSQL database could not be opened\./);
    await expect(failing).rejects.not.toThrow(/secret/);
  });
});
