import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readAll, type ReactionStore, type StoreFilter } from '../../src/collector/reaction-store.js';
import type { StoredRecord } from '../../src/collector/stored-record.js';
import type { Identity, Reaction } from '../../src/domain/reaction.js';
import type { Withdrawal } from '../../src/domain/withdrawal.js';
import { aReaction, anAnswer, aUuid } from './reactions.js';

const CODE = 'ABCDEFGHJKMNPQRSTVWX';
const OTHER_CODE = '01234567890123456789';
const viewingId = (viewing: number) => aUuid(viewing, 'viewing');
const aCode = (viewing: number, code = CODE) => ({ viewing: viewingId(viewing), code });
const aName = (viewing: number, name: string, reference?: string): Identity => ({
  viewing: viewingId(viewing),
  name,
  ...(reference !== undefined && { reference }),
});
const agreed = (viewing: number, graph = 'graph') =>
  aReaction({ type: 'notice-answered', choice: 'named' }, { viewing, graph });
const answer = (viewing: number, sequence = 2) => anAnswer('team', { viewing, sequence });
const aWithdrawal = (fields: Partial<Withdrawal>): Withdrawal => ({
  id: aUuid(7),
  viewing: viewingId(1),
  code: CODE,
  of: 'everything',
  ...fields,
});

/** What every store promises about deleting, and about carrying everything elsewhere. Each adapter runs it. */
export function erasureContract(
  name: string,
  open: (now: () => number) => ReactionStore | Promise<ReactionStore>,
): void {
  describe(`${name}, deleting`, () => {
    let store: ReactionStore;
    let now: number;

    beforeEach(async () => {
      now = Date.parse('2026-11-20T00:00:00Z');
      store = await open(() => now);
    });
    afterEach(() => store.close());

    const rowsOf = async (filter: StoreFilter = {}) => {
      const rows = [];
      for await (const page of readAll(store, { names: true, ...filter })) rows.push(...page);
      return rows;
    };
    const idsOf = async (filter: StoreFilter = {}) => (await rowsOf(filter)).map(({ reaction }) => reaction.id);
    const namesIn = async () => (await rowsOf()).map(({ identity }) => identity?.name);

    it('acknowledges codes, and keeps the first of a viewing', async () => {
      await store.keep({ reactions: [answer(1)], codes: [aCode(1)] });
      const kept = await store.keep({ reactions: [], codes: [aCode(1, OTHER_CODE)] });

      const receipt = await store.withdraw([aWithdrawal({ code: OTHER_CODE })]);

      expect(kept.codes).toEqual([viewingId(1)]);
      expect(receipt.refused).toEqual([{ id: aUuid(7), reason: 'This is not the deletion code of that viewing.' }]);
      expect(await idsOf()).toHaveLength(1);
    });

    it('tells no name to a reader who may not see names', async () => {
      await store.keep({ reactions: [agreed(1)], identities: [aName(1, 'Hanako')] });

      expect((await rowsOf({ names: false })).map(({ identity }) => identity)).toEqual([undefined]);
      expect(await namesIn()).toEqual(['Hanako']);
    });

    it('keeps sites apart, and a viewing with the site that it came from first', async () => {
      await store.keep({ reactions: [answer(1, 1)] }, 'tokyo');
      await store.keep({ reactions: [answer(1, 2), answer(2)] }, 'osaka');

      expect(await idsOf({ site: 'tokyo' })).toEqual([aUuid(1001), aUuid(1002)]);
      expect(await idsOf({ site: 'osaka' })).toEqual([aUuid(2002)]);
      expect(await store.listGraphs('osaka')).toEqual(['graph']);
      expect(await store.listGraphs('nara')).toEqual([]);
    });

    it('withdraws everything of a viewing, and nothing of another', async () => {
      await store.keep({
        reactions: [agreed(1), answer(1), agreed(2)],
        identities: [aName(1, 'Hanako'), aName(2, 'Taro')],
        codes: [aCode(1), aCode(2, OTHER_CODE)],
      });

      const receipt = await store.withdraw([aWithdrawal({})]);

      expect(receipt).toEqual({ done: [aUuid(7)], refused: [] });
      expect(await namesIn()).toEqual(['Taro']);
    });

    it('keeps nothing of a withdrawn viewing that comes late, and acknowledges it', async () => {
      await store.keep({ reactions: [answer(1, 1)], codes: [aCode(1)] });
      await store.withdraw([aWithdrawal({})]);

      const kept = await store.keep({
        reactions: [answer(1, 1), { ...agreed(1), sequence: 2, id: aUuid(1002) }],
        identities: [aName(1, 'Hanako')],
        codes: [aCode(1)],
      });

      expect(kept).toEqual({
        stored: [],
        known: [aUuid(1001), aUuid(1002)],
        identities: [viewingId(1)],
        codes: [viewingId(1)],
      });
      expect(await rowsOf()).toEqual([]);
    });

    it('withdraws a viewing of which nothing ever came, so that nothing will', async () => {
      const first = await store.withdraw([aWithdrawal({})]);
      await store.keep({ reactions: [answer(1)], identities: [aName(1, 'Hanako')] });
      const again = await store.withdraw([aWithdrawal({ viewing: undefined })]);

      expect(first.done).toEqual([aUuid(7)]);
      expect(again.done).toEqual([aUuid(7)]);
      expect(await rowsOf()).toEqual([]);
    });

    it('withdraws by the code alone, any number of times', async () => {
      await store.keep({ reactions: [answer(1)], codes: [aCode(1)] });
      const byCode = aWithdrawal({ viewing: undefined });

      const receipts = [await store.withdraw([byCode]), await store.withdraw([byCode, byCode])];

      expect(receipts.flatMap(({ done }) => done)).toHaveLength(3);
      expect(await rowsOf()).toEqual([]);
    });

    it('refuses a code that nobody has, and a viewing whose code never came', async () => {
      await store.keep({ reactions: [answer(1)] });

      const receipt = await store.withdraw([
        aWithdrawal({ viewing: undefined }),
        aWithdrawal({ id: aUuid(8) }),
        aWithdrawal({ id: aUuid(9), viewing: viewingId(3) }),
      ]);

      expect(receipt.done).toEqual([aUuid(9)]);
      expect(receipt.refused).toEqual([
        { id: aUuid(7), reason: 'No viewing here has this deletion code.' },
        { id: aUuid(8), reason: 'No deletion code of that viewing has come here yet. Send it with a batch first.' },
      ]);
      expect(await idsOf()).toHaveLength(1);
    });

    it('withdraws the name alone, and takes it no more', async () => {
      await store.keep({ reactions: [agreed(1)], identities: [aName(1, 'Hanako')], codes: [aCode(1)] });

      await store.withdraw([aWithdrawal({ of: 'name' })]);
      await store.keep({ reactions: [answer(1)], identities: [aName(1, 'Hanako')] });

      expect(await namesIn()).toEqual([undefined, undefined]);
    });

    it('withdraws single reactions of that viewing alone, and takes them no more', async () => {
      await store.keep({ reactions: [answer(1, 1), answer(1, 2), answer(2, 1)], codes: [aCode(1)] });

      await store.withdraw([aWithdrawal({ of: 'reactions', reactions: [aUuid(1001), aUuid(2001)] })]);
      const kept = await store.keep({ reactions: [answer(1, 1)] });

      expect(kept.known).toEqual([aUuid(1001)]);
      expect(await idsOf()).toEqual([aUuid(1002), aUuid(2001)]);
    });

    it('erases a viewing for good', async () => {
      await store.keep({ reactions: [agreed(1), answer(1), answer(2)], identities: [aName(1, 'Hanako')] });

      const erased = await store.eraseViewing(viewingId(1));
      await store.keep({ reactions: [answer(1)], identities: [aName(1, 'Hanako')] });

      expect(erased).toEqual({ viewings: 1, reactions: 2, names: 1 });
      expect(await idsOf()).toEqual([aUuid(2002)]);
    });

    it('erases all that a person put their name to, by number or by name', async () => {
      await store.keep({
        reactions: [agreed(1), agreed(2), agreed(3), agreed(4)],
        identities: [
          aName(1, 'Hanako', 'A-1'),
          aName(2, '花子 "H"', 'A-1'),
          aName(3, 'Taro'),
          aName(4, 'Jiro', 'A-11'),
        ],
      });

      const byNumber = await store.eraseViewer({ reference: 'A-1' });
      const byName = await store.eraseViewer({ name: 'Taro' });
      const nobody = await store.eraseViewer({ name: "' OR '1'='1" });

      expect(byNumber).toEqual({ viewings: 2, reactions: 2, names: 2 });
      expect(byName).toEqual({ viewings: 1, reactions: 1, names: 1 });
      expect(nobody).toEqual({ viewings: 0, reactions: 0, names: 0 });
      expect(await namesIn()).toEqual(['Jiro']);
    });

    it('deletes what came before an instant, of one graph', async () => {
      const day = 86_400_000;
      await store.keep({
        reactions: [agreed(1), agreed(2, 'other'), answer(3, 1)],
        identities: [aName(1, 'Hanako'), aName(2, 'Taro'), aName(9, 'Orphan')],
        codes: [aCode(1), aCode(2, OTHER_CODE)],
      });
      now += day;
      await store.keep({ reactions: [answer(3, 2)], identities: [aName(3, 'Saburo')] });

      const erased = await store.expire([{ graph: 'graph', before: '2026-11-21T00:00:00Z' }]);
      const again = await store.expire([{ graph: 'graph', before: '2026-11-21T00:00:00Z' }]);

      expect(erased).toEqual({ viewings: 1, reactions: 2, names: 2 });
      expect(again).toEqual({ viewings: 0, reactions: 0, names: 0 });
      expect(await idsOf()).toEqual([aUuid(2001), aUuid(3002)]);
      expect(await namesIn()).toEqual(['Taro', undefined]);
      expect((await store.withdraw([aWithdrawal({ viewing: undefined })])).refused).toHaveLength(1);
      expect((await store.withdraw([aWithdrawal({ viewing: undefined, code: OTHER_CODE })])).done).toHaveLength(1);
    });

    it('deletes of several graphs what came before the instant of each', async () => {
      await store.keep({ reactions: [agreed(1), agreed(2, 'other'), agreed(3, 'third')] });

      const erased = await store.expire([
        { graph: 'graph', before: '2026-11-21T00:00:00Z' },
        { graph: 'other', before: '2026-01-01T00:00:00Z' },
        { graph: 'third', before: '2026-11-21T00:00:00Z' },
      ]);

      expect(erased).toEqual({ viewings: 2, reactions: 2, names: 0 });
      expect(await idsOf()).toEqual([aUuid(2001)]);
    });

    it('takes again what expired and comes once more, to delete it again later', async () => {
      await store.keep({ reactions: [answer(1)] });
      await store.expire([{ graph: 'graph', before: '2026-11-21T00:00:00Z' }]);

      const kept = await store.keep({ reactions: [answer(1)] });

      expect(kept.stored).toEqual([aUuid(1002)]);
      expect(await store.expire([{ graph: 'graph', before: '2026-11-21T00:00:00Z' }])).toMatchObject({
        viewings: 1,
        reactions: 1,
      });
    });

    const recordsOf = async (from: ReactionStore, limit: number) => {
      const records: StoredRecord[] = [];
      let after: string | undefined;
      do {
        const page = await from.readRecords(after, limit);
        records.push(...page.records);
        after = page.next;
      } while (after !== undefined);
      return records;
    };
    const strange: Reaction = aReaction(
      { type: 'asked', scene: 'hub', text: '\u0000 \uD800 "日本語"', signals: [] },
      { viewing: 4, graph: 'グラフ' },
    );

    it('hands out everything, and takes it all from another, once', async () => {
      await store.keep(
        {
          reactions: [answer(2, 2), agreed(1), answer(3), strange, answer(2, 1)],
          identities: [aName(1, 'Hanako \u0000', 'A-1')],
          codes: [aCode(1), aCode(2, OTHER_CODE)],
        },
        'tokyo',
      );
      await store.withdraw([
        aWithdrawal({ viewing: viewingId(2), code: OTHER_CODE, of: 'reactions', reactions: [aUuid(2001)] }),
      ]);
      await store.eraseViewing(viewingId(3));
      const records = await recordsOf(store, 2);
      const other = await open(() => 0);

      for (const record of records) await other.loadRecords([record]);
      await other.loadRecords(records);
      const carried = await recordsOf(other, 100);
      const page = await other.readPage({ names: true, site: 'tokyo' }, undefined, 10);
      await other.close();

      expect(carried).toEqual(records);
      expect(records.map(({ type }) => type)).toEqual('gone gone code code name reaction reaction reaction'.split(' '));
      expect(page.rows.map(({ reaction, identity }) => [reaction, identity?.reference])).toEqual([
        [answer(2, 2), undefined],
        [agreed(1), 'A-1'],
        [strange, undefined],
      ]);
    });

    it('says that it is well', async () => {
      await expect(store.checkHealth()).resolves.toBeUndefined();
    });
  });
}
