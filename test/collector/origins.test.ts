import { describe, expect, it } from 'vitest';

import { anAnswer } from './reactions.js';
import { ORIGIN, useCollector } from './run-collector.js';

describe('origins of pages', () => {
  const running = useCollector();

  it('answers the preflight of an allowed one', async () => {
    const response = await fetch(`${running.base}/report`, {
      method: 'OPTIONS',
      headers: { origin: ORIGIN, 'access-control-request-method': 'GET' },
    });

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization, content-type');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it('takes nothing of a page without one, such as a frame with `sandbox`', async () => {
    const body = JSON.stringify({ format: 1, reactions: [anAnswer('team')] });

    expect((await running.post(body, { 'content-type': 'text/plain', origin: 'null' })).status).toBe(403);
  });

  it('always allows its own', async () => {
    const body = JSON.stringify({ format: 1, reactions: [anAnswer('team')] });

    expect((await running.post(body, { 'content-type': 'text/plain', origin: running.collector.address })).status).toBe(
      200,
    );
  });
});

describe('an origin of *', () => {
  const running = useCollector({ origins: ['*'] });

  it('takes what a page without an origin sends', async () => {
    const body = JSON.stringify({ format: 1, reactions: [anAnswer('team')] });

    const response = await running.post(body, { 'content-type': 'text/plain', origin: 'null' });

    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('null');
  });
});
