import { describe, expect, it } from 'vitest';

import { readGraphText } from '../../src/authoring/graph-text.js';
import { aGraph } from '../fixtures.js';

const write = (graph: unknown) => JSON.stringify(graph, null, 2);

/** The pieces of the text that are marked. */
function marked(text: string): string[] {
  return readGraphText(text).problems.map(({ code, from, to }) => `${code} ${text.slice(from, to)}`);
}

describe('readGraphText', () => {
  it('reads a good graph', () => {
    const graph = aGraph();

    expect(readGraphText(write(graph))).toEqual({ graph, problems: [] });
  });

  it('marks a wrong value', () => {
    const text = write(aGraph({ branches: { welcome: ['nowhere', 'end'], end: [] } }));

    expect(marked(text)).toEqual(['unknown-scene "nowhere"']);
  });

  it('marks the name of what holds a mistake, where the value is long', () => {
    const text = write(aGraph({ branches: { welcome: ['end'], attic: ['end'], end: [] } }));

    expect(marked(text)).toEqual(['unreachable-scene "attic"']);
  });

  it('marks the place from which something is missing', () => {
    const { title: _, ...graph } = aGraph();

    expect(marked(write(graph))).toEqual(['wrong-shape {']);
    expect(marked(write(aGraph({ notice: {} as never })))[0]).toBe('wrong-shape "notice"');
  });

  it('counts lines and columns from one', () => {
    const text = '{\r\n  "format": 2\r\n}';

    expect(readGraphText(text).problems).toEqual([
      expect.objectContaining({ code: 'unknown-format', line: 2, column: 13, from: 15, to: 16 }),
    ]);
  });

  it('finds two scenes of the same id', () => {
    const text = write(aGraph()).replace('"end": {', '"end": {},\n    "end": {');

    const { graph, problems } = readGraphText(text);

    expect(graph).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'duplicate-id',
      path: 'scenes.end',
      message: 'There are two scenes "end", and only the last would count. Rename one of them, or remove it.',
    });
    expect(text.slice(0, problems[0]?.from)).toMatch(/"end": \{\},\s+$/);
  });

  it('finds a field that stands twice', () => {
    expect(marked(write(aGraph()).replace('"language"', '"language": "ja", "language"'))).toEqual([
      'duplicate-id "language"',
    ]);
  });

  it.each([
    ['', 'Value', 'A value is wanted here. Write one, or remove the comma before it.'],
    ['{"id": "a" "title": "b"}', '"title"', 'A comma is wanted here, between this and what stands before it. Add it.'],
    ['{"id": "a",}', '}', 'A name in double quotes is wanted here. Add it, or remove the comma before it.'],
    ['{"topics": [1,]}', ']', 'A value is wanted here. Write one, or remove the comma before it.'],
    ['{} // note', '// note', 'JSON has no comments. Remove it.'],
    ['{"id": "a', '"a', 'This text has no closing quote on its line. Add it; write a line break as \\n.'],
    ['{"id": yes}', 'yes', '"yes" has no meaning in JSON here. Put text in double quotes, or remove it.'],
    ['{} {}', '{', 'The graph has ended before this. Remove what comes after it.'],
  ])('says what is not JSON in %j', (text, piece, message) => {
    const { graph, problems } = readGraphText(text);

    expect(graph).toBeUndefined();
    expect(problems.map((one) => one.message)).toContain(message);
    const first = problems.find((one) => one.message === message);
    expect(first).toMatchObject({ code: 'not-json', severity: 'error', path: '' });
    if (text) expect(text.slice(first?.from, first?.to)).toBe(piece);
  });

  it('takes a byte order mark for the space that it looks like', () => {
    expect(readGraphText(`\u{feff}${write(aGraph())}`).problems).toEqual([]);
  });

  it('takes text of any depth', () => {
    expect(marked('['.repeat(1_000_000))).toEqual(['not-json [']);
    expect(marked('{"a":'.repeat(100_000))).toEqual(['not-json {']);
    expect(marked(`{"a": "${'['.repeat(1000)}`)[0]).toMatch(/^not-json "\[/);
  });
});
