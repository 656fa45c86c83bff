import { expect } from '@open-wc/testing';

import type { Outbox } from '../../src/log/outbox.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { aCode, anIdentity, anOwnViewing, aReaction, id, idsOf, reactions, viewing } from '../log/reactions.js';

/** What every outbox does, wherever it keeps things. */
export function outboxContract(name: string, make: () => Promise<Outbox>): void {
  describe(`${name}, as an outbox`, () => {
    let outbox: Outbox;

    beforeEach(async () => {
      outbox = await make();
    });

    afterEach(() => outbox.close());

    it('is empty at first', async () => {
      expect(await outbox.peek(10)).to.deep.equal([]);
      expect(await outbox.peekIdentities(10)).to.deep.equal([]);
      expect(await outbox.readAll()).to.deep.equal([]);
    });

    it('gives back the very reactions it was given', async () => {
      const reaction = aReaction(1, { text: '初日は\u0000何を\ud83d\ude00しますか\n"' });

      await outbox.add([reaction]);

      expect(await outbox.peek(10)).to.deep.equal([reaction]);
    });

    it('peeks the oldest first, at most as many as asked for', async () => {
      await outbox.add([aReaction(3), aReaction(1)]);
      await outbox.add([aReaction(2)]);

      expect(idsOf(await outbox.peek(2))).to.deep.equal([id(3), id(1)]);
      expect(idsOf(await outbox.peek(10))).to.deep.equal([id(3), id(1), id(2)]);
    });

    it('keeps the first of two with one id', async () => {
      await outbox.add([aReaction(1, { text: 'first' })]);
      await outbox.add([aReaction(1, { text: 'second' }), aReaction(2)]);

      expect(await outbox.readAll()).to.deep.equal([aReaction(1, { text: 'first' }), aReaction(2)]);
    });

    it('adds nothing when there is nothing to add', async () => {
      await outbox.add([]);

      expect(await outbox.readAll()).to.deep.equal([]);
    });

    it('does not peek what was sent, and still reads it', async () => {
      await outbox.add(reactions(1, 3));

      await outbox.markSent({ reactions: [id(1), id(3)] });

      expect(idsOf(await outbox.peek(10))).to.deep.equal([id(2)]);
      expect(idsOf(await outbox.readAll())).to.deep.equal([id(1), id(2), id(3)]);
    });

    it('does not bring back what was sent when it is added again', async () => {
      await outbox.add([aReaction(1)]);
      await outbox.markSent({ reactions: [id(1)] });

      await outbox.add([aReaction(1)]);

      expect(await outbox.peek(10)).to.deep.equal([]);
    });

    it('sets refused ones aside, and still reads them', async () => {
      await outbox.add(reactions(1, 2));

      await outbox.markRefused([{ id: id(1), reason: 'unknown graph' }]);

      expect(idsOf(await outbox.peek(10))).to.deep.equal([id(2)]);
      expect(idsOf(await outbox.readAll())).to.deep.equal([id(1), id(2)]);
    });

    it('bears ids that it does not know', async () => {
      await outbox.add([aReaction(1)]);

      await outbox.markSent({ reactions: [id(9)], identities: [viewing(9)], codes: [viewing(9)] });
      await outbox.markRefused([{ id: id(8), reason: 'x' }]);

      expect(idsOf(await outbox.peek(10))).to.deep.equal([id(1)]);
    });

    it('reads viewings one after the other, each in its order', async () => {
      await outbox.add([
        aReaction(1, { viewing: viewing(1), sequence: 1 }),
        aReaction(2, { viewing: viewing(2), sequence: 1 }),
        aReaction(3, { viewing: viewing(1), sequence: 2 }),
        aReaction(4, { viewing: viewing(1), sequence: 10 }),
      ]);

      expect(idsOf(await outbox.readAll())).to.deep.equal([id(1), id(3), id(4), id(2)]);
    });

    it('keeps a name until the collector has it', async () => {
      await outbox.addIdentity(anIdentity(1));
      await outbox.addIdentity(anIdentity(2));
      expect(await outbox.peekIdentities(1)).to.deep.equal([anIdentity(1)]);

      await outbox.markSent({ reactions: [], identities: [viewing(1)] });

      expect(await outbox.peekIdentities(10)).to.deep.equal([anIdentity(2)]);
    });

    it('does not peek a refused name', async () => {
      await outbox.addIdentity(anIdentity(1));

      await outbox.markRefused([{ id: viewing(1), reason: 'too long' }]);

      expect(await outbox.peekIdentities(10)).to.deep.equal([]);
    });

    it('keeps the code of a viewing to read, and sends it until the collector has it', async () => {
      await outbox.begin(anOwnViewing(1));
      await outbox.begin(anOwnViewing(2));
      expect(await outbox.peekCodes(1)).to.deep.equal([aCode(1)]);

      await outbox.markSent({ reactions: [], codes: [viewing(1)] });

      expect(await outbox.peekCodes(10)).to.deep.equal([aCode(2)]);
      expect(await outbox.readViewings()).to.deep.equal([anOwnViewing(1), anOwnViewing(2)]);
    });

    it('does not take a name for sent when it was the code', async () => {
      await outbox.begin(anOwnViewing(1));
      await outbox.addIdentity(anIdentity(1));

      await outbox.markSent({ reactions: [], codes: [viewing(1)] });

      expect(await outbox.peekIdentities(10)).to.deep.equal([anIdentity(1)]);
    });

    describe('numbering', () => {
      const numbers = (list: readonly Reaction[]) => list.map(({ sequence }) => sequence);

      it('takes the numbers that one page counts, with none between', async () => {
        await outbox.begin(anOwnViewing(1));

        expect(numbers(await outbox.add(reactions(1, 3)))).to.deep.equal([1, 2, 3]);
        expect(numbers(await outbox.add(reactions(4, 5)))).to.deep.equal([4, 5]);
      });

      it('numbers on what two pages counted alike', async () => {
        await outbox.add(reactions(1, 3));

        const second = await outbox.add([aReaction(11, { sequence: 3 }), aReaction(12, { sequence: 4 })]);
        const first = await outbox.add([aReaction(13, { sequence: 4 })]);

        expect(numbers(second)).to.deep.equal([5, 6]);
        expect(numbers(first)).to.deep.equal([8]);
        const all = numbers(await outbox.readAll());
        expect(new Set(all).size).to.equal(all.length);
      });

      it('leaves to the page that wrote last the number after it, for its last words', async () => {
        await outbox.add(reactions(1, 3));
        const other = await outbox.reserve(viewing(1));

        const last = await outbox.add([aReaction(9, { sequence: 4 })]);

        expect(other).to.equal(5);
        expect(numbers(last)).to.not.include(other);
      });

      it('hands out no number twice', async () => {
        await outbox.add(reactions(1, 2));

        expect([await outbox.reserve(viewing(1)), await outbox.reserve(viewing(1))]).to.deep.equal([4, 5]);
        expect(numbers(await outbox.add([aReaction(3, { sequence: 5 })]))).to.deep.equal([5]);
      });

      it('counts each viewing by itself', async () => {
        await outbox.add([aReaction(1, { viewing: viewing(1), sequence: 1 })]);

        const [other] = await outbox.add([aReaction(2, { viewing: viewing(2), sequence: 1 })]);

        expect(other?.sequence).to.equal(1);
      });
    });

    it('takes many at once', async () => {
      await outbox.add(reactions(1, 1_000));

      expect(await outbox.peek(5_000)).to.have.length(1_000);
    });
  });
}
