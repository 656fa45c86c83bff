import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterAll, describe, expect, it } from 'vitest';

import { openLibsqlStore, type LibsqlOptions } from '../../src/collector/libsql-store.js';
import { openPostgresStore } from '../../src/collector/open-store.js';
import { readAll, type ReactionStore } from '../../src/collector/reaction-store.js';
import { aReaction, anAnswer, aUuid } from '../collector/reactions.js';
import { findTestPostgres } from '../shared/postgres.js';
import { parseLines, useShell } from './surroundings.js';

const server = await findTestPostgres();
afterAll(() => server?.stop());

const CODE = 'ABCDEFGHJKMNPQRSTVWX';

/** Two named viewings and one that was withdrawn: 5 reactions, 2 names, 1 code, 1 note. */
async function fill(store: ReactionStore): Promise<void> {
  for (const viewing of [1, 2]) {
    await store.keep({
      reactions: [
        aReaction({ type: 'notice-answered', choice: 'named' }, { viewing }),
        anAnswer('team', { viewing, sequence: 2 }),
      ],
      identities: [{ viewing: aUuid(viewing, 'viewing'), name: `花子 ${viewing}`, reference: `A-${viewing}` }],
    });
  }
  await store.keep({ reactions: [anAnswer('team', { viewing: 2, sequence: 3, at: '2020-01-31T00:00:00Z' })] });
  await store.withdraw([{ id: aUuid(1), viewing: aUuid(3, 'viewing'), code: CODE, of: 'everything' }]);
}

const COUNTS = '5 reactions, 2 names, 1 deletion codes, 1 notes of what was withdrawn';

async function namesIn(store: ReactionStore): Promise<readonly (string | undefined)[]> {
  const names: (string | undefined)[] = [];
  for await (const rows of readAll(store, { names: true })) names.push(...rows.map(({ identity }) => identity?.name));
  await store.close();
  return names;
}

const ALL_NAMES = ['花子 1', '花子 1', '花子 2', '花子 2', '花子 2'];

describe('followup-player collector', () => {
  const shell = useShell();
  const at = (name: string) => join(shell.folder, name);
  // Without it, what they did would be noted in a folder beside the tests.
  const collector = (...args: string[]) => shell.run(['collector', ...args], { FOLLOWUP_DATA: shell.folder });
  const prepare = async (name: string, options?: LibsqlOptions) => {
    const store = openLibsqlStore(at(name), options);
    await fill(store);
    await store.close();
    return at(name);
  };
  const said = () => shell.said.join('\n');

  describe('backup and restore', () => {
    it('restores into a folder that is not there yet', async () => {
      const database = await prepare('followup.db');
      await collector('backup', '--database', database, '--to', at('copy.db'));

      expect(await collector('restore', '--from', at('copy.db'), '--data', at('new'))).toBe(0);

      expect(statSync(at('new')).mode & 0o777).toBe(0o700);
    });

    it('copy a file database, with its names in another file', async () => {
      const database = await prepare('followup.db', { namesFile: at('names.db') });
      const places = ['--database', database, '--names-database', at('names.db')];

      expect(await collector('backup', ...places, '--to', at('copy.db'))).toBe(0);
      expect(await collector('restore', '--from', at('copy.db'), '--database', at('again.db'))).toBe(0);

      expect(said()).toContain(COUNTS);
      expect(statSync(at('copy.db')).mode & 0o777).toBe(0o600);
      expect(await namesIn(openLibsqlStore(at('again.db')))).toEqual(ALL_NAMES);
    });

    it('write and read JSON Lines, packed, with a checksum', async () => {
      const database = await prepare('followup.db');

      expect(await collector('backup', '--database', database, '--to', at('copy.jsonl.gz'))).toBe(0);
      expect(await collector('restore', '--from', at('copy.jsonl.gz'), '--database', at('again.db'))).toBe(0);

      const lines = gunzipSync(readFileSync(at('copy.jsonl.gz')))
        .toString()
        .trim()
        .split('\n');
      expect(lines).toHaveLength(1 + 9 + 1);
      expect(lines[0]).toBe('{"type":"followup-backup","format":1}');
      expect(said().match(/Checksum [0-9a-f]{64}/g)?.length).toBe(2);
      expect(new Set(said().match(/Checksum [0-9a-f]{64}/g)).size).toBe(1);
      expect(await namesIn(openLibsqlStore(at('again.db')))).toEqual(ALL_NAMES);
    });

    it('find out that a copy was changed, or cut short', async () => {
      const database = await prepare('followup.db');
      await collector('backup', '--database', database, '--to', at('copy.jsonl'));
      const copy = readFileSync(at('copy.jsonl'), 'utf8');
      writeFileSync(at('changed.jsonl'), copy.replace('花子 1', '花子 9'));
      writeFileSync(at('short.jsonl'), copy.split('\n').slice(0, 5).join('\n'));

      for (const name of ['changed', 'short']) {
        const code = await collector('restore', '--from', at(`${name}.jsonl`), '--database', at(`${name}.db`));

        expect(code).toBe(1);
        expect(shell.warned.at(-1)).toContain('is not whole');
      }
    });

    it('never write over anything, nor into what is not empty', async () => {
      const database = await prepare('followup.db');
      await collector('backup', '--database', database, '--to', at('copy.jsonl'));

      expect(await collector('backup', '--database', database, '--to', at('copy.jsonl'))).toBe(1);
      expect(await collector('restore', '--from', at('copy.jsonl'), '--database', database)).toBe(1);
      expect(await collector('backup', '--database', at('none.db'), '--to', at('new.db'))).toBe(1);
      expect(await collector('restore', '--from', at('none.db'))).toBe(1);
      expect(await collector('backup', '--database', database)).toBe(2);

      expect(shell.warned).toEqual([
        `There is a file "${at('copy.jsonl')}" already. Name one that is not there.`,
        `${database} is not empty. Name another one with --database, or move it away first.`,
        `There is no database "${at('none.db')}".`,
        `There is no file "${at('none.db')}".`,
        'Name the file to write with --to.',
      ]);
    });
  });

  describe('migrate', () => {
    it('carries everything to another file, and once more does no harm', async () => {
      const database = await prepare('followup.db');
      const args = ['migrate', '--from', database, '--to', at('new.db'), '--place-file', at('place.json')];

      expect(await collector(...args)).toBe(0);
      expect(await collector(...args)).toBe(0);

      expect(said()).toContain(`Everything is there: ${COUNTS}.`);
      expect(await namesIn(openLibsqlStore(at('new.db')))).toEqual(ALL_NAMES);
    });

    it('goes on where an earlier attempt stopped, and sees to it that nothing is missing', async () => {
      const database = await prepare('followup.db');
      const place = { from: database, to: at('new.db'), place: 'reaction:4' };
      writeFileSync(at('place.json'), JSON.stringify(place));
      const args = ['migrate', '--from', database, '--to', at('new.db'), '--place-file', at('place.json')];

      // What came before that place is not there, as if the new database had been lost meanwhile.
      expect(await collector(...args)).toBe(1);
      expect(said()).toContain('Going on where an earlier attempt stopped.');
      expect(shell.warned.at(-1)).toContain('the new one 1 reactions, 0 names');
      expect(await collector(...args)).toBe(0);
    });

    it('says so if the new database holds something else', async () => {
      const database = await prepare('followup.db');
      const other = openLibsqlStore(at('new.db'));
      await other.keep({ reactions: [anAnswer('team', { viewing: 9 })] });
      await other.close();

      const code = await collector('migrate', '--from', database, '--to', at('new.db'), '--place-file', at('p.json'));

      expect(code).toBe(1);
      expect(shell.warned.at(-1)).toMatch(/The old one holds 5 reactions.*the new one 6 reactions/);
    });

    it.skipIf(!server)('carries everything to PostgreSQL and back', async () => {
      const database = await prepare('followup.db');
      const url = server?.url ?? '';
      const name = `migrate_${Math.random().toString(36).slice(2, 10)}`;
      await server?.ask(`CREATE DATABASE ${name}`);
      const there = Object.assign(new URL(url), { pathname: `/${name}` }).href;
      const file = ['--place-file', at('place.json')];

      expect(await collector('migrate', '--from', database, '--to', there, ...file)).toBe(0);
      expect(await collector('migrate', '--from', there, '--to', at('back.db'), ...file)).toBe(0);
      expect(await collector('backup', '--database', there, '--to', at('copy.jsonl'))).toBe(0);
      const names = await namesIn(await openPostgresStore(there));
      await server?.ask(`DROP DATABASE ${name} WITH (FORCE)`);

      expect(new Set(said().match(/Checksum [0-9a-f]{64}/g)).size).toBe(1);
      expect(names).toEqual(ALL_NAMES);
      expect(await namesIn(openLibsqlStore(at('back.db')))).toEqual(ALL_NAMES);
    });

    it('wants two databases', async () => {
      expect(await collector('migrate', '--from', at('a.db'))).toBe(2);
      expect(await collector('migrate', '--from', at('a.db'), '--to', at('a.db'))).toBe(2);
      expect(await collector('migrate', '--from', at('a.db'), '--to', at('b.db'))).toBe(1);
      expect(shell.warned.at(-1)).toBe(`There is no database "${at('a.db')}".`);
    });
  });

  describe('erase', () => {
    it('deletes a person by number or name, or one viewing', async () => {
      const database = await prepare('followup.db');
      const erase = (...args: string[]) => collector('erase', '--data', shell.folder, '--database', database, ...args);

      expect(await erase('--reference', 'A-1')).toBe(0);
      expect(await erase('--name', '花子 2')).toBe(0);
      expect(await erase('--name', '花子 2')).toBe(1);
      expect(await erase('--viewing', aUuid(1, 'viewing'))).toBe(1);
      expect(await erase('--viewing', 'me')).toBe(2);
      expect(await erase('--name', 'a', '--reference', 'b')).toBe(2);

      expect(shell.said).toEqual([
        'Deleted: 1 viewing, 2 reactions, 1 name.',
        'Deleted: 1 viewing, 3 reactions, 1 name.',
      ]);
    });
  });

  it('writes into the record what was erased and what expired, and nobody’s name', async () => {
    const database = await prepare('followup.db', { now: () => Date.now() - 40 * 86_400_000 });
    const where = ['--data', shell.folder, '--database', database];

    await collector('erase', ...where, '--name', '花子 2');
    await collector('erase', ...where, '--viewing', aUuid(99, 'viewing'));
    await collector('expire', ...where, '--retention-days', '30');
    await collector('erase', '--data', at('nowhere'), '--database', database, '--reference', 'A-1');

    const text = shell.audit();
    expect(parseLines(text)).toMatchObject([
      { action: 'erasure', route: 'collector erase', outcome: 'begun', reader: '(command line)', role: 'admin' },
      { action: 'erasure', outcome: 'done', rows: 3 },
      { action: 'erasure', outcome: 'begun', filter: { viewing: aUuid(99, 'viewing') } },
      { action: 'erasure', outcome: 'done', rows: 0 },
      { action: 'expiry', route: 'collector expire', outcome: 'begun' },
      { action: 'expiry', outcome: 'done', rows: 2 },
    ]);
    expect(text).not.toContain('花子');
    expect(shell.warned.find((line) => line.includes('nowhere'))).toMatch(/^There is no folder .* stands in no record/);
  });

  describe('expire', () => {
    it('deletes what is older than it may be', async () => {
      const long = Date.now() - 40 * 86_400_000;
      const database = await prepare('followup.db', { now: () => long });
      const expire = (...args: string[]) =>
        collector('expire', '--data', shell.folder, '--database', database, ...args);

      expect(await expire('--retention-days', '50')).toBe(0);
      expect(await expire('--retention-days', '30')).toBe(0);
      expect(await expire()).toBe(2);
      expect(await expire('--retention-days', '0')).toBe(2);

      expect(shell.said).toEqual([
        'Deleted: 0 viewings, 0 reactions, 0 names.',
        'Deleted: 2 viewings, 5 reactions, 2 names.',
      ]);
    });
  });
});
