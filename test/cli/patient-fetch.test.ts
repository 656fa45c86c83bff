import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { fetchPatiently } from '../../src/cli/patient-fetch.js';

const ADDRESS = 'https://collector.example.jp/reactions.xlsx';

describe('fetchPatiently', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('leaves a large file the time that it takes, once it has begun', async () => {
    let cut: AbortSignal | null | undefined;
    const fetch: typeof globalThis.fetch = (_address, request) => {
      cut = request?.signal;
      return Promise.resolve(new Response('begins'));
    };

    const answer = (await fetchPatiently(ADDRESS, {}, 'The collector', { fetch, pause: () => Promise.resolve() }))
      .status;
    vi.advanceTimersByTime(3_600_000);

    expect(answer).toBe(200);
    expect(cut?.aborted).toBe(false);
  });

  it('asks again where no answer begins, and gives up in the end', async () => {
    let tries = 0;
    const fetch: typeof globalThis.fetch = (_address, request) => {
      tries += 1;
      return new Promise((_resolve, reject) => {
        request?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        vi.advanceTimersByTime(60_000);
      });
    };

    const failing = fetchPatiently(ADDRESS, {}, 'The collector', { fetch, pause: () => Promise.resolve() });

    await expect(failing).rejects.toThrow(/^The collector gave no answer, 7 times\./);
    expect(tries).toBe(7);
  });
});
