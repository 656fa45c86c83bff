import { describe, expect, it } from 'vitest';

import { aLeaving } from './reactions.js';
import { ORIGIN, refusal, useCollector } from './run-collector.js';

describe('GET /ways', () => {
  const running = useCollector();

  const ways = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${running.base}/ways${query}`, { headers });

  it('are told in whole groups to whoever may send, without a token', async () => {
    await running.send(
      Array.from({ length: 9 }, (_, i) => aLeaving('hub', i < 6 ? 'team' : 'end', { viewing: i + 1 })),
    );

    const response = await ways('?graph=graph', { origin: ORIGIN });

    expect(await response.json()).toEqual({ graph: 'graph', ways: { hub: { team: 5 } } });
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(response.headers.get('vary')).toContain('Origin');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  });

  it('are counted once a minute', async () => {
    const before = await (await ways('?graph=graph')).json();
    await running.send(Array.from({ length: 5 }, (_, i) => aLeaving('hub', 'team', { viewing: i + 1 })));

    expect(before).toEqual({ graph: 'graph', ways: {} });
    expect(await (await ways('?graph=graph&key=of-the-page')).json()).toEqual(before);
  });

  it('are kept from pages of other origins', async () => {
    expect(await refusal(ways('?graph=graph', { origin: 'https://evil.example' }))).toMatchObject({
      status: 403,
      error: 'origin-refused',
    });
  });

  it.each(['', '?graph=', "?graph='", '?graph=a&graph=b', '?graph=__proto__', `?graph=${'a'.repeat(65)}`])(
    'need the id of one graph, and not "%s"',
    async (query) => {
      const response = await ways(query);

      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ error: 'bad-filter' });
    },
  );

  it('are there to be read only', async () => {
    const response = await fetch(`${running.base}/ways`, { method: 'POST' });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, OPTIONS');
  });
});
