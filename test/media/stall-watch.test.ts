import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { StallWatch } from '../../src/media/stall-watch.js';

describe('StallWatch', () => {
  let gaveUp = 0;
  let watch: StallWatch;

  beforeEach(() => {
    vi.useFakeTimers();
    gaveUp = 0;
    watch = new StallWatch(30_000, () => (gaveUp += 1));
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** Data every second, each bringing the clip on by so much. */
  function feed(seconds: number, stepSeconds: number): void {
    for (let second = 1; second <= seconds; second += 1) {
      vi.advanceTimersByTime(1_000);
      watch.progress(second * stepSeconds);
    }
  }

  it('gives up once after silence', () => {
    watch.begin();
    vi.advanceTimersByTime(29_999);
    expect(gaveUp).toBe(0);

    vi.advanceTimersByTime(200_000);

    expect(gaveUp).toBe(1);
  });

  it('waits on for as long as the clip comes, however slowly', () => {
    watch.begin();

    feed(600, 0.05);

    expect(gaveUp).toBe(0);
  });

  it('gives up a trickle that brings no film, after four times as long', () => {
    watch.begin();

    feed(119, 0.000_04);
    const before = gaveUp;
    feed(2, 0.000_04);

    expect([before, gaveUp]).toEqual([0, 1]);
  });

  it('counts from the last film that came, and not from the first wait', () => {
    watch.begin();
    feed(100, 0.1);

    feed(100, 0);

    expect(gaveUp).toBe(0);
  });

  it('does not count the hours in which the device slept', () => {
    watch.begin();
    vi.advanceTimersByTime(10_000);

    // Nothing ticks in between, and all timers are due at once afterwards.
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(19_999);

    expect(gaveUp).toBe(0);
  });

  it('waits for nothing once it was ended, and anew once it was begun again', () => {
    watch.begin();
    vi.advanceTimersByTime(20_000);
    watch.end();
    watch.progress(3);
    vi.advanceTimersByTime(200_000);
    expect(gaveUp).toBe(0);

    watch.begin();
    vi.advanceTimersByTime(30_000);

    expect(gaveUp).toBe(1);
  });
});
