import { expect } from '@open-wc/testing';

import { listenToPage } from '../../src/log/page-signals.js';

describe('listenToPage', () => {
  it('tells of leaving, coming back and the network, until it is told not to', () => {
    const told: string[] = [];
    const stop = listenToPage((signal) => told.push(signal));

    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(new Event('pageshow'));
    window.dispatchEvent(new Event('online'));
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
    stop();
    window.dispatchEvent(new Event('online'));

    expect(told).to.deep.equal(['leaving', 'back', 'online', 'leaving', 'back']);
  });
});
