import { describe, expect, it } from 'vitest';

import { refusal, TOKEN, useCollector } from './run-collector.js';

describe('/session', () => {
  const running = useCollector({ trustProxy: 'loopback' });
  const at = (method: string, headers: Record<string, string> = {}, body?: string) =>
    fetch(`${running.base}/session`, { method, headers, ...(body !== undefined && { body }) });
  const signIn = (token = TOKEN, headers: Record<string, string> = {}) =>
    at('POST', { 'content-type': 'application/json', ...headers }, JSON.stringify({ token }));
  const whoIs = async (cookie: string) =>
    ((await (await at('GET', { cookie })).json()) as { reader: string | null }).reader;
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

  it('exchanges the token for a cookie that no script reads and no other site sends', async () => {
    const response = await signIn();

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ reader: 'reader-token', role: 'admin', files: true });
    expect(response.headers.get('set-cookie')).toMatch(
      /^followup-session=[\w-]{43}; Path=\/collector; HttpOnly; SameSite=Strict$/,
    );
  });

  it('marks the cookie as secure behind a proxy with TLS', async () => {
    const response = await signIn(TOKEN, { 'x-forwarded-proto': 'https' });

    expect(response.headers.get('set-cookie')).toMatch(
      /^__Secure-followup-session=[\w-]{43}; Path=\/collector; HttpOnly; SameSite=Strict; Secure$/,
    );
  });

  it('opens everything that the token opens, until it is ended', async () => {
    const cookie = cookieOf(await signIn());
    const read = async () => (await fetch(`${running.base}/report`, { headers: { cookie } })).status;

    expect(await read()).toBe(200);
    expect(await whoIs(cookie)).toBe('reader-token');
    const left = await at('DELETE', { cookie });
    expect(left.status).toBe(204);
    expect(left.headers.get('set-cookie')).toContain('followup-session=; ');
    expect(await read()).toBe(401);
    expect(await whoIs(cookie)).toBeNull();
  });

  it('is a new one at each sign-in, and the one before is over', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn(TOKEN, { cookie: first }));

    expect(second).not.toBe(first);
    expect(await whoIs(first)).toBeNull();
    expect(await whoIs(second)).toBe('reader-token');
  });

  it('takes no secret that it did not give', async () => {
    const slipped = `followup-session=${'x'.repeat(43)}`;

    expect(await refusal(fetch(`${running.base}/report`, { headers: { cookie: slipped } }))).toMatchObject({
      status: 401,
      error: 'session-over',
    });
    expect(cookieOf(await signIn(TOKEN, { cookie: slipped }))).not.toBe(slipped);
  });

  it('is of no use to a page of another site, listed or not', async () => {
    const cookie = cookieOf(await signIn());
    const report = (headers: Record<string, string>) =>
      refusal(fetch(`${running.base}/report`, { headers: { cookie, ...headers } }));

    expect(await report({ origin: 'https://recruit.example.jp' })).toMatchObject({ error: 'origin-refused' });
    expect(await report({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ error: 'origin-refused' });
    expect(await report({ 'sec-fetch-site': 'same-site' })).toMatchObject({ error: 'origin-refused' });
    expect((await at('DELETE', { cookie, origin: 'https://recruit.example.jp' })).status).toBe(403);
    expect(await whoIs(cookie)).toBe('reader-token');
  });

  it('is not begun by a form of another site', async () => {
    const body = JSON.stringify({ token: TOKEN });

    expect(await refusal(at('POST', { 'content-type': 'text/plain' }, body))).toMatchObject({ status: 415 });
    expect(await refusal(signIn(TOKEN, { origin: 'https://recruit.example.jp' }))).toMatchObject({ status: 403 });
  });

  it('slows down whoever guesses, each address by itself', async () => {
    const guess = (address: string) => refusal(signIn('a-guess', { 'x-forwarded-for': address }));
    const statuses = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await guess('192.0.2.1')).status);

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await guess('192.0.2.2')).status).toBe(401);
    expect(await guess('192.0.2.1')).toMatchObject({ error: 'too-many-tries', retryAfter: '1' });
  });

  it.each([
    '',
    '{}',
    '{"token": 1}',
    '{"token": "a", "role": "admin"}',
    `{"token": "${'x'.repeat(600)}"}`,
    '[',
    'null',
  ])('answers %j with a sentence', async (body) => {
    const answer = await refusal(at('POST', { 'content-type': 'application/json' }, body));

    expect([400, 422]).toContain(answer.status);
    expect(answer.message).toMatch(/^[A-Z].*\.$/s);
    await running.expectAlive();
  });

  it('is there to be begun, asked and ended only', async () => {
    const response = await at('PUT');

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST, DELETE, OPTIONS');
  });
});
