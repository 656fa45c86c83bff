import { expect } from '@open-wc/testing';

import type { Reaction } from '../../src/domain/reaction.js';
import { Connection } from '../../src/log/connection.js';
import { IdbOutbox } from '../../src/log/idb-outbox.js';
import { IdbWithdrawals } from '../../src/log/idb-withdrawals.js';
import { anOwnViewing, aReaction, aWithdrawal, id, idsOf, reactions, viewing } from './reactions.js';

let made = 0;
const freshName = () => `numbering-${(made += 1)}`;

const numbers = (list: readonly Reaction[]) => list.map(({ sequence }) => sequence);

function finish<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Two tabs over one database. */
function twoTabs(name = freshName()): readonly [IdbOutbox, IdbOutbox] {
  return [new IdbOutbox(new Connection({ name })), new IdbOutbox(new Connection({ name }))];
}

/** Notes what is called of IndexedDB while the work is done. */
async function noting(work: () => Promise<unknown>): Promise<readonly string[]> {
  const called: string[] = [];
  const undo: (() => void)[] = [];
  for (const { prototype } of [IDBObjectStore, IDBIndex, IDBTransaction]) {
    for (const method of ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'add', 'put', 'commit']) {
      const before = Object.getOwnPropertyDescriptor(prototype, method);
      const original = before?.value as ((...args: unknown[]) => unknown) | undefined;
      if (!before || !original) continue;
      const value = function (this: unknown, ...args: unknown[]) {
        called.push(method);
        return original.apply(this, args);
      };
      Object.defineProperty(prototype, method, { ...before, value });
      undo.push(() => Object.defineProperty(prototype, method, before));
    }
  }
  try {
    await work();
  } finally {
    undo.forEach((back) => back());
  }
  return called;
}

/** Lets go on what waits for nothing but its turn in this very task. */
async function restOfTask(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

describe('IdbOutbox, numbering', () => {
  it('asks nothing of a viewing that it began, took up or wrote to', async () => {
    const name = freshName();
    const outbox = new IdbOutbox(new Connection({ name }));
    await outbox.begin(anOwnViewing(1));
    const first = await noting(() => outbox.add([aReaction(1), aReaction(2)]));
    const second = await noting(() => outbox.add([aReaction(3)]));
    outbox.close();
    const reloaded = new IdbOutbox(new Connection({ name }));
    const next = await reloaded.reserve(viewing(1));

    const third = await noting(() => reloaded.add([aReaction(4, { sequence: next })]));

    expect(first).to.deep.equal(['add', 'add', 'add', 'commit']);
    expect(second).to.deep.equal(['add', 'add', 'commit']);
    expect(third).to.deep.equal(['add', 'add', 'commit']);
    expect(numbers(await reloaded.readAll())).to.deep.equal([1, 2, 3, 5]);
    reloaded.close();
  });

  it('has written before the task of the press is over', async () => {
    const outbox = new IdbOutbox(new Connection({ name: freshName() }));
    await outbox.add([aReaction(1)]);
    let adding: Promise<unknown> | undefined;

    const called = await noting(async () => {
      adding = outbox.add([aReaction(2)]);
      await restOfTask();
    });

    expect(called).to.deep.equal(['add', 'add', 'commit']);
    await adding;
    outbox.close();
  });

  it('numbers on where another tab wrote in between, however often', async () => {
    const [one, two] = twoTabs();
    const kept: Reaction[] = [];

    for (let round = 0; round < 5; round += 1) {
      for (const [at, outbox] of [one, two].entries()) {
        const sequence = (kept.filter((_, index) => Math.floor(index / 2) % 2 === at).at(-1)?.sequence ?? 0) + 1;
        const start = 10 * round + 2 * at;
        kept.push(
          ...(await outbox.add([aReaction(start, { sequence }), aReaction(start + 1, { sequence: sequence + 1 })])),
        );
      }
    }

    expect(numbers(kept)).to.deep.equal([...new Set(numbers(kept))].sort((a, b) => a - b));
    expect(await one.readAll()).to.deep.equal(kept);
    expect(await two.peek(99)).to.deep.equal(kept);
    one.close();
    two.close();
  });

  it('gives nobody the number that another tab has in reserve', async () => {
    const [one, two] = twoTabs();
    await one.add(reactions(1, 2));
    const taken = await two.reserve(viewing(1));

    const own = await one.add([aReaction(3)]);
    const other = await two.add([aReaction(4, { sequence: taken })]);
    const last = await one.add([aReaction(5, { sequence: 6 })]);

    expect([taken, ...numbers(own), ...numbers(other), ...numbers(last)]).to.deep.equal([4, 5, 7, 9]);
    one.close();
    two.close();
  });

  it('keeps what happened at once in one tab in its order, whatever other tabs do', async () => {
    const [one, two] = twoTabs();
    await one.add([aReaction(1)]);

    const all = await Promise.all([
      two.add([aReaction(11, { sequence: 1 })]),
      one.add([aReaction(2)]),
      one.add([aReaction(3)]),
      two.add([aReaction(12, { sequence: 2 })]),
      one.add([aReaction(4)]),
    ]);

    const kept = numbers(await one.readAll());
    expect(new Set(kept).size).to.equal(6);
    const [, second, third, , fourth] = all.map((added) => numbers(added)[0] ?? 0);
    expect([1, second, third, fourth]).to.deep.equal([1, second, third, fourth].sort((a = 0, b = 0) => a - b));
    const pending = idsOf(await one.peek(9)).filter((one) => ![id(11), id(12)].includes(one));
    expect(pending).to.deep.equal([id(1), id(2), id(3), id(4)]);
    one.close();
    two.close();
  });

  it('keeps once what is added again, alone, among others, or twice at once', async () => {
    const outbox = new IdbOutbox(new Connection({ name: freshName() }));
    await outbox.add([aReaction(1)]);

    const again = await outbox.add([aReaction(1, { text: 'again' }), aReaction(2)]);
    const twice = await Promise.all([outbox.add([aReaction(3)]), outbox.add([aReaction(3, { text: 'again' })])]);

    expect(again).to.deep.equal([aReaction(1), aReaction(2)]);
    expect(twice).to.deep.equal([[aReaction(3)], [aReaction(3)]]);
    expect(await outbox.readAll()).to.deep.equal(reactions(1, 3));
    outbox.close();
  });

  it('keeps once what another tab has already', async () => {
    const [one, two] = twoTabs();
    await one.add([aReaction(1)]);
    await two.add([aReaction(2)]);

    const kept = await one.add([aReaction(2, { text: 'again' }), aReaction(3)]);

    expect(kept).to.deep.equal(await one.readAll().then((all) => all.slice(1)));
    expect(idsOf(await one.readAll())).to.deep.equal([id(1), id(2), id(3)]);
    expect(new Set(numbers(await one.readAll())).size).to.equal(3);
    one.close();
    two.close();
  });

  it('counts several viewings at once, known or not', async () => {
    const outbox = new IdbOutbox(new Connection({ name: freshName() }));
    const of = (number: number, viewer: number, sequence: number) =>
      aReaction(number, { viewing: viewing(viewer), sequence });
    await outbox.add([of(1, 1, 1)]);

    await outbox.add([of(2, 1, 2), of(3, 2, 1)]);
    await outbox.add([of(4, 2, 1), of(5, 1, 1)]);

    expect(numbers(await outbox.readAll())).to.deep.equal([1, 2, 4, 1, 3]);
    outbox.close();
  });

  it('trusts no number of before the data of the site were cleared', async () => {
    const name = freshName();
    const [one, two] = twoTabs(name);
    await one.add(reactions(1, 3));
    await two.add([aReaction(4, { sequence: 1 })]);
    await finish(indexedDB.deleteDatabase(name));

    await two.add([aReaction(11, { sequence: 6 })]);
    await one.add([aReaction(12, { sequence: 4 })]);
    const last = await two.add([aReaction(13, { sequence: 7 })]);

    expect(numbers(await one.readAll())).to.deep.equal([6, 8, 10]);
    expect(numbers(last)).to.deep.equal([10]);
    one.close();
    two.close();
  });

  it('knows what it handed out after the entries made way', async () => {
    const [one, two] = twoTabs();
    await one.add(reactions(1, 3));
    await one.markSent({ reactions: [id(1), id(2), id(3)] });
    const add = IDBObjectStore.prototype.add;
    let tries = 0;
    IDBObjectStore.prototype.add = function (value, key) {
      if ((tries += 1) === 1) throw new DOMException('no room', 'QuotaExceededError');
      return add.call(this, value, key);
    };
    await one.add([aReaction(4)]);
    IDBObjectStore.prototype.add = add;
    await one.markSent({ reactions: [id(4)] });

    const other = await two.add([aReaction(5, { sequence: 1 })]);

    expect(idsOf(await one.readAll())).to.deep.equal([id(4), id(5)]);
    expect(numbers(other)).to.deep.equal([6]);
    one.close();
    two.close();
  });

  it('forgets the numbers of a viewing with the viewing, and an answer that comes late brings back no code', async () => {
    const name = freshName();
    const connection = new Connection({ name });
    const outbox = new IdbOutbox(connection);
    for (const number of [1, 2]) await outbox.begin(anOwnViewing(number));
    await outbox.add([aReaction(1), aReaction(2, { viewing: viewing(2), sequence: 1 })]);
    await new IdbWithdrawals(new Connection({ name })).add(aWithdrawal(1));
    const left = await connection.use((database) => database.getAll('numbers'));

    await outbox.add([aReaction(3)]);
    await new IdbWithdrawals(connection).drop({ of: 'everything', viewing: viewing(1) });

    expect(left).to.deep.equal([{ viewing: viewing(2), after: 0, reserved: 2 }]);
    expect(await outbox.readViewings()).to.deep.equal([anOwnViewing(2)]);
    expect(idsOf(await outbox.readAll())).to.deep.equal([id(2)]);
    outbox.close();
  });

  it('leaves a code that was sent in the meantime as it is', async () => {
    const [one, two] = twoTabs();
    await one.begin(anOwnViewing(1));
    await one.add([aReaction(1)]);
    await two.markSent({ reactions: [], codes: [viewing(1)] });

    await one.add([aReaction(2)]);

    expect(await one.peekCodes(9)).to.deep.equal([]);
    expect(await one.readViewings()).to.deep.equal([anOwnViewing(1)]);
    one.close();
    two.close();
  });
});

describe('a log of the version before', () => {
  /** Version 2 kept the highest number with the viewing, and let numbers repeat. */
  async function makeVersion2(name: string): Promise<void> {
    const request = indexedDB.open(name, 2);
    request.onupgradeneeded = () => {
      const database = request.result;
      const reactions = database.createObjectStore('reactions', { keyPath: 'order', autoIncrement: true });
      reactions.createIndex('id', 'id', { unique: true });
      reactions.createIndex('viewing', 'viewing');
      reactions.createIndex('state', 'state');
      database.createObjectStore('identities', { keyPath: 'viewing' }).createIndex('state', 'state');
      database.createObjectStore('places', { keyPath: 'graph' });
      const viewings = database.createObjectStore('viewings', { keyPath: 'viewing' });
      viewings.createIndex('state', 'state');
      const withdrawals = database.createObjectStore('withdrawals', { keyPath: 'order', autoIncrement: true });
      withdrawals.createIndex('id', 'id', { unique: true });
      withdrawals.createIndex('state', 'state');
      for (const [number, sequence] of [
        [1, 1],
        [2, 2],
        [3, 2],
        [4, 3],
      ] as const) {
        const reaction = aReaction(number, { sequence });
        reactions.add({
          id: reaction.id,
          viewing: reaction.viewing,
          state: number === 1 ? 'sent' : 'pending',
          reaction,
        });
      }
      const other = aReaction(5, { viewing: viewing(2), sequence: 9 });
      reactions.add({ id: other.id, viewing: other.viewing, state: 'pending', reaction: other });
      const code = { graph: 'company', text: anOwnViewing(1).code };
      viewings.add({ viewing: viewing(1), reserved: 7, code, state: 'pending' });
    };
    (await finish(request)).close();
  }

  it('is carried over with all that it keeps, repeated numbers too', async () => {
    const name = freshName();
    await makeVersion2(name);

    const outbox = new IdbOutbox(new Connection({ name }));

    expect(idsOf(await outbox.peek(9))).to.deep.equal([id(2), id(3), id(4), id(5)]);
    expect(numbers(await outbox.readAll())).to.deep.equal([1, 2, 2, 3, 9]);
    expect(await outbox.readViewings()).to.deep.equal([anOwnViewing(1)]);
    outbox.close();
  });

  it('is numbered on from what it had handed out, or from what it keeps where that is not known', async () => {
    const name = freshName();
    await makeVersion2(name);
    const [one, two] = twoTabs(name);

    const reserved = await one.reserve(viewing(1));
    const known = await two.add([aReaction(11, { sequence: 4 })]);
    const counted = await two.add([aReaction(12, { viewing: viewing(2), sequence: 1 })]);

    expect([reserved, ...numbers(known), ...numbers(counted)]).to.deep.equal([8, 9, 11]);
    one.close();
    two.close();
  });
});
