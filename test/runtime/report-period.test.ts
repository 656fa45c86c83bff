import { describe, expect, it } from 'vitest';

import { boundPeriod, isBackwards, writeDay } from '../../src/runtime/report-period.js';

const friday = new Date(2026, 10, 20, 15, 30);

describe('boundPeriod', () => {
  it('begins this week on Monday', () => {
    expect(boundPeriod({ type: 'week' }, friday)).toEqual({ since: new Date(2026, 10, 16) });
  });

  it('counts a Sunday to the week that ends with it', () => {
    expect(boundPeriod({ type: 'week' }, new Date(2026, 10, 22, 9))).toEqual({ since: new Date(2026, 10, 16) });
  });

  it('begins the week on a Monday with that very day', () => {
    expect(boundPeriod({ type: 'week' }, new Date(2026, 10, 16, 8))).toEqual({ since: new Date(2026, 10, 16) });
  });

  it('goes back over 30 days, today among them', () => {
    expect(boundPeriod({ type: 'month' }, friday)).toEqual({ since: new Date(2026, 9, 22) });
  });

  it('leaves all open', () => {
    expect(boundPeriod({ type: 'all' }, friday)).toEqual({});
  });

  it('includes both days of a span', () => {
    const period = { type: 'between', from: '2026-11-01', to: '2026-11-30' } as const;

    expect(boundPeriod(period, friday)).toEqual({ since: new Date(2026, 10, 1), until: new Date(2026, 11, 1) });
  });

  it('leaves a side open that has no day', () => {
    expect(boundPeriod({ type: 'between', from: '', to: '2026-11-30' }, friday)).toEqual({
      until: new Date(2026, 11, 1),
    });
    expect(boundPeriod({ type: 'between', from: '', to: '' }, friday)).toEqual({});
  });
});

describe('isBackwards', () => {
  it('is true only if the last day comes before the first', () => {
    expect(isBackwards({ type: 'between', from: '2026-11-02', to: '2026-11-01' })).toBe(true);
    expect(isBackwards({ type: 'between', from: '2026-11-01', to: '2026-11-01' })).toBe(false);
    expect(isBackwards({ type: 'between', from: '2026-11-02', to: '' })).toBe(false);
    expect(isBackwards({ type: 'week' })).toBe(false);
  });
});

describe('writeDay', () => {
  it('writes the day of the local calendar', () => {
    expect(writeDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
