import { randomUUID } from 'node:crypto';

import { afterAll, describe, expect, it } from 'vitest';

import { openPostgresStore, type PostgresOptions } from '../../src/collector/postgres-store.js';
import { readAll, type ReactionStore } from '../../src/collector/reaction-store.js';
import { findTestPostgres } from '../shared/postgres.js';
import { erasureContract } from './erasure-contract.js';
import { aReaction, anAnswer, aUuid } from './reactions.js';
import { storeContract } from './store-contract.js';

const server = await findTestPostgres();
afterAll(() => server?.stop());

const CODE = 'ABCDEFGHJKMNPQRSTVWX';
const NOW = () => Date.parse('2026-11-20T05:00:00Z');
const url = server?.url ?? '';
const newSchema = () => server?.newSchema() ?? '';
const open = (options: PostgresOptions = {}) => openPostgresStore(url, { schema: newSchema(), now: NOW, ...options });

const idsIn = async (store: ReactionStore) => {
  const ids: string[] = [];
  for await (const rows of readAll(store, {})) ids.push(...rows.map(({ reaction }) => reaction.id));
  return ids;
};

/** Does it again as long as the store says "try again later". */
async function untilAnswered<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      expect(error).toMatchObject({ code: 'store-failed' });
    }
  }
}

if (server) {
  storeContract('openPostgresStore', () => open());
  erasureContract('openPostgresStore', (now) => open({ now }));
}

describe.skipIf(!server)('openPostgresStore', () => {
  it('lets several collectors start, and take the same at the same time, each id once', async () => {
    const schema = newSchema();
    const stores = await Promise.all([1, 2, 3].map(() => open({ schema })));
    const batches = Array.from({ length: 40 }, (_, batch) =>
      Array.from({ length: 20 }, (__, index) =>
        anAnswer('team', {
          viewing: 1 + ((batch + index) % 9),
          sequence: batch * 20 + index + 1,
          id: batch * 20 + index,
        }),
      ),
    );

    const kept = await Promise.all(
      stores.flatMap((store) => batches.map((reactions) => store.keep({ reactions: reactions.toReversed() }))),
    );
    const ids = await idsIn(stores[0] as ReactionStore);
    await Promise.all(stores.map((store) => store.close()));

    expect(ids).toHaveLength(800);
    expect(new Set(ids).size).toBe(800);
    expect(kept.flatMap(({ stored }) => stored)).toHaveLength(800);
    expect(kept.flatMap(({ known }) => known)).toHaveLength(1_600);
  });

  it('keeps nothing of a viewing that is withdrawn at one collector while it comes in at another', async () => {
    const schema = newSchema();
    const [one, other] = (await Promise.all([open({ schema }), open({ schema })])) as [ReactionStore, ReactionStore];
    for (let viewing = 1; viewing <= 20; viewing += 1) {
      await one.keep({ reactions: [], codes: [{ viewing: aUuid(viewing, 'viewing'), code: CODE }] });
      const sending = Array.from({ length: 10 }, (_, index) =>
        one.keep({
          reactions: [anAnswer('team', { viewing, sequence: index + 1 })],
          identities: [{ viewing: aUuid(viewing, 'viewing'), name: 'Hanako' }],
        }),
      );
      const withdrawing = other.withdraw([
        { id: aUuid(1), viewing: aUuid(viewing, 'viewing'), code: CODE, of: 'everything' },
      ]);
      await Promise.all([...sending, withdrawing]);
    }

    const ids = await idsIn(one);
    const names = await server?.ask(`SELECT 1 FROM ${schema}_names.names`);
    await Promise.all([one.close(), other.close()]);

    expect(ids).toEqual([]);
    expect(names).toEqual([]);
  });

  const tablesIn = async (schema: string) =>
    (
      await server?.ask<{ name: string; count: number }>(
        `SELECT c.relname AS name, (xpath('/row/c/text()', query_to_xml(
           format('SELECT count(*) AS c FROM %I.%I', n.nspname, c.relname), false, true, '')))[1]::text::int AS count
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relname LIKE 'reactions%' ORDER BY 1`,
        [schema],
      )
    )?.map(({ name, count }) => `${name}: ${count}`);

  it('lays reactions out by month, and clocks that are far off together', async () => {
    const schema = newSchema();
    const store = await open({ schema });

    await store.keep({
      reactions: [
        anAnswer('team', { viewing: 1, at: '2026-10-31T23:59:59Z' }),
        anAnswer('team', { viewing: 1, sequence: 2, at: '2026-11-01T00:00:00Z' }),
        anAnswer('team', { viewing: 2, at: '1970-01-01T00:00:00Z' }),
        anAnswer('team', { viewing: 3, at: '2099-01-01T00:00:00Z' }),
      ],
    });
    const tables = await tablesIn(schema);
    await store.close();

    expect(tables).toEqual(['reactions_2026_10: 1', 'reactions_2026_11: 1', 'reactions_other: 2']);
  });

  it('moves what came before its month had a table, and knows it again', async () => {
    const schema = newSchema();
    const early = await open({ schema, now: () => Date.parse('2020-01-01T00:00:00Z') });
    await early.keep({ reactions: [anAnswer('team')] });
    const before = await tablesIn(schema);
    const store = await open({ schema });

    const kept = await store.keep({ reactions: [anAnswer('team'), anAnswer('team', { sequence: 2 })] });
    const after = await tablesIn(schema);
    await Promise.all([early.close(), store.close()]);

    expect(before).toEqual(['reactions_other: 1']);
    expect(kept).toMatchObject({ stored: [aUuid(1002)], known: [aUuid(1001)] });
    expect(after).toEqual(['reactions_2026_11: 2', 'reactions_other: 0']);
  });

  it('drops a whole month when everything in it has expired, and no month that holds more', async () => {
    const schema = newSchema();
    let now = Date.parse('2026-09-30T00:00:00Z');
    const store = await open({ schema, now: () => now });
    const at = (day: string) => `${day}T00:00:00Z`;
    await store.keep({
      reactions: [
        anAnswer('team', { viewing: 1, at: at('2026-08-31') }),
        anAnswer('team', { viewing: 2, at: at('2026-09-30') }),
        anAnswer('team', { viewing: 3, at: at('2026-09-30'), graph: 'other' }),
      ],
    });
    now = NOW();
    await store.keep({ reactions: [anAnswer('team', { viewing: 4 })] });

    const erased = await store.expire([{ graph: 'graph', before: '2026-11-01T00:00:00Z' }]);
    const tables = await tablesIn(schema);
    now = Date.parse('2026-11-20T06:00:00Z');
    const again = await store.keep({ reactions: [anAnswer('team', { viewing: 5, at: at('2026-08-31') })] });
    await store.close();

    expect(erased).toEqual({ viewings: 2, reactions: 2, names: 0 });
    expect(tables).toEqual(['reactions_2026_09: 1', 'reactions_2026_11: 1', 'reactions_other: 0']);
    expect(again.stored).toHaveLength(1);
  });

  it('drops a month of several graphs when all of them are over, each in its own time', async () => {
    const schema = newSchema();
    let now = Date.parse('2026-09-30T00:00:00Z');
    const store = await open({ schema, now: () => now });
    const on = (at: string, viewing: number, graph: string) => anAnswer('team', { viewing, graph, at });
    await store.keep({
      reactions: [
        on('2026-08-31T00:00:00Z', 1, 'one'),
        on('2026-08-31T00:00:00Z', 2, 'two'),
        on('2026-09-30T00:00:00Z', 3, 'one'),
        on('2026-09-30T00:00:00Z', 4, 'long'),
      ],
    });
    now = NOW();

    const erased = await store.expire([
      { graph: 'one', before: '2026-11-01T00:00:00Z' },
      { graph: 'two', before: '2026-10-15T00:00:00Z' },
      { graph: 'long', before: '2026-01-01T00:00:00Z' },
    ]);
    const tables = await tablesIn(schema);
    const left = await idsIn(store);
    await store.close();

    expect(erased).toEqual({ viewings: 3, reactions: 3, names: 0 });
    expect(tables).toEqual(['reactions_2026_09: 1', 'reactions_other: 0']);
    expect(left).toEqual([aUuid(4001)]);
  });

  it('leaves no byte of an expired name in its table, nor of an expired answer', async () => {
    const schema = newSchema();
    const store = await open({ schema });
    const words = (viewing: number, graph: string, text: string) => [
      aReaction({ type: 'notice-answered', choice: 'named' }, { viewing, graph, sequence: 1 }),
      aReaction({ type: 'asked', scene: 'hub', text, signals: [] }, { viewing, graph, sequence: 2 }),
    ];
    await store.keep({
      reactions: [...words(1, 'graph', 'Will he shout at me'), ...words(2, 'other', 'Is there a garden')],
      identities: [1, 2].map((viewing) => ({ viewing: aUuid(viewing, 'viewing'), name: `Hanako ${viewing}` })),
    });
    const holds = async (table: string, text: string) => {
      await server?.ask('CHECKPOINT');
      const rows = await server?.ask<{ found: boolean }>(
        'SELECT position($2::text::bytea IN pg_read_binary_file(pg_relation_filepath($1))) > 0 AS found',
        [table, text],
      );
      return rows?.[0]?.found;
    };
    const month = `${schema}.reactions_2026_11`;
    const before = [await holds(month, 'Will he shout'), await holds(`${schema}_names.names`, 'Hanako 1')];

    await store.expire([{ graph: 'graph', before: '2026-11-21T00:00:00Z' }]);
    const after = [await holds(month, 'Will he shout'), await holds(`${schema}_names.names`, 'Hanako 1')];
    const others = [await holds(month, 'Is there a garden'), await holds(`${schema}_names.names`, 'Hanako 2')];
    await store.close();

    expect(before).toEqual([true, true]);
    expect(after).toEqual([false, false]);
    expect(others).toEqual([true, true]);
  });

  it('asks to come again when its connections break, and goes on with new ones', async () => {
    const schema = newSchema();
    const store = await open({ schema });
    const outcomes: string[] = [];
    for (let round = 1; round <= 5; round += 1) {
      const sending = Array.from({ length: 40 }, async (_, index) => {
        const reactions = [anAnswer('team', { viewing: round, sequence: index + 1 })];
        const kept = await untilAnswered(() => store.keep({ reactions }));
        outcomes.push(...kept.stored, ...kept.known);
      });
      await server?.ask('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
        `followup-player ${schema}`,
      ]);
      await Promise.all(sending);
    }

    // A connection that was cut while it was idle is found broken when it is used.
    const ids = await untilAnswered(() => idsIn(store));
    await store.close();

    expect(outcomes).toHaveLength(200);
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
  });

  it('writes what is on its way when it is closed', async () => {
    const schema = newSchema();
    const store = await open({ schema });

    const kept = store.keep({ reactions: [anAnswer('team')] });
    await store.close();

    expect((await kept).stored).toHaveLength(1);
  });

  it('keeps names in another database, and reads them from there', async () => {
    const database = `names_${randomUUID().slice(0, 8)}`;
    await server?.ask(`CREATE DATABASE ${database}`);
    const namesUrl = Object.assign(new URL(url), { pathname: `/${database}` }).href;
    const schema = newSchema();
    const store = await open({ schema, namesUrl });
    await store.keep({
      reactions: [aReaction({ type: 'notice-answered', choice: 'named' })],
      identities: [{ viewing: aUuid(1, 'viewing'), name: 'Hanako' }],
    });

    const { rows } = await store.readPage({ names: true }, undefined, 10);
    const here = await server?.ask("SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'names'", [
      `${schema}_names`,
    ]);
    await store.close();
    await server?.ask(`DROP DATABASE ${database} WITH (FORCE)`);

    expect(rows.map(({ identity }) => identity?.name)).toEqual(['Hanako']);
    expect(here).toEqual([]);
  });

  it('refuses a database of a newer collector', async () => {
    const schema = newSchema();
    await (await open({ schema })).close();
    await server?.ask(`UPDATE ${schema}.version SET version = 99`);

    await expect(open({ schema })).rejects.toThrow(/of version 99, made by a newer collector/);
  });

  it('refuses a schema that is no plain word', async () => {
    await expect(open({ schema: 'x; DROP TABLE reactions' })).rejects.toThrow(/is no schema/);
  });

  it('says that there is no server, and nothing of the password', async () => {
    const failing = openPostgresStore('postgres://somebody:secret@127.0.0.1:1/none');

    await expect(failing).rejects.toThrow(/PostgreSQL database could not be opened/);
    await expect(failing).rejects.not.toThrow(/secret/);
  });
});
