import { expect } from '@open-wc/testing';

import { localDraftKeeper } from '../../src/editor/local-draft-keeper.js';

const refusing = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('localDraftKeeper', () => {
  beforeEach(() => localStorage.clear());

  it('keeps one draft for each sitting, the newest first', () => {
    let time = 0;
    const keeper = localDraftKeeper(undefined, () => (time += 1_000));

    keeper.keep('demo', 'a', 'first');
    keeper.keep('demo', 'b', 'second');
    keeper.keep('demo', 'b', 'second, longer');

    expect(keeper.recall('demo')).to.deep.equal([
      { sitting: 'b', text: 'second, longer', savedAt: new Date(3_000) },
      { sitting: 'a', text: 'first', savedAt: new Date(1_000) },
    ]);
  });

  it('keeps documents apart, also where one name begins with the other', () => {
    const keeper = localDraftKeeper();

    keeper.keep('demo', 'a', 'one');
    keeper.keep('demo:2', 'a', 'two');

    expect(keeper.recall('demo').map(({ text }) => text)).to.deep.equal(['one']);
  });

  it('lets the oldest go when there are more than five', () => {
    let time = 0;
    const keeper = localDraftKeeper(undefined, () => (time += 1));

    for (const sitting of ['1', '2', '3', '4', '5', '6']) keeper.keep('demo', sitting, sitting);

    expect(keeper.recall('demo').map(({ text }) => text)).to.deep.equal(['6', '5', '4', '3', '2']);
  });

  it('ignores what is not a draft', () => {
    localStorage.setItem('followup-draft:demo:x', 'not a draft');
    localStorage.setItem('followup-draft:demo:y', '{"text":1}');

    expect(localDraftKeeper().recall('demo')).to.deep.equal([]);
  });

  it('says that nothing is kept where storage is refused', () => {
    const keeper = localDraftKeeper(refusing);

    expect(keeper.keep('demo', 'a', 'text')).to.equal(false);
    expect(keeper.recall('demo')).to.deep.equal([]);
    keeper.forget('demo', 'a');
  });

  it('says that nothing is kept where the store is full', () => {
    const keeper = localDraftKeeper();

    expect(keeper.keep('demo', 'a', 'x'.repeat(12_000_000))).to.equal(false);
  });
});
