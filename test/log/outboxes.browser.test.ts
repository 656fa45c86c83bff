import { expect } from '@open-wc/testing';

import { FollowupError } from '../../src/domain/error.js';
import { Connection } from '../../src/log/connection.js';
import { FailoverOutbox } from '../../src/log/failover-outbox.js';
import { FailoverPlaceKeeper } from '../../src/log/failover-place-keeper.js';
import { FailoverWithdrawals } from '../../src/log/failover-withdrawals.js';
import { Failover } from '../../src/log/failover.js';
import { IdbOutbox } from '../../src/log/idb-outbox.js';
import { IdbPlaceKeeper } from '../../src/log/idb-place-keeper.js';
import { IdbWithdrawals } from '../../src/log/idb-withdrawals.js';
import { MemoryOutbox } from '../../src/log/memory-outbox.js';
import { MemoryPlaceKeeper } from '../../src/log/memory-place-keeper.js';
import { MemoryWithdrawals } from '../../src/log/memory-withdrawals.js';
import { openLog, openMemoryLog } from '../../src/log/open-log.js';
import type { Outbox } from '../../src/log/outbox.js';
import { outboxContract } from '../shared/outbox-contract.js';
import { aPlace, placeKeeperContract } from '../shared/place-keeper-contract.js';
import { withdrawalsContract } from '../shared/withdrawals-contract.js';
import { aReaction, aWithdrawal, anIdentity, id, idsOf } from './reactions.js';
import { settled } from './scripted.js';

let made = 0;
const freshName = () => `outboxes-${(made += 1)}`;
const onDisk = () => new IdbOutbox(new Connection({ name: freshName() }));

/** A disk on which nothing works. */
function brokenDisk(): Outbox {
  const disk = onDisk();
  disk.close();
  return disk;
}

outboxContract('MemoryOutbox', async () => new MemoryOutbox());
outboxContract('IdbOutbox', async () => onDisk());
outboxContract('FailoverOutbox on a good disk', async () => new FailoverOutbox(onDisk(), new Failover()));
outboxContract('FailoverOutbox after its disk failed', async () => {
  const failover = new Failover();
  failover.fail(new Error('full'));
  return new FailoverOutbox(onDisk(), failover);
});

withdrawalsContract('MemoryWithdrawals', async () => openMemoryLog());
withdrawalsContract('IdbWithdrawals', async () => {
  const connection = new Connection({ name: freshName() });
  return { outbox: new IdbOutbox(connection), withdrawals: new IdbWithdrawals(connection) };
});
withdrawalsContract('FailoverWithdrawals', async () => openLog({ name: freshName() }));

placeKeeperContract('MemoryPlaceKeeper', async () => new MemoryPlaceKeeper());
placeKeeperContract('IdbPlaceKeeper', async () => new IdbPlaceKeeper(new Connection({ name: freshName() })));
placeKeeperContract('FailoverPlaceKeeper on a closed disk', async () => {
  const connection = new Connection({ name: freshName() });
  connection.close();
  return new FailoverPlaceKeeper(new IdbPlaceKeeper(connection), new Failover());
});

describe('openLog', () => {
  it('keeps reactions, names and places for the next page', async () => {
    const name = freshName();
    const before = await openLog({ name });
    await before.outbox.add([aReaction(1)]);
    await before.outbox.addIdentity(anIdentity(1));
    await before.places.keep(aPlace());
    before.close();

    const after = await openLog({ name });

    expect(await after.outbox.peek(10)).to.deep.equal([aReaction(1)]);
    expect(await after.outbox.peekIdentities(10)).to.deep.equal([anIdentity(1)]);
    expect(await after.places.recall('company')).to.deep.equal(aPlace());
    after.close();
  });

  it('keeps the order over two tabs', async () => {
    const name = freshName();
    const [one, two] = [await openLog({ name }), await openLog({ name })];

    await one.outbox.add([aReaction(1)]);
    await two.outbox.add([aReaction(2)]);
    await one.outbox.add([aReaction(3)]);

    expect(await two.outbox.peek(10)).to.deep.equal([aReaction(1), aReaction(2), aReaction(3)]);
    one.close();
    two.close();
  });

  it('keeps names in another store than reactions', async () => {
    const name = freshName();
    const log = await openLog({ name });
    await log.outbox.add([aReaction(1)]);
    await log.outbox.addIdentity(anIdentity(1));

    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction('reactions').objectStore('reactions').getAll();
      request.onsuccess = () => resolve(request.result);
    });

    expect(JSON.stringify(all)).to.not.contain('花子');
    database.close();
    log.close();
  });

  it('commits with strict durability', async () => {
    const asked: unknown[] = [];
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      asked.push([mode, options?.durability]);
      return original.call(this, stores, mode, options);
    };
    const log = await openLog({ name: freshName() });
    await log.outbox.add([aReaction(1)]);
    IDBDatabase.prototype.transaction = original;

    expect(asked).to.deep.equal([['readwrite', 'strict']]);
    log.close();
  });
});

describe('FailoverOutbox', () => {
  it('tells once and loses nothing when the disk fails', async () => {
    const told: string[] = [];
    const outbox = new FailoverOutbox(brokenDisk(), new Failover((error) => told.push(error.code)));

    await outbox.add([aReaction(1)]);
    await outbox.add([aReaction(2)]);

    expect(await outbox.peek(10)).to.deep.equal([aReaction(1), aReaction(2)]);
    expect(outbox.durability).to.equal('memory');
    expect(told).to.deep.equal(['storage-closed']);
  });

  it('does not send again what the disk could not be told of', async () => {
    const disk = new MemoryOutbox();
    await disk.add([aReaction(1), aReaction(2), aReaction(3)]);
    disk.markSent = () => Promise.reject(new Error('aborted'));
    const outbox = new FailoverOutbox(disk, new Failover());

    await outbox.markSent({ reactions: [aReaction(1).id, aReaction(2).id] });

    expect(await outbox.peek(1)).to.deep.equal([aReaction(3)]);
  });

  it('asks a full disk again, and brings to it what only memory had', async () => {
    const disk = new MemoryOutbox();
    const add = disk.add.bind(disk);
    const told: string[] = [];
    disk.add = () => Promise.reject(new FollowupError('storage-full', 'no room'));
    const outbox = new FailoverOutbox(disk, new Failover((error) => told.push(error.code)));

    await outbox.add([aReaction(1)]);
    await outbox.add([aReaction(2)]);
    disk.add = add;
    await outbox.add([aReaction(3)]);
    await settled();

    expect(idsOf(await disk.peek(9))).to.deep.equal([id(1), id(2), id(3)]);
    expect(await outbox.peek(9)).to.have.length(3);
    expect(outbox.durability).to.equal('disk');
    expect(told).to.deep.equal(['storage-full']);
  });

  it('does not wait for a disk that hangs', async () => {
    const disk = new MemoryOutbox();
    disk.add = () => new Promise(() => undefined);
    const outbox = new FailoverOutbox(disk, new Failover(undefined, 20));

    await outbox.add([aReaction(1)]);

    expect(await outbox.peek(10)).to.deep.equal([aReaction(1)]);
  });
});

describe('FailoverWithdrawals', () => {
  it('does not claim to have deleted what a failing disk still has, and tells the collector all the same', async () => {
    const connection = new Connection({ name: freshName() });
    connection.close();
    const memory = new MemoryWithdrawals(new MemoryOutbox());
    const withdrawals = new FailoverWithdrawals(new IdbWithdrawals(connection), memory, new Failover());

    const code = await withdrawals.add(aWithdrawal(1)).catch((error: { readonly code: string }) => error.code);

    expect(code).to.equal('storage-closed');
    expect(await withdrawals.peek(9)).to.deep.equal([aWithdrawal(1)]);
  });
});
