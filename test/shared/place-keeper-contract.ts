import { expect } from '@open-wc/testing';

import type { Place, PlaceKeeper } from '../../src/log/place-keeper.js';
import { viewing } from '../log/reactions.js';

export function aPlace(change: Partial<Place> = {}): Place {
  return {
    graph: 'company',
    graphVersion: '1',
    viewing: viewing(1),
    choice: 'unnamed',
    noticeVersion: '1',
    progress: {
      path: [{ number: 1, scene: 'welcome' }],
      visits: 1,
      visited: ['welcome'],
      given: [{ visit: 1, question: 'mood', answer: { type: 'picked', options: ['1'] } }],
      asked: [undefined, 'career'],
    },
    standing: 'asking',
    reading: false,
    clipSeconds: 3.5,
    ...change,
  };
}

/** What every keeper of places does. */
export function placeKeeperContract(name: string, make: () => Promise<PlaceKeeper>): void {
  describe(`${name}, as a keeper of places`, () => {
    it('recalls nothing at first', async () => {
      const places = await make();

      expect(await places.recall('company')).to.equal(undefined);
    });

    it('recalls the latest place of each graph', async () => {
      const places = await make();

      await places.keep(aPlace());
      await places.keep(aPlace({ clipSeconds: 8 }));
      await places.keep(aPlace({ graph: 'factory', clipSeconds: 1 }));

      expect(await places.recall('company')).to.deep.equal(aPlace({ clipSeconds: 8 }));
      expect(await places.recall('factory')).to.deep.equal(aPlace({ graph: 'factory', clipSeconds: 1 }));
    });

    it('forgets one graph and not the others', async () => {
      const places = await make();
      await places.keep(aPlace());
      await places.keep(aPlace({ graph: 'factory' }));

      await places.forget('company');

      expect(await places.recall('company')).to.equal(undefined);
      expect(await places.recall('factory')).to.deep.equal(aPlace({ graph: 'factory' }));
    });
  });
}
