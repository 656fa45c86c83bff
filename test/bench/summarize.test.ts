import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openRecords } from '../../bench/playback/records.mjs';
import { summarize } from '../../bench/playback/summarize.mjs';

const aSwitch = (pictureMs: number, more: object = {}) => ({
  stillMs: pictureMs,
  pictureMs,
  movingMs: pictureMs + 80,
  stalls: 0,
  stalledMs: 0,
  blankFrames: 0,
  blankMs: 0,
  bytes: 600,
  unshownBytes: 100,
  clipBytes: 500,
  memoryBytes: 10,
  frameMs: 16.7,
  ...more,
});
const aTurn = (way: string, pictures: readonly number[], more: object = {}) => ({
  measure: 'turn',
  cell: 'slow/5s/4/small',
  way,
  first: 0,
  doubledSoundFrames: 0,
  switches: pictures.map((one) => aSwitch(one)),
  ...more,
});
const aVisit = (way: string, firstPictureMs: number) => ({
  measure: 'visit',
  line: 'slow',
  way,
  firstPictureMs,
  scriptBytes: 12_000,
});

describe('summarize', () => {
  it('takes all turns of a way together, and compares the ways by their medians', () => {
    const lines = [
      aTurn('player', [10, 20]),
      aTurn('swap', [100, 200, 300]),
      aTurn('player', [30], {
        first: 10,
        doubledSoundFrames: 2,
        switches: [aSwitch(30, { stalls: 3, memoryBytes: 99 })],
      }),
    ];

    const [player, swap] = summarize(lines);

    expect(player).to.include({
      measure: 'switch',
      switches: 3,
      pictureMedianMs: 20,
      pictureP95Ms: 30,
      movingMedianMs: 100,
      stalls: 3,
      bytesPerSwitch: 600,
      unshownBytesPerSwitch: 100,
      bytesPerClip: 1.2,
      peakMemoryBytes: 99,
      doubledSoundFrames: 2,
    });
    expect(player.ratios).to.deep.equal({ swap: { picture: 0.1, moving: 0.357 } });
    expect(swap.ratios.player.picture).to.equal(10);
  });

  it('tells of a turn that broke off, and counts what it had not', () => {
    const [player] = summarize([aTurn('player', [10]), aTurn('player', [], { first: 10, fault: 'Timeout' })]);

    expect([player.switches, player.faults]).to.deep.equal([1, ['Timeout']]);
  });

  it('compares a navigation with the bare page on the same line', () => {
    const [, player] = summarize([aVisit('bare', 800), aVisit('player', 880), aVisit('player', 900)]);

    expect(player).to.include({
      measure: 'navigation',
      trials: 2,
      pictureMedianMs: 880,
      scriptBytes: 12_000,
      ratio: 1.1,
    });
    expect(player).not.to.have.property('laterRatio');
  });

  it('compares a viewing that is taken up again with a bare page that begins there, too', () => {
    const lines = summarize([aVisit('bare', 800), aVisit('bare, later', 1_000), aVisit('resumed', 1_200)]);

    expect(lines.at(-1)).to.include({ way: 'resumed', ratio: 1.5, laterRatio: 1.2 });
  });
});

describe('openRecords', () => {
  const run = { build: 'abc', machine: { cores: 2 } };
  const aFile = (text = '') => {
    const path = join(mkdtempSync(join(tmpdir(), 'records-')), 'run.jsonl');
    if (text) writeFileSync(path, text);
    return path;
  };

  it('goes on where a run was broken off', () => {
    const path = aFile();
    openRecords(path, run).add(aTurn('player', [10]));

    const again = openRecords(path, run);

    expect(again.isKnown({ measure: 'turn', cell: 'slow/5s/4/small', way: 'player', first: 0 })).to.equal(true);
    expect(again.isKnown({ measure: 'turn', cell: 'slow/5s/4/small', way: 'player', first: 10 })).to.equal(false);
    expect(again.isKnown({ measure: 'turn', cell: 'slow/5s/4/small', way: 'swap', first: 0 })).to.equal(false);
    expect(again.lines).to.have.length(1);
  });

  it('measures anew what broke off, and leaves alone what is of another build or cut off in the midst of a line', () => {
    const path = aFile();
    openRecords(path, run).add(aTurn('player', [], { fault: 'Timeout' }));
    openRecords(path, { ...run, build: 'other' }).add(aTurn('swap', [10]));
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"measure":"tu`);

    const again = openRecords(path, run);

    expect(again.isKnown({ measure: 'turn', cell: 'slow/5s/4/small', way: 'player', first: 0 })).to.equal(false);
    expect(again.isKnown({ measure: 'turn', cell: 'slow/5s/4/small', way: 'swap', first: 0 })).to.equal(false);
    expect(again.lines).to.have.length(1);
  });

  it('does without a file', () => {
    const records = openRecords(undefined, run);

    records.add(aVisit('bare', 10));

    expect(records.lines).to.have.length(1);
  });
});
