import { describe, expect, it } from 'vitest';

import { findFirstClip } from '../../src/runtime/early-picture.js';

const BASE = 'https://company.example/graphs/intro.json';

/** As much of a graph as this looks at. */
function aDocument(clip: unknown, start: unknown = 'welcome') {
  return { start, scenes: { welcome: { title: 'Welcome', clip } } };
}

describe('findFirstClip', () => {
  it('finds the clip of the scene that comes first, its addresses made absolute', () => {
    const clip = {
      sources: [{ src: '../media/welcome.mp4' }],
      poster: '../media/welcome.jpg',
      captions: [{ src: 'https://cdn.example/welcome.vtt', language: 'en', label: 'English' }],
    };

    expect(findFirstClip(aDocument(clip), BASE)).toEqual({
      sources: [{ src: 'https://company.example/media/welcome.mp4', type: 'video/mp4' }],
      poster: 'https://company.example/media/welcome.jpg',
      captions: [{ src: 'https://cdn.example/welcome.vtt', language: 'en', label: 'English' }],
    });
  });

  it.each([
    'javascript:alert(1)',
    'data:video/mp4;base64,AAAA',
    'blob:https://company.example/1',
    'file:///etc/passwd',
    '//elsewhere.example/clip.mp4',
    'https://company.example@elsewhere.example/clip.mp4',
    'https:\\\\elsewhere.example/clip.mp4',
    'java\nscript:alert(1)',
  ])('leaves out an address that is not safe: %j', (src) => {
    const found = findFirstClip(aDocument({ sources: [{ src, type: 'video/mp4' }], poster: src }), BASE);

    expect(found).toEqual({ sources: [], captions: [] });
  });

  it.each([
    ['no object', 'graph'],
    ['nothing', null],
    ['a list', []],
    ['no start', { scenes: {} }],
    ['a start that is no text', aDocument({ sources: [{ src: 'a.mp4' }] }, ['welcome'])],
    ['a start that every object has', aDocument({ sources: [{ src: 'a.mp4' }] }, 'constructor')],
    ['a start that leads nowhere', aDocument({ sources: [{ src: 'a.mp4' }] }, 'other')],
    ['a scene without a clip', aDocument(undefined)],
    ['a clip of the wrong shape', aDocument('a.mp4')],
    ['sources of the wrong shape', aDocument({ sources: { 0: { src: 'a.mp4' } } })],
    ['sources that are no addresses', aDocument({ sources: [1, null, { src: 2 }, { src: '' }] })],
    ['an address without end', aDocument({ sources: [{ src: `${'a'.repeat(1_000_000)}.mp4` }] })],
  ])('finds nothing in %s', (_, document) => {
    expect(findFirstClip(document, BASE)).toBeUndefined();
  });

  it('finds nothing, and throws nothing, where reading is resisted', () => {
    const document = {
      get start(): string {
        throw new Error('no');
      },
    };

    expect(findFirstClip(document, BASE)).toBeUndefined();
  });

  it('looks at ten sources at most', () => {
    const sources = Array.from({ length: 1_000 }, (_, number) => ({ src: `${number}.mp4` }));

    expect(findFirstClip(aDocument({ sources }), BASE)?.sources).toHaveLength(10);
  });
});
