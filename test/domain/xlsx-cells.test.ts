import { describe, expect, it } from 'vitest';

import { columnLetters, xlsxRow, xlsxText } from '../../src/domain/xlsx-cells.js';

describe('xlsxRow', () => {
  it('writes numbers and times as numbers, words as words, and leaves out what is not there', () => {
    expect(xlsxRow(2, [1, '2026-11-20 12:00:00', undefined, '=1+1'], ['whole', 'wall-time', 'text', 'text'])).toBe(
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="2"><v>46346.5</v></c>' +
        '<c r="D2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c></row>',
    );
  });

  it('writes a time that Excel would count wrongly as it stands', () => {
    expect(xlsxRow(2, ['1899-12-31T00:00:00Z'], ['instant'])).toContain('1899-12-31T00:00:00Z');
  });
});

describe('xlsxText', () => {
  it.each([
    ['<b>&amp;</b>', '&lt;b&gt;&amp;amp;&lt;/b&gt;'],
    ['_x0041_', '_x005F_x0041_'],
    ['__x0041_x0042_', '__x005F_x0041_x005F_x0042_'],
    ['a\u0000\uD800\uFFFF', 'a\uFFFD\uFFFD\uFFFD'],
    ['one\r\ntwo', 'one\ntwo'],
  ])('writes %j as %j', (text, xml) => {
    expect(xlsxText(text)).toBe(xml);
  });
});

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %i %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});
