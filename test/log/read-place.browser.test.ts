import { expect } from '@open-wc/testing';

import { IdbPlaceKeeper } from '../../src/log/idb-place-keeper.js';
import { Connection } from '../../src/log/connection.js';
import type { Place } from '../../src/log/place-keeper.js';
import { readPlace } from '../../src/log/read-place.js';

const PLACE: Place = {
  graph: 'intro',
  graphVersion: '1',
  viewing: 'viewing-1',
  choice: 'unnamed',
  noticeVersion: 'terms-1',
  progress: { path: [{ number: 1, scene: 'welcome' }], visits: 1, visited: ['welcome'], given: [], asked: [] },
  standing: 'watching',
  reading: false,
  clipSeconds: 12.5,
};

let number = 0;
const aName = (): string => `read-place-${Date.now()}-${(number += 1)}`;
const namesOf = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

describe('readPlace', () => {
  it('reads what the place keeper kept, of this graph only', async () => {
    const name = aName();
    const connection = new Connection({ name });
    await new IdbPlaceKeeper(connection).keep(PLACE);

    const [own, other] = [await readPlace('intro', name), await readPlace('another', name)];
    connection.close();

    expect([own, other]).to.deep.equal([PLACE, undefined]);
  });

  it('finds nothing where nobody agreed to anything, and makes nothing', async () => {
    const name = aName();

    const found = await readPlace('intro', name);

    expect(found).to.equal(undefined);
    expect(await namesOf()).to.not.include(name);
  });

  it('stands in the way of nobody who changes the database afterwards', async () => {
    const name = aName();
    const connection = new Connection({ name });
    await new IdbPlaceKeeper(connection).keep(PLACE);
    await readPlace('intro', name);
    connection.close();

    // It would wait for ever for a connection that stays open.
    await new Promise<void>((resolve) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = () => resolve();
    });

    expect(await namesOf()).to.not.include(name);
  });

  it('says that it cannot tell where the database is of another kind', async () => {
    const name = aName();
    const made = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
    });
    made.close();

    const told = await readPlace('intro', name).then(
      () => 'read',
      () => 'cannot tell',
    );

    expect(told).to.equal('cannot tell');
  });
});
