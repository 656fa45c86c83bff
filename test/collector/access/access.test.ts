import { describe, expect, it } from 'vitest';

import { countFailures } from '../../../src/collector/access/failures.js';
import { addressKey, isLoopback, isOriginAllowed } from '../../../src/collector/access/origin.js';
import { limitRate } from '../../../src/collector/access/rate-limit.js';
import {
  findReader,
  hashToken,
  makeReaderToken,
  mayDo,
  nameAccount,
  type Reader,
} from '../../../src/collector/access/reader.js';
import { readSessionCookie, writeSessionCookie } from '../../../src/collector/access/session-cookie.js';
import { openSessions } from '../../../src/collector/access/sessions.js';
import { findSite } from '../../../src/collector/access/site.js';

const aReader = (name: string, token: string, role: Reader['role'] = 'aggregate'): Reader => ({
  name,
  role,
  id: token.split('.')[0] ?? '',
  tokenHash: hashToken(token),
});

/** A clock that stands until it is moved. */
function aClock() {
  let ms = 1_000;
  return { now: () => ms, pass: (by: number) => (ms += by) };
}

describe('findReader', () => {
  const readers = [aReader('Sato', 'aaa.one'), aReader('Kato', 'bbb.two')];

  it('knows a reader by the token alone', () => {
    expect(findReader(readers, 'bbb.two')?.name).toBe('Kato');
    expect(findReader(readers, 'bbb.one')).toBeUndefined();
    expect(findReader(readers, '')).toBeUndefined();
    expect(findReader([], 'bbb.two')).toBeUndefined();
  });

  it('tells whose token was meant when the rest of it is wrong', () => {
    expect(nameAccount(readers, 'bbb.one')).toBe('bbb');
    expect(nameAccount(readers, 'ccc.one')).toBeUndefined();
  });
});

describe('makeReaderToken', () => {
  it('makes another one each time, of 192 bits behind its id', () => {
    const [one, other] = [makeReaderToken(), makeReaderToken()];

    expect(one.token).toMatch(/^[\w-]{8}\.[\w-]{32}$/);
    expect(one.token.startsWith(`${one.id}.`)).toBe(true);
    expect(other.token).not.toBe(one.token);
  });
});

describe('mayDo', () => {
  it('lets each role do what those below it may', () => {
    expect(mayDo('admin', 'names')).toBe(true);
    expect(mayDo('names', 'names')).toBe(true);
    expect(mayDo('aggregate', 'names')).toBe(false);
    expect(mayDo('names', 'admin')).toBe(false);
  });
});

describe('countFailures', () => {
  it('lets people mistype, then makes each further try wait twice as long, up to a minute', () => {
    const { now, pass } = aClock();
    const failures = countFailures(now);
    const waits = Array.from({ length: 13 }, () => {
      failures.add('address');
      const wait = failures.waitMs('address');
      pass(wait);
      return wait / 1_000;
    });

    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(failures.waitMs('another')).toBe(0);
  });

  it('forgets after a right one, and after a quarter of an hour without a wrong one', () => {
    const { now, pass } = aClock();
    const failures = countFailures(now);
    for (let tries = 0; tries < 8; tries += 1) failures.add('one');
    for (let tries = 0; tries < 8; tries += 1) failures.add('two');
    failures.forget('one');

    expect(failures.waitMs('one')).toBe(0);
    expect(failures.waitMs('two')).toBe(8_000);
    pass(15 * 60_000);
    failures.add('two');
    expect(failures.waitMs('two')).toBe(0);
  });

  it('remembers a bounded number of them', () => {
    const failures = countFailures(() => 0, { free: 1, longestMs: 60_000, forgetMs: 60_000, keys: 2 });
    for (const key of ['one', 'two', 'three']) failures.add(key);

    expect(['one', 'two', 'three'].map((key) => failures.waitMs(key))).toEqual([0, 1_000, 1_000]);
  });
});

describe('limitRate', () => {
  it('lets a minute’s worth through at once, and then as many as come free', () => {
    const { now, pass } = aClock();
    const limit = limitRate({ perMinute: 60 }, now);
    const first = Array.from({ length: 60 }, () => limit.take('address'));

    expect(first.every((wait) => wait === 0)).toBe(true);
    expect(limit.take('address')).toBe(1_000);
    expect(limit.take('another')).toBe(0);
    pass(1_000);
    expect(limit.take('address')).toBe(0);
    expect(limit.take('address')).toBe(1_000);
  });

  it('remembers a bounded number of addresses, and none that was quiet for a minute', () => {
    const { now, pass } = aClock();
    const limit = limitRate({ perMinute: 1, keys: 2 }, now);
    limit.take('one');
    limit.take('two');
    limit.take('three');

    expect(limit.take('one')).toBe(0);
    expect(limit.take('three')).toBeGreaterThan(0);
    pass(60_000);
    expect(limit.take('three')).toBe(0);
  });
});

describe('addressKey', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  it('tells the machine itself from others', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.9'].map(isLoopback)).toEqual([true, true, true]);
    expect(['10.0.0.1', '::2'].map(isLoopback)).toEqual([false, false]);
  });
});

describe('isOriginAllowed', () => {
  it('takes no beginning or ending of an origin for the origin', () => {
    const origins = ['https://recruit.example.jp'];
    const allowed = (origin: string | undefined) => isOriginAllowed(origin, 'collector.example.jp', origins);

    expect([undefined, 'https://recruit.example.jp', 'https://collector.example.jp'].map(allowed)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['null', 'https://recruit.example.jp.evil.example', 'http://recruit.example.jp', ''].map(allowed)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('openSessions', () => {
  const sato = aReader('Sato', 'aaa.one', 'names');

  it('finds who began a session, by its secret alone', () => {
    const sessions = openSessions({ list: () => [sato] });
    const secret = sessions.begin(sato);

    expect(sessions.find(secret)).toBe(sato);
    expect(sessions.find(`${secret}x`)).toBeUndefined();
    expect(sessions.begin(sato)).not.toBe(secret);
  });

  it('ends after half an hour without use, after twelve hours of use, and when it is ended', () => {
    const { now, pass } = aClock();
    const sessions = openSessions({ list: () => [sato] }, now);
    const [idle, used, ended] = [sessions.begin(sato), sessions.begin(sato), sessions.begin(sato)];
    sessions.end(ended);
    let found = 0;
    for (let quarters = 1; quarters <= 48; quarters += 1) {
      pass(15 * 60_000);
      if (sessions.find(used)) found = quarters;
    }

    expect(found).toBe(47);
    expect(sessions.find(idle)).toBeUndefined();
    expect(sessions.find(ended)).toBeUndefined();
  });

  it('ends with the token, and follows the role that the reader has now', () => {
    let readers: readonly Reader[] = [sato];
    const sessions = openSessions({ list: () => readers });
    const secret = sessions.begin(sato);

    readers = [{ ...sato, role: 'aggregate' }];
    expect(sessions.find(secret)?.role).toBe('aggregate');
    readers = [];
    expect(sessions.find(secret)).toBeUndefined();
    readers = [sato];
    expect(sessions.find(secret)).toBeUndefined();
  });

  it('keeps a bounded number of sessions', () => {
    const sessions = openSessions({ list: () => [sato] }, () => 0, { idleMs: 1_000, longestMs: 1_000, sessions: 2 });
    const secrets = [1, 2, 3].map(() => sessions.begin(sato));

    expect(secrets.map((secret) => sessions.find(secret) !== undefined)).toEqual([false, true, true]);
  });
});

describe('writeSessionCookie', () => {
  it('keeps it from scripts, from other sites and, over TLS, from plain lines', () => {
    expect(writeSessionCookie('secret', { base: '/collector', secure: true })).toBe(
      '__Secure-followup-session=secret; Path=/collector; HttpOnly; SameSite=Strict; Secure',
    );
    expect(writeSessionCookie('', { base: '', secure: false })).toBe(
      'followup-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
    );
  });

  it('is read back among others, and nothing is read that is no secret', () => {
    const place = { base: '', secure: false };
    const secret = 'x'.repeat(43);

    expect(readSessionCookie(`a=b; followup-session=${secret}; c=d`, place)).toBe(secret);
    expect(readSessionCookie(`followup-session=${secret}`, { ...place, secure: true })).toBeUndefined();
    expect(readSessionCookie('followup-session=short', place)).toBeUndefined();
    expect(readSessionCookie(undefined, place)).toBeUndefined();
  });
});

describe('findSite', () => {
  const site = { name: 'recruit', key: 'a-public-key', origins: ['https://recruit.example.jp'] };

  it('is the default one while none is named, whatever the key', () => {
    expect(findSite([], undefined, ['https://a.example'])).toEqual({ name: 'default', origins: ['https://a.example'] });
    expect(findSite([], 'any', [])?.name).toBe('default');
  });

  it('is that of the key once some are named, and none without it', () => {
    expect(findSite([site], 'a-public-key', [])).toBe(site);
    expect(findSite([site], 'another', [])).toBeUndefined();
    expect(findSite([site], undefined, [])).toBeUndefined();
    expect(findSite([site], ['a-public-key'], [])).toBeUndefined();
  });
});
