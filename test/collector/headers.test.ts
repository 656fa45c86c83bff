import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { ORIGIN, useCollector } from './run-collector.js';

describe('headers', () => {
  const running = useCollector();

  beforeEach(async () => {
    mkdirSync(join(running.folder, 'hr'));
    writeFileSync(join(running.folder, 'hr', 'index.html'), '<h1>HR</h1>');
    await running.restart({ pages: [{ folder: join(running.folder, 'hr'), prefix: '/hr/' }] });
  });

  const answers: readonly (readonly [string, () => Promise<Response>])[] = [
    ['a report', () => running.read('/report')],
    ['a file', () => running.read('/reactions.csv')],
    ['a receipt', () => running.send([])],
    ['the health', () => fetch(`${running.base}/health`)],
    ['the session', () => fetch(`${running.base}/session`)],
    ['a refusal', () => fetch(`${running.base}/report`)],
    ['nothing', () => fetch(`${running.base}/none`)],
    ['a preflight', () => fetch(`${running.base}/reactions`, { method: 'OPTIONS', headers: { origin: ORIGIN } })],
    ['a page', () => fetch(`${running.collector.address}/hr/`)],
  ];

  it.each(answers)('of %s let nothing be guessed, leaked or measured', async (_name, ask) => {
    const { headers } = await ask();

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toBe('camera=(), microphone=(), geolocation=()');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(answers.slice(0, 7))('of %s let nothing in it run, and nobody keep it', async (_name, ask) => {
    const { headers } = await ask();

    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('of a page allow nothing from elsewhere and no frame around it', async () => {
    const policy = (await fetch(`${running.collector.address}/hr/`)).headers.get('content-security-policy') ?? '';

    expect(policy.split('; ')).toEqual([
      "default-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ]);
  });

  it('set no cookie but that of a session', async () => {
    for (const [, ask] of answers) expect((await ask()).headers.get('set-cookie')).toBeNull();
  });
});
