import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { listenForSleep } from '../../src/runtime/page-sleep.js';

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
}

describe('listenForSleep', () => {
  let page: Page;
  let clock: number;
  let slept: number;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    page = new Page();
    clock = 0;
    slept = 0;
    stop = listenForSleep(
      () => (slept += 1),
      page,
      () => clock,
    );
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  /** Timers run on while the clock does. */
  function live(seconds: number): void {
    for (let second = 0; second < seconds; second += 1) {
      clock += 1_000;
      vi.advanceTimersByTime(1_000);
    }
  }

  it('hears that the page is about to be frozen', () => {
    page.dispatchEvent(new Event('freeze'));

    expect(slept).toBe(1);
  });

  it('notices once that the clock went on while nothing ran', () => {
    live(20);
    clock += 3_600_000;

    live(20);

    expect(slept).toBe(1);
  });

  it('takes hours of waking for no sleep', () => {
    live(7_200);

    expect(slept).toBe(0);
  });

  it('takes the slow timers of a page that nobody sees for no sleep', () => {
    page.visibilityState = 'hidden';
    clock += 3_600_000;
    live(10);
    page.visibilityState = 'visible';
    clock += 60_000;

    live(10);

    expect(slept).toBe(0);
  });

  it('takes a clock that was set back for no sleep', () => {
    clock -= 3_600_000;

    live(20);

    expect(slept).toBe(0);
  });

  it('hears nothing once it was ended', () => {
    stop();
    page.dispatchEvent(new Event('freeze'));
    clock += 3_600_000;

    live(20);

    expect(slept).toBe(0);
  });
});
