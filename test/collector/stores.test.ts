import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';

import { openLibsqlStore } from '../../src/collector/libsql-store.js';
import { PAGE, WAYS } from '../../src/collector/libsql-statements.js';
import { openMemoryStore } from '../../src/collector/memory-store.js';
import { WAY_BOUNDS, readAll } from '../../src/collector/reaction-store.js';
import { sceneOf } from '../../src/domain/reaction-facts.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { erasureContract } from './erasure-contract.js';
import { aLeaving, anAnswer } from './reactions.js';
import { storeContract } from './store-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'followup-store-'));
let files = 0;
const aFile = () => join(folder, `${(files += 1)}.db`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('openMemoryStore', () => openMemoryStore());
storeContract('openLibsqlStore', () => openLibsqlStore(aFile()));
erasureContract('openMemoryStore', (now) => openMemoryStore(now));
erasureContract('openLibsqlStore', (now) => openLibsqlStore(aFile(), { now }));
erasureContract('openLibsqlStore with names in a file of their own', (now) =>
  openLibsqlStore(aFile(), { now, namesFile: aFile() }),
);

describe('openLibsqlStore', () => {
  it('has everything again after it was closed and opened', async () => {
    const file = aFile();
    const first = openLibsqlStore(file);
    await first.keep({ reactions: [anAnswer('team')] });
    await first.close();

    const again = openLibsqlStore(file);

    expect((await again.readPage({}, undefined, 10)).rows).toHaveLength(1);
    expect((await again.keep({ reactions: [anAnswer('team')] })).known).toHaveLength(1);
    await again.close();
  });

  it('writes what is on its way when it is closed', async () => {
    const file = aFile();
    const store = openLibsqlStore(file);

    const kept = store.keep({ reactions: [anAnswer('team')] });
    await store.close();

    expect((await kept).stored).toHaveLength(1);
  });

  it('refuses a database of a newer collector', () => {
    const file = aFile();
    const database = new Database(file);
    database.exec('PRAGMA user_version = 99');
    database.close();

    expect(() => openLibsqlStore(file)).toThrow(/of version 99, made by a newer collector/);
  });

  it('refuses a file that is no database', () => {
    const file = aFile();
    writeFileSync(file, 'This is a letter, not a database. '.repeat(200));

    expect(() => openLibsqlStore(file)).toThrow(/could not be opened/);
  });

  it('stores no time finer than a second, and neither address nor browser', async () => {
    const file = aFile();
    const store = openLibsqlStore(file, { now: () => Date.parse('2026-11-20T05:03:05.678Z') });
    await store.keep({ reactions: [anAnswer('team')] });
    await store.close();

    const database = new Database(file);
    const row = database.prepare('SELECT * FROM reactions').get() as Record<string, unknown>;
    database.close();

    expect(row).toMatchObject({ received: '2026-11-20T05:03:05Z', at: '2026-11-20T05:03:05Z' });
    expect(Object.keys(row).filter((name) => name !== '_metadata')).toEqual(
      'arrival id viewing sequence at type scene question topics body received'.split(' '),
    );
  });

  it('sorts nothing to find a page', async () => {
    const file = aFile();
    await openLibsqlStore(file).close();
    const plan = planOf(file, PAGE);

    expect(plan).toContain('SEARCH v USING INTEGER PRIMARY KEY');
    expect(plan).toContain('SEARCH r USING INDEX reactions_by_viewing');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('counts ways along indexes', async () => {
    const file = aFile();
    await openLibsqlStore(file).close();
    const plan = planOf(file, WAYS);

    expect(plan).toContain('SEARCH viewings USING INDEX viewings_by_graph (graph=?)');
    expect(plan).toContain('SEARCH r USING INDEX reactions_that_move (viewing=?)');
    expect(plan).toContain(
      'SEARCH back USING COVERING INDEX reactions_that_move (viewing=? AND sequence=? AND type=?)',
    );
  });

  it('looks at a bounded number of leavings, however many were sent', async () => {
    const file = aFile();
    await openLibsqlStore(file).close();
    fillWithReactions(file, WAY_BOUNDS.leavings, aLeaving('hub', 'team'));
    const store = openLibsqlStore(file);
    await store.keep({ reactions: [{ ...aLeaving('team', 'end', { sequence: 900_000 }), viewing: 'viewing 1' }] });

    const ways = await store.countWays('graph');
    await store.close();

    expect(ways).toEqual(new Map([['hub', new Map([['team', 10]])]]));
  });

  it('hands out 100,000 reactions in pages of 500 and no more', async () => {
    const file = aFile();
    await openLibsqlStore(file).close();
    fillWithReactions(file, 100_000, anAnswer('team'));
    const store = openLibsqlStore(file);
    let pages = 0;
    let rows = 0;
    let largest = 0;
    for await (const page of readAll(store, {})) {
      pages += 1;
      rows += page.length;
      largest = Math.max(largest, page.length);
    }
    await store.close();

    expect({ pages, rows, largest }).toEqual({ pages: 200, rows: 100_000, largest: 500 });
  });
});

/** How the database goes about a query. */
function planOf(file: string, query: string): string {
  const database = new Database(file);
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${query.replaceAll(/@\w+/g, '1')}`).all() as { detail: string }[];
  database.close();
  return steps.map(({ detail }) => detail).join('\n');
}

/** Writes rows of ten viewings by SQL alone, which takes a tenth of the time. */
function fillWithReactions(file: string, count: number, reaction: Reaction): void {
  const database = new Database(file);
  const at = '2026-11-20T05:03:05Z';
  database
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
      INSERT INTO viewings (number, viewing, graph, began, latest) SELECT i, 'viewing ' || i, 'graph', ?, ? FROM n`,
    )
    .run(at, at);
  database
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ? - 1)
      INSERT INTO reactions (id, viewing, sequence, at, type, scene, topics, body, received)
      SELECT 'reaction ' || i, 1 + i % 10, 1 + 2 * i, ?, ?, ?, '', ?, ? FROM n`,
    )
    .run(count, at, reaction.type, sceneOf(reaction) ?? null, JSON.stringify(reaction), at);
  database.close();
}
