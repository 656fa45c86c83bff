import { describe, expect, it } from 'vitest';

import { Throughput } from '../../src/media/throughput.js';

describe('Throughput', () => {
  it('knows nothing before anything was measured', () => {
    expect(new Throughput().bitsPerSecond).toBe(undefined);
  });

  it('goes by the estimate until something was measured', () => {
    const throughput = new Throughput(() => 2_000_000);
    expect(throughput.bitsPerSecond).toBe(2_000_000);

    throughput.note(300_000);

    expect(throughput.bitsPerSecond).toBe(300_000);
  });

  it('is the middle of the last three, so that one hiccup or burst does not decide', () => {
    const throughput = new Throughput();

    for (const bits of [9_000_000, 800_000, 100, 900_000]) throughput.note(bits);

    expect(throughput.bitsPerSecond).toBe(800_000);
  });

  it('takes the smaller of two', () => {
    const throughput = new Throughput();

    throughput.note(2_000_000);
    throughput.note(500_000);

    expect(throughput.bitsPerSecond).toBe(500_000);
  });

  it('passes over what is no measure', () => {
    const throughput = new Throughput();

    for (const bits of [0, -1, Number.NaN]) throughput.note(bits);

    expect(throughput.bitsPerSecond).toBe(undefined);
  });
});
