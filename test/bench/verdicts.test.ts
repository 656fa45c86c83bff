import { describe, expect, it } from 'vitest';

import { chooseCells } from '../../bench/playback/cells.mjs';
import { compareFifths } from '../../bench/playback/measure-memory.mjs';
import { judge } from '../../bench/playback/verdicts.mjs';
import { fromSectionOn, placeSection } from '../../bench/playback/write-section.mjs';

const aSwitchLine = (more: object) => ({
  measure: 'switch',
  cell: 'fast/2s/4/large',
  way: 'player',
  pictureMedianMs: 12,
  pictureP95Ms: 20,
  movingMedianMs: 100,
  frameMs: 16.7,
  stalls: 0,
  blankFrames: 0,
  doubledSoundFrames: 0,
  bytesPerClip: 1.2,
  faults: [],
  ratios: { videojs: { picture: 0.1, moving: 0.4 }, prepared: { picture: 1, moving: 1.1 } },
  ...more,
});

const verdictOf = (lines: readonly object[], where: string, what: string) => {
  const found = (judge(lines) as { where: string; what: string; verdict: string; measured?: number }[]).find(
    (each) => each.where === where && each.what.startsWith(what),
  );
  return [found?.verdict, found?.measured];
};

describe('judge', () => {
  it('finds a promise met where the worst cell keeps it', () => {
    const lines = [aSwitchLine({}), aSwitchLine({ cell: 'loopback/5s/2/small', pictureP95Ms: 50 })];

    expect(verdictOf(lines, 'ready', 'picture at p95')).to.deep.equal(['met', 50]);
    expect(verdictOf(lines, 'ready', 'picture, times faster')).to.deep.equal(['met', 10]);
  });

  it('finds it not met where one cell breaks it', () => {
    const lines = [aSwitchLine({}), aSwitchLine({ cell: 'loopback/5s/2/small', pictureP95Ms: 51 })];

    expect(verdictOf(lines, 'ready', 'picture at p95')).to.deep.equal(['not met', 51]);
  });

  it('does not count a quick answer as a ready cell', () => {
    const lines = [aSwitchLine({ cell: 'fast/0.3s/4/small', pictureP95Ms: 900 })];

    expect(verdictOf(lines, 'ready', 'picture at p95')).to.deep.equal(['not measured', undefined]);
  });

  it('holds the stalls of a quick answer against those of the bare swap in the same cell', () => {
    const cell = 'slow/0.3s/4/small';
    const lines = [aSwitchLine({ cell, stalls: 3 }), aSwitchLine({ cell, way: 'swap', stalls: 2 })];

    expect(verdictOf(lines, 'slow, 0.3 s', 'stalls')).to.deep.equal(['not met', 1]);
  });
});

describe('chooseCells', () => {
  it('knows 72 cells, and finds one by its whole name and many by a part', () => {
    const counts = ['all', 'fast/2s/4/large', 'slow/5s', 'slow/5s,dropping'].map((wish) => chooseCells(wish).length);

    expect(counts).to.deep.equal([72, 1, 6, 24]);
  });

  it('measures by default the cells that a promise speaks of, and no other', () => {
    expect(chooseCells().map(({ name }) => name)).to.deep.equal([
      'loopback/2s/4/small',
      'fast/2s/4/large',
      'slow/0.3s/4/small',
      'slow/5s/4/small',
      'dropping/2s/4/small',
    ]);
  });

  it('has every line, time to think and hub in the matrix: 4 × 3 × 3', () => {
    expect(chooseCells('matrix')).to.have.length(36);
  });
});

describe('compareFifths', () => {
  it('compares the last fifth with the second, since the first still fills caches', () => {
    const samples = [1, 2, 9, 11, 10, 10, 10, 10, 11, 13].map((mb, index) => ({
      switch: index + 1,
      heapBytes: mb * 1_000_000,
      nodes: 100,
      processBytes: 5,
    }));

    expect(compareFifths(samples)).to.deep.equal({
      heapGrowth: 1.2,
      nodesGrowth: 1,
      processGrowth: 1,
      heapBytesPerSwitch: 333_333,
    });
  });
});

describe('placeSection', () => {
  it('adds the section at the end of a page that has none', () => {
    const page = placeSection('# Performance\n\n## Sizes\n', '## Playback\n\nNew.\n');

    expect(page).to.equal(
      '# Performance\n\n## Sizes\n\n<!-- bench:playback -->\n\n## Playback\n\nNew.\n\n<!-- /bench:playback -->\n',
    );
  });

  it('replaces what stands between the markers, and nothing else', () => {
    const old = '# P\n\n<!-- bench:playback -->\n\nOld.\n\n<!-- /bench:playback -->\n\n## Sizes\n';

    const page = placeSection(old, 'New.\n');

    expect(page).to.equal('# P\n\n<!-- bench:playback -->\n\nNew.\n\n<!-- /bench:playback -->\n\n## Sizes\n');
  });
});

describe('fromSectionOn', () => {
  it('has what placeSection placed, and what is said after it, and nothing of another page', () => {
    const page = `${placeSection('# P\n', 'New.\n')}\n## Why\n`;

    expect([fromSectionOn(page), fromSectionOn('# P\n')]).to.deep.equal([
      '<!-- bench:playback -->\n\nNew.\n\n<!-- /bench:playback -->\n\n## Why\n',
      '',
    ]);
  });
});
