import { describe, expect, it } from 'vitest';

import { openCollectorDoor } from '../../src/runtime/collector-door.js';

const PAGE = 'https://collect.example.jp/hr/';

interface Asked {
  readonly method: string;
  readonly address: string;
  readonly authorization: string | null;
  readonly body: string | undefined;
}

/** A collector with a cookie jar before it, as a browser has one. */
function aCollector(takesCookies = true) {
  const asked: Asked[] = [];
  let isOpen = false;
  const answer = (method: string, path: string, body: string | undefined): Response => {
    if (!path.endsWith('/session')) return Response.json({ graphs: [] });
    if (method === 'POST' && body !== '{"token":"right"}') {
      return Response.json({ error: 'wrong-token', message: 'Another one.' }, { status: 401 });
    }
    if (method === 'POST') isOpen = takesCookies;
    if (method === 'DELETE') isOpen = false;
    if (method === 'DELETE') return new Response(null, { status: 204 });
    const signedIn = isOpen || method === 'POST';
    return Response.json(signedIn ? { reader: 'Sato', role: 'names', files: true } : { reader: null, files: false });
  };
  const fetch: typeof globalThis.fetch = (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const { method = 'GET', headers, body } = init ?? {};
    const text = typeof body === 'string' ? body : undefined;
    asked.push({ method, address, authorization: new Headers(headers).get('authorization'), body: text });
    return Promise.resolve(answer(method, address, text));
  };
  return { asked, fetch };
}

describe('openCollectorDoor', () => {
  it('exchanges the token for a session on the collector’s own page, and shows it to nobody again', async () => {
    const { asked, fetch } = aCollector();
    const door = openCollectorDoor({ collector: '../collector', base: PAGE, fetch });

    const { reader, files } = await door.enter('right');
    await reader.listGraphs();

    expect(files).toBe(true);
    expect(asked).toEqual([
      { method: 'POST', address: '../collector/session', authorization: null, body: '{"token":"right"}' },
      { method: 'GET', address: '../collector/session', authorization: null, body: undefined },
      { method: 'GET', address: '../collector/graphs', authorization: null, body: undefined },
    ]);
  });

  it('comes in again by the session, and not without one', async () => {
    const { fetch } = aCollector();
    const door = openCollectorDoor({ collector: '/collector', base: PAGE, fetch });

    expect(await door.enterAgain()).toBeUndefined();
    await door.enter('right');
    expect(await door.enterAgain()).toMatchObject({ files: true });
    await door.leave();
    expect(await door.enterAgain()).toBeUndefined();
  });

  it('keeps the token in memory where the browser refuses the cookie', async () => {
    const { asked, fetch } = aCollector(false);
    const door = openCollectorDoor({ collector: '/collector', base: PAGE, fetch });

    const { reader } = await door.enter('right');
    await reader.listGraphs();

    expect(asked.at(-1)?.authorization).toBe('Bearer right');
    expect(await door.enterAgain()).toBeUndefined();
  });

  it('keeps the token in memory on a page elsewhere, and asks for no session', async () => {
    const { asked, fetch } = aCollector();
    const door = openCollectorDoor({ collector: 'https://other.example/collector', base: PAGE, fetch });

    expect(await door.enterAgain()).toBeUndefined();
    const { reader } = await door.enter('right');
    await reader.listGraphs();
    await door.leave();

    expect(asked).toEqual([
      {
        method: 'GET',
        address: 'https://other.example/collector/graphs',
        authorization: 'Bearer right',
        body: undefined,
      },
    ]);
  });

  it('tells a wrong token, and an answer that is not a collector’s', async () => {
    const door = openCollectorDoor({ collector: '/collector', base: PAGE, fetch: aCollector().fetch });
    const portal = () => Promise.resolve(new Response('<!doctype html>'));

    await expect(door.enter('wrong')).rejects.toMatchObject({ code: 'wrong-token' });
    await expect(
      openCollectorDoor({ collector: '/collector', base: PAGE, fetch: portal }).enterAgain(),
    ).rejects.toMatchObject({ code: 'collector-unreadable' });
  });
});
