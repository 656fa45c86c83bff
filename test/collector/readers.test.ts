import { describe, expect, it } from 'vitest';

import type { AuditEntry } from '../../src/collector/access/audit-log.js';
import { openMemoryAuditLog } from '../../src/collector/access/memory-audit-log.js';
import { hashToken, type Reader } from '../../src/collector/access/reader.js';
import { FollowupError } from '../../src/domain/error.js';
import { aReaction, anAnswer, aUuid } from './reactions.js';
import { refusal, TOKEN, useCollector } from './run-collector.js';

const AGGREGATE = 'aggreg00.a-token-for-figures';
const NAMES = 'names000.a-token-for-names';

const aReader = (name: string, role: Reader['role'], token: string): Reader => ({
  name,
  role,
  id: token.slice(0, 8),
  tokenHash: hashToken(token),
});

describe('readers', () => {
  let readers: readonly Reader[] = [];
  const audit = { current: openMemoryAuditLog() };
  const running = useCollector({
    readers: { list: () => readers },
    get audit() {
      readers = [aReader('Sato', 'aggregate', AGGREGATE), aReader('Kato', 'names', NAMES)];
      return (audit.current = openMemoryAuditLog());
    },
  });
  const record = async () => {
    const entries: AuditEntry[] = [];
    for await (const entry of audit.current.read()) entries.push(entry);
    return entries;
  };
  const recordOf = async (lines: number) => {
    // The last line is written when the connection has taken the last byte.
    let entries = await record();
    while (entries.length < lines) {
      await new Promise((resolve) => setImmediate(resolve));
      entries = await record();
    }
    return entries;
  };

  it('see what their role may see, and are told what they would need', async () => {
    const statuses = async (token: string) =>
      Promise.all(
        ['/graphs', '/report', '/reactions.csv', '/reactions.jsonl'].map(
          async (path) => (await running.read(path, token)).status,
        ),
      );

    expect(await statuses(AGGREGATE)).toEqual([200, 200, 403, 403]);
    expect(await statuses(NAMES)).toEqual([200, 200, 200, 200]);
    expect(await statuses(TOKEN)).toEqual([200, 200, 200, 200]);
    const answer = await refusal(running.read('/reactions.csv', AGGREGATE));
    expect(answer.error).toBe('role-too-low');
    expect(answer.message).toContain('needs a token of the role "names", and this one has "aggregate"');
  });

  it('are kept out at once when their token is taken away', async () => {
    expect((await running.read('/report', NAMES)).status).toBe(200);

    readers = [];

    expect((await running.read('/report', NAMES)).status).toBe(401);
  });

  it('stand in the record with what they read, when, and how much of it', async () => {
    await running.send([anAnswer('team'), anAnswer('end', { sequence: 2 })]);
    await (await running.read('/reactions.jsonl?graph=graph&since=2026-11-01', NAMES)).text();

    const [begun, done] = await recordOf(2);

    expect(begun).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      request: done?.request,
      reader: 'Kato',
      role: 'names',
      action: 'export',
      route: '/collector/reactions.jsonl',
      filter: { graph: 'graph', since: '2026-11-01' },
      outcome: 'begun',
    });
    expect(done).toMatchObject({ reader: 'Kato', action: 'export', outcome: 'done', rows: 2 });
  });

  it('leave nothing personal in the record', async () => {
    await running.send([aReaction({ type: 'notice-answered', choice: 'named' })], {
      identities: [{ viewing: aUuid(1, 'viewing'), name: 'Hanako' }],
    });
    await (await running.read('/reactions.csv?graph=Hanako%20Tanaka', NAMES)).text();
    await (await running.read('/reactions.csv', NAMES)).text();

    const text = JSON.stringify(await recordOf(4));

    expect(text).not.toMatch(/Hanako|127\.0\.0\.1|names000/);
    expect(text).toContain('"refused"');
  });

  it('read nothing while the record cannot be written', async () => {
    audit.current.add = () => Promise.reject(new FollowupError('audit-failed', 'The disk is full. Make room.'));

    expect(await refusal(running.read('/report', NAMES))).toMatchObject({
      status: 503,
      error: 'audit-failed',
      message: 'The disk is full. Make room.',
    });
  });

  it('have to wait after too many wrong tokens, by account and by address', async () => {
    const wrong = () => refusal(running.read('/report', 'names000.a-guess'));
    const answers = [];
    for (let tries = 0; tries < 6; tries += 1) answers.push(await wrong());

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(answers[5]).toMatchObject({ error: 'too-many-tries', retryAfter: '1' });
    expect((await running.read('/report', NAMES)).status).toBe(429);
  });
});
