import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';

import { namesBeside, openLibsqlStore, type LibsqlOptions } from '../../src/collector/libsql-store.js';
import { readAll, type Incoming, type ReactionStore } from '../../src/collector/reaction-store.js';
import { aReaction, aUuid } from './reactions.js';

const top = mkdtempSync(join(tmpdir(), 'followup-erasure-'));
let folders = 0;
afterAll(() => rmSync(top, { recursive: true, force: true }));

const CODE = 'ABCDEFGHJKMNPQRSTVWX';
const SECRET = 'Will the manager shout at me';
const NAME = 'Hanako Tanaka';
const SEVEN = aUuid(7, 'viewing');

/** Many viewings that ask something, each under a name. Number 7 says what will have to go. */
function aCrowd(graphOf: (viewing: number) => string = () => 'graph'): Incoming {
  const numbers = Array.from({ length: 400 }, (_, index) => index + 1);
  const words = (viewing: number) => (viewing === 7 ? SECRET : `What about matter number ${viewing}? `.repeat(20));
  return {
    reactions: numbers.flatMap((viewing) => [
      aReaction({ type: 'notice-answered', choice: 'named' }, { viewing, sequence: 1, graph: graphOf(viewing) }),
      aReaction(
        { type: 'asked', scene: 'hub', text: words(viewing), signals: [] },
        { viewing, sequence: 2, graph: graphOf(viewing) },
      ),
    ]),
    identities: numbers.map((viewing) => ({
      viewing: aUuid(viewing, 'viewing'),
      name: viewing === 7 ? NAME : `Somebody else ${viewing}`,
    })),
    codes: [{ viewing: SEVEN, code: CODE }],
  };
}

interface Opened {
  readonly store: ReactionStore;
  readonly file: string;
  /** What lies in any file of the folder: the database, its write-ahead log, and whatever is beside them. */
  bytes(): string;
}

function open(options: (folder: string) => LibsqlOptions = () => ({})): Opened {
  const folder = join(top, String((folders += 1)));
  mkdirSync(folder);
  const file = join(folder, 'followup.db');
  const bytes = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  return { store: openLibsqlStore(file, options(folder)), file, bytes };
}

const inTwoFiles = (folder: string) => ({ namesFile: join(folder, 'names.db') });
const LAYOUTS = [
  ['in one file', () => ({})],
  ['with the names in another file', inTwoFiles],
] as const;

describe.each(LAYOUTS)('openLibsqlStore %s', (_, layout) => {
  it('leaves no byte of a withdrawn viewing in any file', async () => {
    const { store, bytes } = open(layout);
    await store.keep(aCrowd());
    const before = bytes();

    await store.withdraw([{ id: aUuid(1), code: CODE, of: 'everything' }]);
    const after = bytes();
    await store.close();

    expect([before.includes(SECRET), before.includes(NAME)]).toEqual([true, true]);
    expect([after.includes(SECRET), after.includes(NAME)]).toEqual([false, false]);
    expect(after).toContain('Somebody else 8');
  });

  it('leaves no byte of a person who was erased', async () => {
    const { store, bytes } = open(layout);
    await store.keep(aCrowd());

    await store.eraseViewer({ name: NAME });
    const after = bytes();
    await store.close();

    expect([after.includes(SECRET), after.includes(NAME)]).toEqual([false, false]);
  });

  it('leaves no byte of what expired, and gives the room back', async () => {
    const { store, file, bytes } = open(layout);
    await store.keep(aCrowd((viewing) => (viewing % 2 === 1 ? 'old' : 'new')));
    // Emptied first, so that both sizes are those of a file with everything in it.
    await store.eraseViewing(aUuid(999, 'viewing'));
    const sizeBefore = statSync(file).size;

    const erased = await store.expire([{ graph: 'old', before: '2999-01-01T00:00:00Z' }]);
    const after = bytes();
    await store.close();

    expect(erased).toEqual({ viewings: 200, reactions: 400, names: 200 });
    expect([after.includes(SECRET), after.includes(NAME), after.includes('matter number 9?')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(after).toContain('matter number 8?');
    expect(statSync(file).size).toBeLessThan(sizeBefore * 0.7);
  });
});

describe('openLibsqlStore with a file for names', () => {
  it('moves the names there at the first start with it, and leaves none behind', async () => {
    const { store, file, bytes } = open();
    await store.keep(aCrowd());
    await store.close();
    const namesFile = join(top, `names-${folders}.db`);

    const again = openLibsqlStore(file, { namesFile });
    const [first] = (await again.readPage({ names: true }, undefined, 1)).rows;
    await again.close();

    expect(first?.identity?.name).toBe('Somebody else 1');
    expect(bytes()).not.toContain('Somebody else');
  });

  it('can be read without the names, by whoever has only the other file', async () => {
    const { store, file } = open(inTwoFiles);
    await store.keep(aCrowd());
    await store.close();

    const without = openLibsqlStore(file);
    const [first] = (await without.readPage({ names: true }, undefined, 1)).rows;
    await without.close();

    expect(first?.identity).toBeUndefined();
  });
});

describe('openLibsqlStore with a database of before there were codes and sites', () => {
  it('brings it up to date, with everything in it', async () => {
    const file = join(top, 'version-2.db');
    makeVersion2(file);

    const store = openLibsqlStore(file);
    const rows = [];
    for await (const page of readAll(store, { names: true, site: 'default' })) rows.push(...page);
    const kept = await store.keep({ reactions: [], codes: [{ viewing: SEVEN, code: CODE }] });
    await store.close();

    expect(rows.map(({ reaction, identity }) => [reaction.sequence, identity?.name])).toEqual([[1, NAME]]);
    expect(kept.codes).toEqual([SEVEN]);
  });
});

describe('backUp', () => {
  it('writes a whole copy while the store is open, and never over a file', async () => {
    const { store, file } = open(inTwoFiles);
    await store.keep(aCrowd());
    const copy = file.replace('followup.db', 'copy.db');

    await store.backUp?.(copy);
    const again = store.backUp?.(copy);

    await expect(again).rejects.toThrow(/There is a file/);
    await store.close();
    const restored = openLibsqlStore(copy, { namesFile: namesBeside(copy) });
    const names = [];
    for await (const page of readAll(restored, { names: true }))
      names.push(...page.map(({ identity }) => identity?.name));
    await restored.close();
    expect(names).toHaveLength(800);
    expect(names).toContain(NAME);
  });
});

/** As the collector before wrote it. */
function makeVersion2(file: string): void {
  const database = new Database(file);
  const reaction = aReaction({ type: 'notice-answered', choice: 'named' }, { viewing: 7 });
  database.exec(`
    CREATE TABLE viewings (number INTEGER PRIMARY KEY, viewing TEXT NOT NULL, graph TEXT NOT NULL, began TEXT NOT NULL,
      latest TEXT NOT NULL, named INTEGER NOT NULL DEFAULT 0, UNIQUE (viewing, graph));
    CREATE INDEX viewings_by_graph ON viewings (graph);
    CREATE TABLE reactions (arrival INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      viewing INTEGER NOT NULL REFERENCES viewings (number), sequence INTEGER NOT NULL, at TEXT NOT NULL,
      type TEXT NOT NULL, scene TEXT, question TEXT, topics TEXT NOT NULL, body TEXT NOT NULL, received TEXT NOT NULL);
    CREATE INDEX reactions_by_viewing ON reactions (viewing, sequence);
    CREATE TABLE identities (viewing TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX reactions_that_move ON reactions (viewing, sequence, type) WHERE type IN ('scene-left', 'went-back');
    PRAGMA user_version = 2;
  `);
  const at = reaction.at;
  database.prepare("INSERT INTO viewings VALUES (1, ?, 'graph', ?, ?, 1)").run(SEVEN, at, at);
  database
    .prepare("INSERT INTO reactions VALUES (1, ?, 1, 1, ?, 'notice-answered', NULL, NULL, '', ?, ?)")
    .run(reaction.id, at, JSON.stringify(reaction), at);
  database.prepare('INSERT INTO identities VALUES (?, ?)').run(SEVEN, JSON.stringify({ viewing: SEVEN, name: NAME }));
  database.close();
}
