import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { useCollector } from './run-collector.js';

describe('pages', () => {
  const running = useCollector();

  beforeEach(async () => {
    await running.collector.close();
    mkdirSync(join(running.folder, 'site'));
    mkdirSync(join(running.folder, 'hr'));
    writeFileSync(join(running.folder, 'site', 'index.html'), '<h1>Site</h1>');
    writeFileSync(join(running.folder, 'site', 'clip.mp4'), '0123456789');
    writeFileSync(join(running.folder, 'site', '.secret'), 'secret');
    writeFileSync(join(running.folder, 'hr', 'index.html'), '<h1>HR</h1>');
    await running.start({
      pages: [
        { folder: join(running.folder, 'site'), prefix: '/', policy: false },
        { folder: join(running.folder, 'hr'), prefix: '/hr/' },
      ],
    });
  });

  it('are served beside the routes, strictly unless told otherwise', async () => {
    const site = await fetch(`${running.collector.address}/`);
    const hr = await fetch(`${running.collector.address}/hr`);

    expect(await site.text()).toBe('<h1>Site</h1>');
    expect(site.headers.get('content-security-policy')).toBeNull();
    expect(await hr.text()).toBe('<h1>HR</h1>');
    expect(hr.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await running.read('/report')).status).toBe(200);
  });

  it('are served in ranges, so that a clip can be sought in', async () => {
    const response = await fetch(`${running.collector.address}/clip.mp4`, { headers: { range: 'bytes=2-4' } });

    expect(response.status).toBe(206);
    expect(await response.text()).toBe('234');
  });

  it('show nothing beside their folder', async () => {
    for (const path of ['/.secret', '/%2e%2e/followup.db', '/..%2ffollowup.db', '/hr/..%2f..%2ffollowup.db']) {
      expect((await fetch(running.collector.address + path)).status).toBeGreaterThanOrEqual(400);
    }
  });
});
