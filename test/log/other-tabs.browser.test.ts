import { expect } from '@open-wc/testing';

import { openLog } from '../../src/log/open-log.js';
import type { TabNews } from '../../src/log/other-tabs.js';
import { aReaction, viewing } from './reactions.js';

describe('openLog in two tabs', () => {
  it('tells the other tab what was taken back, by the browser’s own channel', async () => {
    const name = 'other-tabs';
    const [one, other] = [await openLog({ name }), await openLog({ name })];
    const news: TabNews = { type: 'taken-back', what: { of: 'everything', viewing: viewing(1) } };
    await one.outbox.add([aReaction(1, { viewing: viewing(1) })]);

    const heard = new Promise<TabNews>((resolve) => other.tabs.listen(resolve));
    one.tabs.tell(news);

    expect(await heard).to.deep.equal(news);
    await other.withdrawals.drop(news.what);
    expect(await one.outbox.readAll()).to.deep.equal([]);
    one.close();
    other.close();
  });
});
