import { expect } from '@open-wc/testing';

import type { Log } from '../../src/log/open-log.js';
import { anIdentity, anOwnViewing, aReaction, aWithdrawal, id, idsOf, viewing } from '../log/reactions.js';

/** What every keeper of wishes to delete does, and does to the outbox beside it. */
export function withdrawalsContract(name: string, make: () => Promise<Pick<Log, 'outbox' | 'withdrawals'>>): void {
  describe(`${name}, as a keeper of wishes to delete`, () => {
    let log: Pick<Log, 'outbox' | 'withdrawals'>;

    beforeEach(async () => {
      log = await make();
      const { outbox } = log;
      await outbox.begin(anOwnViewing(1));
      await outbox.begin(anOwnViewing(2));
      await outbox.add([aReaction(1, { viewing: viewing(1) }), aReaction(2, { viewing: viewing(2) })]);
      await outbox.add([aReaction(3, { viewing: viewing(1) })]);
      await outbox.addIdentity(anIdentity(1));
      await outbox.addIdentity(anIdentity(2));
      await outbox.markSent({ reactions: [id(1)] });
    });

    afterEach(() => log.outbox.close());

    const kept = async () => ({
      reactions: idsOf(await log.outbox.readAll()),
      pending: idsOf(await log.outbox.peek(9)),
      names: (await log.outbox.peekIdentities(9)).map((one) => one.viewing),
      codes: (await log.outbox.peekCodes(9)).map((one) => one.viewing),
      viewings: (await log.outbox.readViewings()).map((one) => one.viewing),
    });

    it('deletes a viewing with its name and code, sent or not', async () => {
      await log.withdrawals.add(aWithdrawal(1));

      expect(await kept()).to.deep.equal({
        reactions: [id(2)],
        pending: [id(2)],
        names: [viewing(2)],
        codes: [viewing(2)],
        viewings: [viewing(2)],
      });
      expect(await log.withdrawals.peek(9)).to.deep.equal([aWithdrawal(1)]);
    });

    it('deletes a name and nothing else', async () => {
      await log.withdrawals.add(aWithdrawal(1, { of: 'name' }));

      expect(await kept()).to.deep.equal({
        reactions: [id(1), id(3), id(2)],
        pending: [id(2), id(3)],
        names: [viewing(2)],
        codes: [viewing(1), viewing(2)],
        viewings: [viewing(1), viewing(2)],
      });
    });

    it('deletes single reactions and nothing else', async () => {
      await log.withdrawals.add(aWithdrawal(1, { of: 'reactions', reactions: [id(3), id(77)] }));

      expect(await kept()).to.deep.equal({
        reactions: [id(1), id(2)],
        pending: [id(2)],
        names: [viewing(1), viewing(2)],
        codes: [viewing(1), viewing(2)],
        viewings: [viewing(1), viewing(2)],
      });
    });

    it('deletes what another tab took back, and keeps no wish of it', async () => {
      await log.withdrawals.drop({ of: 'everything', viewing: viewing(1) });

      expect(await kept()).to.deep.equal({
        reactions: [id(2)],
        pending: [id(2)],
        names: [viewing(2)],
        codes: [viewing(2)],
        viewings: [viewing(2)],
      });
      expect(await log.withdrawals.readAll()).to.deep.equal([]);
    });

    it('keeps the wish of another device, of which it has nothing', async () => {
      const { viewing: _, ...wish } = aWithdrawal(7);

      await log.withdrawals.add(wish);

      expect(await log.withdrawals.peek(9)).to.deep.equal([wish]);
      expect((await kept()).reactions).to.have.length(3);
    });

    it('keeps a wish once, and in the order given', async () => {
      await log.withdrawals.add(aWithdrawal(2, { of: 'name' }));
      await log.withdrawals.add(aWithdrawal(1));
      await log.withdrawals.add(aWithdrawal(2, { of: 'name' }));

      expect((await log.withdrawals.peek(9)).map((wish) => wish.id)).to.deep.equal([id(1_002), id(1_001)]);
      expect(await log.withdrawals.peek(1)).to.have.length(1);
    });

    it('keeps nothing of a wish that was carried out', async () => {
      await log.withdrawals.add(aWithdrawal(1));

      await log.withdrawals.markDone([id(1_001), id(5)]);

      expect(await log.withdrawals.readAll()).to.deep.equal([]);
    });

    it('sets a refused wish aside, and tells why', async () => {
      await log.withdrawals.add(aWithdrawal(1));

      await log.withdrawals.markRefused([{ id: id(1_001), reason: 'No viewing has this code.' }]);

      expect(await log.withdrawals.peek(9)).to.deep.equal([]);
      expect(await log.withdrawals.readAll()).to.deep.equal([
        { withdrawal: aWithdrawal(1), refusal: 'No viewing has this code.' },
      ]);
    });
  });
}
