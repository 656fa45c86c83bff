import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { openLibsqlStore } from '../../src/collector/index.js';
import { openPostgresStore } from '../../src/collector/postgres-store.js';
import type { BatchReceipt, Reaction } from '../../src/domain/reaction.js';
import { findTestPostgres } from '../shared/postgres.js';
import { aReaction, anAnswer, aUuid } from './reactions.js';
import { useCollector } from './run-collector.js';

const server = await findTestPostgres();
afterAll(() => server?.stop());

const engines = [
  { engine: 'a file', open: (file: string) => openLibsqlStore(file) },
  ...(server
    ? [{ engine: 'PostgreSQL', open: () => openPostgresStore(server.url, { schema: server.newSchema() }) }]
    : []),
];

const runs = { numRuns: 60, seed: 20_261_121 };
const CODE = '7K3QF2M9XA7K3QF2M9XA';

/** Texts that break what handles them carelessly. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    'a\u0000b',
    '\ud800',
    'x\udc00y',
    '\u202egnp.exe\u2066',
    '\ufeff=1+1',
    "'); DROP TABLE reactions; --",
    '<script>alert(1)</script>',
    '{"$ne":null}',
    '__proto__',
    '\r\n\t"',
  ),
);

/** Anything that is JSON, and near misses of a batch. */
const anyBody = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc
    .record(
      {
        format: fc.oneof(fc.constant(1), fc.anything()),
        reactions: fc.oneof(fc.array(fc.anything(), { maxLength: 5 }), fc.anything()),
        identities: fc.oneof(fc.array(fc.anything(), { maxLength: 3 }), fc.anything()),
        codes: fc.array(fc.anything(), { maxLength: 3 }),
        withdrawals: fc.array(fc.anything(), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    )
    .map(toJson),
);

/** A good reaction that comes again with another time, or from another place. */
const movedReaction = fc
  .record({ at: fc.date({ noInvalidDate: true }), sequence: fc.nat() })
  .map(({ at, sequence }) => ({
    ...anAnswer('team'),
    at: `${at.toISOString().slice(0, 19)}Z`,
    sequence,
  }));

/** A good reaction with one field changed into something else. */
const brokenReaction = fc
  .tuple(fc.constantFrom(...Object.keys(anAnswer('team')), '__proto__', 'extra'), fc.anything())
  .map(([name, value]) => Object.defineProperty({ ...anAnswer('team') }, name, { value, enumerable: true }));

describe.each(engines)('a collector on $engine, fuzzed', ({ open }) => {
  const running = useCollector({}, open);

  it('answers whatever is posted anywhere with a status and, if it is a no, a sentence', async () => {
    const paths = ['/reactions', '/withdrawals', '/session', '/erasures'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), anyBody, async (path, body) => {
        const response = await running.post(body, { 'content-type': 'application/json' }, path);
        const text = await response.text();

        expect(response.status).toBeLessThan(500);
        if (response.status >= 400) {
          expect(JSON.parse(text)).toMatchObject({ message: expect.stringMatching(/^[A-Z].*\.$/s) as string });
        }
      }),
      { ...runs, numRuns: 200 },
    );
    await running.expectAlive();
    expect(running.log.filter(({ event }) => event === 'fault')).toEqual([]);
  });

  it('answers whatever is asked for with a status', async () => {
    const paths = ['/ways', '/report', '/reactions.csv', '/graphs', '/audit', '/session', '/ready', ''];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }), { maxKeys: 3 }),
        fc.boolean(),
        async (path, query, signedIn) => {
          const address = `${path}?${new URLSearchParams(query)}`;
          const response = await (signedIn ? running.read(address) : fetch(running.base + address));
          await response.arrayBuffer();

          expect(response.status).toBeLessThan(500);
        },
      ),
      runs,
    );
    expect(running.log.filter(({ event }) => event === 'fault')).toEqual([]);
  });

  it('stores each good reaction of mixed batches once, in whatever order and however often they come', async () => {
    const good = Array.from({ length: 12 }, (_, index) =>
      anAnswer('team', { viewing: 1 + (index % 3), sequence: 1 + index }),
    );
    const sent = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...good), movedReaction, brokenReaction, fc.anything()), { maxLength: 10 }),
        async (items) => {
          const receipts = await Promise.all([1, 2].map(() => running.post(toJson({ format: 1, reactions: items }))));
          const bodies = (await Promise.all(receipts.map((receipt) => receipt.json()))) as BatchReceipt[];

          for (const { stored, known, refused } of bodies) {
            expect(stored.length + known.length + refused.length).toBeLessThanOrEqual(items.length);
            expect(stored.filter((id) => sent.has(id))).toEqual([]);
          }
          bodies.flatMap(({ stored }) => stored).forEach((id) => sent.add(id));
        },
      ),
      runs,
    );

    const ids = (await running.lines()).map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(new Set(ids)).toEqual(sent);
  });

  it('keeps hostile words as they are, or refuses them with a sentence', async () => {
    let sequence = 0;
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        sequence += 1;
        const reaction = aReaction({ type: 'asked', scene: 'hub', text, signals: [] }, { sequence });
        const { stored, refused } = (await (await running.send([reaction])).json()) as BatchReceipt;

        if (stored.length === 0) {
          expect(refused[0]?.reason).toMatch(/^[a-z]+ 0: .*\.$/s);
          return;
        }
        const kept = (await running.lines()).find(({ id }) => id === reaction.id) as Reaction & { text?: string };
        expect(kept.text).toBe(text);
      }),
      runs,
    );
    await running.expectAlive();
  });

  it('takes back only what a right code opens', async () => {
    await running.send([anAnswer('team')], { codes: [{ viewing: aUuid(1, 'viewing'), code: CODE }] });
    const letter = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(letter, { minLength: 20, maxLength: 20 }).map((letters) => letters.join('')),
          hostileText,
        ),
        fc.constantFrom('everything', 'name', 'reactions', 'all'),
        async (code, of) => {
          const withdrawals = [{ id: aUuid(1), viewing: aUuid(1, 'viewing'), code, of }];
          await running.post(toJson({ format: 1, withdrawals }), { 'content-type': 'text/plain' }, '/withdrawals');
        },
      ),
      runs,
    );

    expect(await running.lines()).toHaveLength(1);
  });
});

/** As JSON, whatever it is: a value that has none becomes null. */
function toJson(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? 'null'
    );
  } catch {
    // Circles and values with a broken toJSON.
    return 'null';
  }
}
