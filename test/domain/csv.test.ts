import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cleaned, csvRow, defused } from '../../src/domain/csv.js';
import { parseCsv } from './parse-csv.js';

describe('csvRow', () => {
  it.each([
    ['plain words', 'plain words'],
    ['日本語', '日本語'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['one\ntwo', '"one\ntwo"'],
    ['one\r\ntwo', '"one\ntwo"'],
    ['one\rtwo', '"one\ntwo"'],
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    [' space', '" space"'],
    ['=1+1', "'=1+1"],
    ['+81', "'+81"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋81', "'＋81"],
    ['－1', "'－1"],
    ['−1', "'−1"],
    ['＠SUM', "'＠SUM"],
    ['  =1+1', "'  =1+1"],
    ['\u3000=1+1', "'\u3000=1+1"],
    ['\uFEFF=1+1', "'\uFEFF=1+1"],
    ['\u200B=1+1', "'\u200B=1+1"],
    ["'=1+1", "''=1+1"],
    ['\tword', '"\'\tword"'],
    ['\rword', '"\'\nword"'],
    ['=HYPERLINK("https://example.com","a")', '"\'=HYPERLINK(""https://example.com"",""a"")"'],
    ['1-1', '1-1'],
    ["it's", "it's"],
    ['a\u0000b', 'a\uFFFDb'],
    ['\u0000=1', "'\uFFFD=1"],
    ['a\uD800b', 'a\uFFFDb'],
    ['😀', '😀'],
  ])('writes %j as %j', (text, cell) => {
    expect(csvRow([text])).toBe(`${cell}\r\n`);
  });

  it('writes numbers as they are, and nothing for what is not there', () => {
    expect(csvRow([1, 12.5, undefined, -3])).toBe('1,12.5,,-3\r\n');
  });

  it('is read back as what was written, but for what no cell can hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 2, maxLength: 4 }), {
          maxLength: 5,
        }),
        (rows) => {
          const file = rows.map((row) => csvRow(row)).join('');

          expect(parseCsv(file)).toEqual(rows.map((row) => row.map((cell) => defused(cleaned(cell)))));
        },
      ),
    );
  });

  it('never begins a cell with what a spreadsheet would run', () => {
    const opening = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      '\t',
      '\r',
      '\n',
      ' ',
      '\u3000',
      '\u0000',
      "'",
    );
    fc.assert(
      fc.property(fc.array(opening, { minLength: 1, maxLength: 4 }), fc.string(), (signs, rest) => {
        const [[cell = ''] = []] = parseCsv(csvRow([signs.join('') + rest, 'x']));

        expect(cell).not.toMatch(/^[\s\uFFFD]*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});
