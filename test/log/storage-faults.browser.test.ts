import { expect } from '@open-wc/testing';

import type { FollowupError } from '../../src/domain/error.js';
import { Connection } from '../../src/log/connection.js';
import { IdbOutbox } from '../../src/log/idb-outbox.js';
import { openLog } from '../../src/log/open-log.js';
import { aReaction, id, idsOf, reactions } from './reactions.js';

let made = 0;
const freshName = () => `faults-${(made += 1)}`;

/** Puts something else in the place of a property for the time of the work. */
async function withInstead<T extends object, K extends keyof T, R>(
  owner: T,
  key: K,
  value: T[K],
  work: () => Promise<R>,
): Promise<R> {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  Object.defineProperty(owner, key, { value, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    if (before) Object.defineProperty(owner, key, before);
    else Reflect.deleteProperty(owner, key);
  }
}

/** A request that the test ends, and that passes for a real one. */
function aRequest(): IDBOpenDBRequest {
  return Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
}

/** An IndexedDB whose `open` ends like this. */
function openingFails(name: string): IDBFactory {
  return {
    open() {
      const request = aRequest();
      Object.defineProperty(request, 'error', { value: new DOMException('refused', name) });
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return request;
    },
  } as unknown as IDBFactory;
}

const openRaw = (name: string, version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const deleteRaw = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

/** Opens a log and tells what it said. */
async function openTold(options: {
  readonly name?: string;
  readonly version?: number;
  readonly openTimeoutMs?: number;
}) {
  const told: FollowupError[] = [];
  const log = await openLog({ ...options, onFallback: (error) => told.push(error) });
  return { log, told };
}

describe('openLog where the browser refuses storage', () => {
  for (const name of ['UnknownError', 'SecurityError', 'InvalidStateError', 'AbortError']) {
    it(`goes on in memory and tells once at ${name}`, async () => {
      const { log, told } = await withInstead(window, 'indexedDB', openingFails(name), () => openTold({}));

      await log.outbox.add([aReaction(1)]);

      expect(await log.outbox.peek(10)).to.deep.equal([aReaction(1)]);
      expect(log.outbox.durability).to.equal('memory');
      expect(told.map(({ code }) => code)).to.deep.equal(['storage-refused']);
    });
  }

  it('says that the disk is full', async () => {
    const { told } = await withInstead(window, 'indexedDB', openingFails('QuotaExceededError'), () => openTold({}));

    expect(told.map(({ code }) => code)).to.deep.equal(['storage-full']);
  });

  it('goes on in memory where there is no IndexedDB at all', async () => {
    const none = undefined as unknown as IDBFactory;
    const { log, told } = await withInstead(window, 'indexedDB', none, () => openTold({}));

    expect(log.outbox.durability).to.equal('memory');
    expect(told.map(({ code }) => code)).to.deep.equal(['storage-refused']);
  });

  it('does not wait for ever', async () => {
    const hanging = { open: aRequest } as unknown as IDBFactory;
    const { told } = await withInstead(window, 'indexedDB', hanging, () => openTold({ openTimeoutMs: 30 }));

    expect(told.map(({ code }) => code)).to.deep.equal(['storage-refused']);
  });

  it('goes on in memory while an old tab blocks the upgrade, and does not block others afterwards', async () => {
    const name = freshName();
    const oldTab = await openRaw(name, 1);

    const { log, told } = await openTold({ name, version: 2, openTimeoutMs: 100 });
    expect(log.outbox.durability).to.equal('memory');
    expect(told.map(({ code }) => code)).to.deep.equal(['storage-blocked']);

    oldTab.close();
    const next = await openTold({ name, version: 2 });
    expect(next.log.outbox.durability).to.equal('disk');
    next.log.close();
    await deleteRaw(name);
  });

  it('goes on in memory where a newer version was here', async () => {
    const name = freshName();
    (await openRaw(name, 9)).close();

    const { told } = await openTold({ name, version: 1 });

    expect(told.map(({ code }) => code)).to.deep.equal(['storage-refused']);
    expect(told[0]?.message).to.contain('newer version');
  });

  it('makes what an older version lacks', async () => {
    const name = freshName();
    (await openRaw(name, 1)).close();

    const { log } = await openTold({ name, version: 2 });
    await log.outbox.add([aReaction(1)]);

    expect(log.outbox.durability).to.equal('disk');
    log.close();
  });
});

describe('openLog where storage fails later', () => {
  it('gives way to an upgrade in another tab, and goes on without losing an entry', async () => {
    const name = freshName();
    const { log, told } = await openTold({ name });
    await log.outbox.add([aReaction(1)]);

    const upgraded = await openRaw(name, 9);
    await log.outbox.add([aReaction(2)]);

    expect(told.map(({ code }) => code)).to.deep.equal(['storage-refused']);
    expect(idsOf(await log.outbox.peek(10))).to.deep.equal([id(2)]);
    upgraded.close();
  });

  it('goes on on disk after the site data was cleared', async () => {
    const name = freshName();
    const { log, told } = await openTold({ name });
    await log.outbox.add([aReaction(1)]);

    await deleteRaw(name);
    await log.outbox.add([aReaction(2)]);

    expect(idsOf(await log.outbox.readAll())).to.deep.equal([id(2)]);
    expect(log.outbox.durability).to.equal('disk');
    expect(told).to.deep.equal([]);
    log.close();
  });

  it('tries once more when the browser aborts a transaction', async () => {
    const { log, told } = await openTold({ name: freshName() });
    const add = IDBObjectStore.prototype.add;
    let tries = 0;
    const abortOnce: typeof add = function (this: IDBObjectStore, value, key) {
      const request = add.call(this, value, key);
      if (this.name === 'numbers' && (tries += 1) === 1) this.transaction.abort();
      return request;
    };

    await withInstead(IDBObjectStore.prototype, 'add', abortOnce, () => log.outbox.add([aReaction(1)]));

    expect(tries).to.equal(2);
    expect(idsOf(await log.outbox.peek(10))).to.deep.equal([id(1)]);
    expect(log.outbox.durability).to.equal('disk');
    expect(told).to.deep.equal([]);
    log.close();
  });

  it('holds in memory what a browser that aborts everything does not take', async () => {
    const { log, told } = await openTold({ name: freshName() });
    const add = IDBObjectStore.prototype.add;
    const abort: typeof add = function (this: IDBObjectStore, value, key) {
      const request = add.call(this, value, key);
      if (this.name === 'numbers') this.transaction.abort();
      return request;
    };

    await withInstead(IDBObjectStore.prototype, 'add', abort, () => log.outbox.add([aReaction(1)]));

    expect(idsOf(await log.outbox.peek(10))).to.deep.equal([id(1)]);
    expect(told.map(({ code }) => code)).to.deep.equal(['storage-refused']);
    log.close();
  });
});

describe('IdbOutbox on a full disk', () => {
  const full = () => new DOMException('no room', 'QuotaExceededError');
  const add = IDBObjectStore.prototype.add;

  it('lets the oldest that were acknowledged make way, and nothing else', async () => {
    const outbox = new IdbOutbox(new Connection({ name: freshName() }));
    await outbox.add(reactions(1, 4));
    await outbox.markSent({ reactions: [id(1), id(3)] });
    let tries = 0;
    const fullOnce: typeof add = function (this: IDBObjectStore, value, key) {
      if ((tries += 1) === 1) throw full();
      return add.call(this, value, key);
    };

    await withInstead(IDBObjectStore.prototype, 'add', fullOnce, () => outbox.add([aReaction(5)]));

    expect(idsOf(await outbox.readAll())).to.deep.equal([id(2), id(4), id(5)]);
    outbox.close();
  });

  it('says so when there is nothing to make way', async () => {
    const outbox = new IdbOutbox(new Connection({ name: freshName() }));
    await outbox.add([aReaction(1)]);
    const alwaysFull: typeof add = () => {
      throw full();
    };

    const code = await withInstead(IDBObjectStore.prototype, 'add', alwaysFull, () =>
      outbox.add([aReaction(2)]).then(
        () => 'added',
        (error: FollowupError) => error.code,
      ),
    );

    expect(code).to.equal('storage-full');
    expect(idsOf(await outbox.readAll())).to.deep.equal([id(1)]);
    outbox.close();
  });
});
