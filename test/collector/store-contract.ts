import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Identity } from '../../src/domain/reaction.js';
import type { ArrivedReaction } from '../../src/domain/viewing-facts.js';
import { WAY_BOUNDS, readAll, type ReactionStore, type StoreFilter } from '../../src/collector/reaction-store.js';
import { aLeaving, aReaction, anAnswer, aUuid } from './reactions.js';

/** What every store promises. Each adapter runs it. */
export function storeContract(name: string, open: () => ReactionStore | Promise<ReactionStore>): void {
  describe(name, () => {
    let store: ReactionStore;

    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const rowsOf = async (filter: StoreFilter = {}, pageSize = 500): Promise<ArrivedReaction[]> => {
      const rows: ArrivedReaction[] = [];
      for await (const page of readAll(store, filter, pageSize)) rows.push(...page);
      return rows;
    };
    const reactionsOf = async (filter: StoreFilter = {}, pageSize = 500) =>
      (await rowsOf(filter, pageSize)).map(({ reaction }) => reaction);

    it('begins empty', async () => {
      expect(await reactionsOf()).toEqual([]);
      expect(await store.listGraphs()).toEqual([]);
    });

    it('keeps a reaction as it is', async () => {
      const reaction = aReaction({
        type: 'asked',
        scene: 'hub',
        text: "'); DROP TABLE reactions; -- 日本語 😀 \u0000 \uD800",
        topic: '人間関係',
        signals: [{ kind: 'interest', topic: '人間関係', weight: 2 }],
      });

      const kept = await store.keep({ reactions: [reaction] });

      expect(kept).toEqual({ stored: [reaction.id], known: [], identities: [], codes: [] });
      expect(await reactionsOf()).toEqual([reaction]);
    });

    it('keeps each id once, and the first of its kind', async () => {
      const first = anAnswer('team');
      const second = { ...anAnswer('end'), id: first.id };

      await store.keep({ reactions: [first] });
      const kept = await store.keep({ reactions: [second, anAnswer('team', { sequence: 2 })] });

      expect(kept).toMatchObject({ stored: [aUuid(1002)], known: [first.id] });
      expect((await reactionsOf())[0]).toEqual(first);
      expect(await reactionsOf()).toHaveLength(2);
    });

    it('keeps an id once in its viewing, whatever else of it has changed', async () => {
      const first = anAnswer('team', { at: '2026-10-31T00:00:00Z' });
      const changed = [
        { ...first, at: '2026-11-20T05:00:00Z' },
        { ...first, sequence: 7 },
        { ...first, graph: 'other' },
        { ...first, at: '2026-11-20T05:00:00Z', sequence: 8, graph: 'other' },
      ];
      await store.keep({ reactions: [first, anAnswer('team', { sequence: 2, at: '2026-11-20T05:00:00Z' })] });

      const kept = [];
      for (const reaction of changed) kept.push(await store.keep({ reactions: [reaction] }));
      const together = await store.keep({ reactions: [...changed, anAnswer('team', { sequence: 3 })] });

      expect(kept.flatMap(({ known }) => known)).toEqual([first.id, first.id, first.id, first.id]);
      expect(together.stored).toEqual([aUuid(1003)]);
      expect((await reactionsOf()).map(({ id }) => id)).toEqual([first.id, aUuid(1002), aUuid(1003)]);
      expect((await reactionsOf())[0]).toEqual(first);
    });

    it('tells an id that comes twice in one batch once', async () => {
      const kept = await store.keep({ reactions: [anAnswer('team'), anAnswer('team')] });

      expect(kept.stored).toEqual([aUuid(1001)]);
      expect(await reactionsOf()).toHaveLength(1);
    });

    it('keeps what comes at the same time', async () => {
      const batches = Array.from({ length: 30 }, (_, index) => [anAnswer('team', { viewing: index + 1 })]);

      const kept = await Promise.all(batches.map((batch) => store.keep({ reactions: batch })));

      expect(kept.flatMap(({ stored }) => stored)).toHaveLength(30);
      expect(await reactionsOf()).toHaveLength(30);
    });

    it('hands out viewings as they came, each in its own order, however it is paged', async () => {
      const late = anAnswer('team', { viewing: 1, sequence: 3 });
      await store.keep({ reactions: [anAnswer('team', { viewing: 2, sequence: 2 }), late] });
      await store.keep({
        reactions: [anAnswer('team', { viewing: 1, sequence: 1 }), anAnswer('team', { viewing: 2, sequence: 1 })],
      });
      await store.keep({ reactions: [{ ...anAnswer('end', { viewing: 1, sequence: 3 }), id: aUuid(9) }] });

      const inOrder = [aUuid(2001), aUuid(2002), aUuid(1001), aUuid(1003), aUuid(9)];

      for (const pageSize of [1, 2, 3, 5, 500]) {
        expect((await reactionsOf({}, pageSize)).map(({ id }) => id)).toEqual(inOrder);
      }
    });

    it('never looks at more than a page at a time', async () => {
      const reactions = Array.from({ length: 25 }, (_, index) => anAnswer('team', { sequence: index + 1 }));
      await store.keep({ reactions: reactions });

      const first = await store.readPage({ since: '2027-01-01T00:00:00Z' }, undefined, 10);
      const second = await store.readPage({}, undefined, 10);
      const third = await store.readPage({}, second.next, 20);

      expect(first.rows).toEqual([]);
      expect(second.rows).toHaveLength(10);
      expect(third.rows.map(({ reaction }) => reaction.sequence)).toEqual(Array.from({ length: 15 }, (_, i) => i + 11));
      expect(third.next).toBeUndefined();
    });

    it('filters by graph, time and topic', async () => {
      const at = (day: number) => `2026-11-${day}T00:00:00Z`;
      const asked = (topic: string | undefined, place: object) =>
        aReaction(
          { type: 'asked', scene: 'hub', text: '?', topic, signals: topic ? [{ kind: 'interest', topic }] : [] },
          place,
        );
      const career = asked('career', { viewing: 1, sequence: 1, at: at(10) });
      const careerPath = asked('career-path', { viewing: 1, sequence: 2, at: at(11) });
      const plain = asked(undefined, { viewing: 2, sequence: 1, at: at(12) });
      const elsewhere = asked('career', { viewing: 3, sequence: 1, at: at(13), graph: 'other' });
      await store.keep({ reactions: [career, careerPath, plain, elsewhere] });

      expect(await reactionsOf({ graph: 'other' })).toEqual([elsewhere]);
      expect(await reactionsOf({ since: at(11) })).toEqual([careerPath, plain, elsewhere]);
      expect(await reactionsOf({ until: at(11) })).toEqual([career]);
      expect(await reactionsOf({ since: at(11), until: at(12) })).toEqual([careerPath]);
      expect(await reactionsOf({ topic: 'career' })).toEqual([career, elsewhere]);
      expect(await reactionsOf({ topic: 'career', graph: 'graph' })).toEqual([career]);
      expect(await reactionsOf({ topic: "career' OR '1'='1" })).toEqual([]);
      expect(await store.listGraphs()).toEqual(['graph', 'other']);
    });

    it('counts answers to questions about a topic as answers on it', async () => {
      const words = aReaction({
        type: 'answered',
        scene: 'words',
        question: 'words',
        text: 'A desk?',
        to: 'end',
        signals: [],
      });
      await store.keep({ reactions: [words, anAnswer('team', { sequence: 2 })] });

      expect(await reactionsOf({ topic: 'work', topicQuestions: [{ graph: 'graph', question: 'words' }] })).toEqual([
        words,
      ]);
      expect(await reactionsOf({ topic: 'work', topicQuestions: [{ graph: 'other', question: 'words' }] })).toEqual([]);
    });

    it('says a name only of a viewing that chose to be named, and the first that came', async () => {
      const identity = (viewing: number, name: string): Identity => ({ viewing: aUuid(viewing, 'viewing'), name });
      const notice = (viewing: number, choice: 'named' | 'unnamed') =>
        aReaction({ type: 'notice-answered', choice }, { viewing });
      await store.keep({ reactions: [], identities: [identity(1, 'Hanako')] });
      const kept = await store.keep({
        reactions: [notice(1, 'named'), notice(2, 'unnamed')],
        identities: [identity(1, 'Mallory'), identity(2, 'Taro')],
      });

      const rows = await rowsOf({ names: true });

      expect(kept.identities).toEqual([aUuid(1, 'viewing'), aUuid(2, 'viewing')]);
      expect(rows.map(({ identity: found }) => found?.name)).toEqual(['Hanako', undefined]);
    });

    const waysOf = async (graph: string) =>
      Object.fromEntries(
        [...(await store.countWays(graph))].map(([from, targets]) => [from, Object.fromEntries(targets)]),
      );

    it('counts the viewings that went each way, each once', async () => {
      await store.keep({
        reactions: [
          aLeaving('hub', 'team', { viewing: 1, sequence: 1 }),
          aLeaving('team', 'hub', { viewing: 1, sequence: 2 }),
          aLeaving('hub', 'team', { viewing: 1, sequence: 3 }),
          aLeaving('hub', 'team', { viewing: 2, sequence: 1 }),
          aLeaving('hub', 'end', { viewing: 3, sequence: 1 }),
          aLeaving('hub', undefined, { viewing: 4, sequence: 1 }),
          anAnswer('team', { viewing: 5 }),
          aLeaving('hub', 'elsewhere', { viewing: 6, graph: 'other' }),
        ],
      });

      expect(await waysOf('graph')).toEqual({ hub: { team: 2, end: 1 }, team: { hub: 1 } });
      expect(await waysOf('other')).toEqual({ hub: { elsewhere: 1 } });
      expect(await waysOf("graph' OR '1'='1")).toEqual({});
    });

    it('counts no way back, whatever came first', async () => {
      const back = (sequence: number) =>
        aReaction({ type: 'went-back', scene: 'team', to: 'hub' }, { viewing: 1, sequence });
      await store.keep({ reactions: [aLeaving('team', 'hub', { viewing: 1, sequence: 3 })] });
      await store.keep({ reactions: [back(2), aLeaving('team', 'end', { viewing: 1, sequence: 9 }), back(7)] });
      await store.keep({ reactions: [aLeaving('team', 'hub', { viewing: 2, sequence: 3 })] });

      expect(await waysOf('graph')).toEqual({ team: { end: 1, hub: 1 } });
    });

    it('tells the most taken ways first', async () => {
      const went = (to: string, viewing: number) => aLeaving('hub', to, { viewing });
      await store.keep({ reactions: [went('rare', 1), went('usual', 2), went('usual', 3)] });

      expect([...((await store.countWays('graph')).get('hub') ?? [])]).toEqual([
        ['usual', 2],
        ['rare', 1],
      ]);
    });

    it('counts the latest viewings only', async () => {
      const earliest = [1, 2].map((viewing) => aLeaving('hub', 'once', { viewing }));
      const later = Array.from({ length: WAY_BOUNDS.viewings - 1 }, (_, index) =>
        aLeaving('hub', 'now', { viewing: index + 3 }),
      );
      await store.keep({ reactions: earliest });
      await store.keep({ reactions: later });

      expect(await waysOf('graph')).toEqual({ hub: { now: 1_999, once: 1 } });
    });

    it('numbers what arrives, ever higher', async () => {
      await store.keep({ reactions: [anAnswer('team', { viewing: 2 })] });
      await store.keep({ reactions: [anAnswer('team', { viewing: 1 })] });

      const [first, second] = await rowsOf();

      expect(first?.reaction.viewing).toBe(aUuid(2, 'viewing'));
      expect(second?.arrival).toBeGreaterThan(first?.arrival ?? Number.POSITIVE_INFINITY);
    });
  });
}
