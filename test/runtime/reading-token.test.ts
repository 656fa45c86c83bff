import { describe, expect, it } from 'vitest';

import { takeTokenFromAddress } from '../../src/runtime/reading-token.js';

function anAddress(hash: string) {
  const replaced: string[] = [];
  const address = { hash, pathname: '/hr/', search: '?a=1' } as Location;
  const history = { state: null, replaceState: (_state: unknown, _title: string, to: string) => replaced.push(to) };
  return { address, history: history as unknown as History, replaced };
}

describe('takeTokenFromAddress', () => {
  it('takes the token, and takes it out of the address bar', () => {
    const { address, history, replaced } = anAddress('#token=se%2Bcret');

    expect(takeTokenFromAddress(address, history)).toBe('se+cret');
    expect(replaced).toEqual(['/hr/?a=1']);
  });

  it('leaves an address without a token as it is', () => {
    const { address, history, replaced } = anAddress('#topics');

    expect(takeTokenFromAddress(address, history)).toBeUndefined();
    expect(replaced).toEqual([]);
  });

  it('takes an empty token for none, and takes it out all the same', () => {
    const { address, history, replaced } = anAddress('#token=');

    expect(takeTokenFromAddress(address, history)).toBeUndefined();
    expect(replaced).toEqual(['/hr/?a=1']);
  });

  it('takes a token with a stray percent sign as it stands', () => {
    const { address, history } = anAddress('#token=100%');

    expect(takeTokenFromAddress(address, history)).toBe('100%');
  });
});
