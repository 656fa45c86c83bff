import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';

import Database from 'libsql';
import { describe, expect, it } from 'vitest';

import { makeDataDoc } from '../../scripts/make-data-doc.mjs';
import { openLibsqlStore } from '../../src/collector/index.js';
import { DATA_GROUPS, listDataFields, listEnvelopes } from '../../src/domain/data-fields.js';
import * as pageWords from '../../src/domain/data-page-words.js';
import { writeDataPage } from '../../src/domain/data-page.js';
import * as tables from '../../src/domain/data-tables.js';
import { BROWSER_WORDS, COLLECTOR_WORDS, FIELD_WORDS } from '../../src/domain/data-words.js';
import { aGraph, aNotice } from '../fixtures.js';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('listDataFields', () => {
  it('finds the fields of the schemas, those of lists too', () => {
    const fields = listDataFields();

    expect(fields).toContainEqual({
      group: 'reaction',
      name: 'optionsBefore',
      description: 'What was picked before.',
      types: ['answer-changed'],
    });
    expect(fields.filter(({ name }) => name.startsWith('signals.')).map(({ name }) => name)).toEqual([
      'signals.kind',
      'signals.topic',
      'signals.weight',
    ]);
    expect(fields.find(({ group, name }) => group === 'reaction' && name === 'id')?.types).toEqual([]);
  });

  it('knows every list that a request is made of', () => {
    expect(listEnvelopes()).toEqual(['reactions', 'identities', 'codes', 'withdrawals']);
  });
});

describe('what is told of data', () => {
  it('tells of every field of the schemas, and of none that is not there', () => {
    const told = DATA_GROUPS.flatMap((group) => Object.keys(FIELD_WORDS[group]).map((name) => `${group} ${name}`));
    const sent = listDataFields().map(({ group, name }) => `${group} ${name}`);

    expect(told.toSorted()).toEqual(sent.toSorted());
  });

  it('tells of every store that the browser has', async () => {
    const source = await read('src/log/connection.ts');
    const stores = [...source.matchAll(/createObjectStore\('([a-z]+)'/g)].map(([, name]) => name);

    expect(Object.keys(BROWSER_WORDS).toSorted()).toEqual(stores.toSorted());
  });

  it('tells of every column of the database, in its own words or as a field that was sent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'followup-data-'));
    const store = openLibsqlStore(join(folder, 'followup.db'));
    await store.close();
    const database = new Database(join(folder, 'followup.db'));
    const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    const columns = names.flatMap(({ name }) =>
      (database.pragma(`table_info(${name})`) as { name: string }[]).map((column) => `${name}.${column.name}`),
    );
    database.close();
    rmSync(folder, { recursive: true });
    const sent = new Set(listDataFields().map(({ name }) => name));

    const untold = columns.filter((column) => {
      const [table = '', name = ''] = column.split('.');
      return !sent.has(name) && !(name in COLLECTOR_WORDS) && !(table in COLLECTOR_WORDS) && !DERIVED.has(column);
    });

    expect(untold).toEqual([]);
  });

  it('is written down in docs/data.md as it is now', async () => {
    const doc = await makeDataDoc({ ...tables, ...pageWords });

    expect(doc, 'node scripts/make-data-doc.mjs makes docs/data.md anew').toBe(await read('docs/data.md'));
  });
});

/** Columns that hold nothing new: the reaction itself, and what is read out of it to find it by. */
const DERIVED = new Set([
  'viewings.number',
  'viewings.began',
  'viewings.latest',
  'viewings.named',
  'reactions.topics',
  'reactions.body',
  'names.number',
  'names.body',
  // Of the deletion code: "only as a hash".
  'codes.hash',
]);

describe('writeDataPage', () => {
  it('tells of every field in both languages, and links to the other one', () => {
    const japanese = writeDataPage({ language: 'ja', other: 'data?language=en' });
    const english = writeDataPage({ language: 'en', other: 'data' });

    expect(japanese).toContain('<html lang="ja">');
    expect(japanese).toContain('<a href="data?language=en" lang="en" hreflang="en">English</a>');
    for (const { name } of listDataFields()) {
      expect(japanese).toContain(`<code>${name}</code>`);
      expect(english).toContain(`<code>${name}</code>`);
    }
  });

  it('shows the notices of graphs as words, whatever stands in them', () => {
    const notice = aNotice({ collector: '<script>alert("1")</script>', retentionDays: 90, contact: "a'b&c" });
    const page = writeDataPage({ language: 'en', graphs: [aGraph({ title: '</h3><b>', notice })], other: 'data' });

    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(page).toContain('a&#39;b&amp;c');
    expect(page).toContain('<dd>90 days</dd>');
  });
});
