import { describe, expect, it } from 'vitest';

import { readFilter } from '../../src/domain/reading.js';
import { startOfDay, zonedTime } from '../../src/domain/zoned-time.js';

const read = (query: Record<string, unknown>) => readFilter(query, 'Asia/Tokyo');

describe('readFilter', () => {
  it('takes days as days of the time zone, the last one in', () => {
    expect(read({ since: '2026-11-20', until: '2026-11-20' })).toEqual({
      type: 'filter',
      filter: { since: '2026-11-19T15:00:00Z', until: '2026-11-20T15:00:00Z' },
    });
  });

  it('takes instants as they are, in UTC', () => {
    expect(read({ since: '2026-11-20T09:00:00+09:00', until: '2026-11-20T00:00:01.500Z' })).toEqual({
      type: 'filter',
      filter: { since: '2026-11-20T00:00:00Z', until: '2026-11-20T00:00:01Z' },
    });
  });

  it('leaves out what is empty', () => {
    expect(read({ graph: '', topic: '人間関係' })).toEqual({ type: 'filter', filter: { topic: '人間関係' } });
  });

  it.each([
    [{ since: 'yesterday' }, /"since" is not a day/],
    [{ since: '2026-02-30' }, /"since" is not a day/],
    [{ until: '2026-13-01' }, /"until" is not a day/],
    [{ graph: "x' OR 1=1" }, /"graph" is not an id/],
    [{ topic: 'a'.repeat(65) }, /"topic" is not an id/],
    [{ graph: ['a', 'b'] }, /"graph" is given more than once/],
    [{ since: '2026-11-21', until: '2026-11-20' }, /"since" is not before "until"/],
  ])('says what is wrong with %j', (query, message) => {
    expect(read(query)).toEqual({ type: 'unreadable', message: expect.stringMatching(message) });
  });
});

describe('startOfDay', () => {
  it('follows a change of clocks', () => {
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00Z');
    expect(startOfDay('2026-03-29', 'Europe/Berlin', 1)).toBe('2026-03-29T22:00:00Z');
  });
});

describe('zonedTime', () => {
  it.each([
    ['2026-03-08T06:59:59Z', 'America/New_York', '2026-03-08 01:59:59'],
    ['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08 03:00:00'],
    ['2026-03-08T06:59:59Z', 'Asia/Kathmandu', '2026-03-08 12:44:59'],
    ['2026-03-08T06:59:59Z', 'UTC', '2026-03-08 06:59:59'],
  ])('shows %s in %s as %s, whatever was asked for before', (at, timeZone, shown) => {
    expect(zonedTime(at, timeZone)).toBe(shown);
  });

  it('is what a clock on the wall shows', () => {
    expect(zonedTime('2026-12-31T15:00:00Z', 'Asia/Tokyo')).toBe('2027-01-01 00:00:00');
  });
});
