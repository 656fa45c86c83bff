import { describe, expect, it } from 'vitest';

import { createBucket, readRange, shareFairly } from '../../bench/playback/line.mjs';

describe('createBucket', () => {
  it('lets 1.6 Mbit/s through as 200 bytes a millisecond, and keeps 20 ms of it in store at most', () => {
    const bucket = createBucket({ bitsPerSecond: 1_600_000 });

    const taken = [0, 5, 5, 1_000].map((nowMs) => bucket.take(nowMs, 10_000));

    expect(taken).to.deep.equal([4_000, 1_000, 0, 4_000]);
  });

  it('sends in ten seconds what its rate says', () => {
    const bucket = createBucket({ bitsPerSecond: 10_000_000 });
    let bytes = 0;

    for (let nowMs = 0; nowMs <= 10_000; nowMs += 7) bytes += bucket.take(nowMs, 1_000_000);

    expect(bytes).to.be.within(12_500_000, 12_550_000);
  });

  it('gives all that is wanted where the line has no limit', () => {
    const bucket = createBucket({ bitsPerSecond: Infinity });

    const taken = bucket.take(0, 123_456_789);

    expect(taken).to.equal(123_456_789);
  });

  it('lets nothing through while the line is down, and does not make up for it afterwards', () => {
    const bucket = createBucket({ bitsPerSecond: 1_600_000 });

    bucket.drop(1_000, 3_000);
    const taken = [1_000, 3_999, 4_000, 4_002].map((nowMs) => bucket.take(nowMs, 10_000));

    expect(taken).to.deep.equal([0, 0, 0, 400]);
  });

  it('keeps a request that is made while the line is down until it is up again', () => {
    const bucket = createBucket({ bitsPerSecond: Infinity });

    bucket.drop(1_000, 3_000);

    expect(bucket.reachesAtMs(2_000, 150)).to.equal(4_150);
    expect(bucket.reachesAtMs(5_000, 150)).to.equal(5_150);
  });
});

describe('shareFairly', () => {
  it('gives the same to each, and what one does not want to the others', () => {
    const shares = shareFairly(100, [10, 100, 100]);

    expect(shares).to.deep.equal([10, 45, 45]);
  });

  it('gives away the last byte', () => {
    const shares = shareFairly(10, [100, 100, 100]);

    expect(shares).to.deep.equal([4, 3, 3]);
  });

  it('gives no more than is wanted', () => {
    const shares = shareFairly(1_000, [1, 0, 2]);

    expect(shares).to.deep.equal([1, 0, 2]);
  });
});

describe('readRange', () => {
  it('reads a range that is open, closed, too long, or counted from the end', () => {
    const ranges = ['bytes=10-', 'bytes=10-19', 'bytes=10-999', 'bytes=-5'].map((header) => readRange(header, 100));

    expect(ranges).to.deep.equal([
      { first: 10, last: 99 },
      { first: 10, last: 19 },
      { first: 10, last: 99 },
      { first: 95, last: 99 },
    ]);
  });

  it('takes a header that is missing or not understood as a wish for all', () => {
    const ranges = [undefined, '', 'bytes=-', 'lines=1-2'].map((header) => readRange(header, 100));

    expect(ranges).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it('finds nothing behind the end', () => {
    const range = readRange('bytes=100-', 100);

    expect(range).to.equal(null);
  });
});
