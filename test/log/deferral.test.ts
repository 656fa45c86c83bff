import { describe, expect, it } from 'vitest';

import { findDeferral } from '../../src/log/deferral.js';

describe('findDeferral', () => {
  /** A browser's `fetchLater`, and what it still has to send. */
  function aBrowser() {
    const left: { readonly url: string; readonly init: RequestInit }[] = [];
    const fetchLater = (url: string, init: RequestInit) => {
      left.push({ url, init });
      return { activated: false };
    };
    const waiting = () => left.filter(({ init }) => !init.signal?.aborted).map(({ init }) => init.body);
    return { deferral: findDeferral(fetchLater), left, waiting };
  }

  it('has at most one thing waiting, the latest', () => {
    const { deferral, waiting } = aBrowser();

    deferral?.replace('/reactions', 'one');
    deferral?.replace('/reactions', 'two');

    expect(waiting()).toEqual(['two']);
  });

  it('takes back what was left', () => {
    const { deferral, waiting } = aBrowser();

    deferral?.replace('/reactions', 'one');
    deferral?.replace('/reactions', undefined);

    expect(waiting()).toEqual([]);
  });

  it('needs no preflight and carries no cookie', () => {
    const { deferral, left } = aBrowser();

    deferral?.replace('/reactions', 'one');

    expect(left[0]?.init).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      credentials: 'omit',
    });
  });

  it('bears a browser that refuses', () => {
    const deferral = findDeferral(() => {
      throw new DOMException('no quota', 'QuotaExceededError');
    });

    expect(() => deferral?.replace('/reactions', 'one')).not.toThrow();
  });

  it('is not there where the browser has none', () => {
    expect(findDeferral(undefined)).toBe(undefined);
  });
});
