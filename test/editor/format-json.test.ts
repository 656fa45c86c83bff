import { describe, expect, it } from 'vitest';

import { formatJson } from '../../src/editor/format-json.js';

describe('formatJson', () => {
  it('opens up the document, its scenes and each scene, and keeps what is short on one line', () => {
    const branch = '{"to":"a","when":{"type":"visited","scene":"b"}}';
    const text = `{"topics":[{"id":"pay","label":"Pay"}],"scenes":{"end":{"title":"End","branches":[${branch}]}}}`;

    expect(formatJson(text)).toBe(
      [
        '{',
        '  "topics": [',
        '    { "id": "pay", "label": "Pay" }',
        '  ],',
        '  "scenes": {',
        '    "end": {',
        '      "title": "End",',
        '      "branches": [{ "to": "a", "when": { "type": "visited", "scene": "b" } }]',
        '    }',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('leaves strings as they are, brackets and escapes in them included', () => {
    expect(formatJson('{"a":"x ] , } \\" : {","b":""}')).toBe('{\n  "a": "x ] , } \\" : {",\n  "b": ""\n}\n');
  });

  it('keeps a name that was written twice', () => {
    expect(formatJson('{"a":1,"a":2}')).toBe('{\n  "a": 1,\n  "a": 2\n}\n');
  });

  it('drops nothing of a text that is not JSON', () => {
    const broken = '{"a": , tru e "b" {"c": [1,,2} ] "open';

    expect(formatJson(broken).replace(/\s/g, '')).toBe(broken.replace(/\s/g, ''));
    expect(formatJson(broken)).toContain('tru e');
  });

  it('changes nothing the second time', () => {
    const once = formatJson('{"a":[1,[2,{"c":{}}]],"b":{"c":{"d":[]}}}');

    expect(formatJson(once)).toBe(once);
  });

  it('makes nothing of nothing', () => {
    expect(formatJson('  \n')).toBe('');
  });
});
