import { describe, expect, it } from 'vitest';

import { noticeVersionOf } from '../../src/domain/notice-version.js';
import { findFirstSight } from '../../src/runtime/early-picture.js';

const BASE = 'https://company.example/graphs/intro.json';

/** As much of a graph as this looks at. */
function aDocument(clip: unknown, start: unknown = 'welcome') {
  return { start, scenes: { welcome: { title: 'Welcome', clip } } };
}

const NOTICE = { collector: 'Company', purpose: 'To answer.', readers: 'Two people.', retentionDays: 30 };

/** Two scenes with a clip each, and what an earlier page kept of a viewing in the second one. */
const GRAPH = {
  id: 'intro',
  notice: NOTICE,
  start: 'welcome',
  scenes: { welcome: { clip: { sources: [{ src: 'a.mp4' }] } }, hub: { clip: { sources: [{ src: 'b.mp4' }] } } },
};
const PLACE = {
  noticeVersion: noticeVersionOf(NOTICE),
  progress: {
    path: [
      { number: 1, scene: 'welcome' },
      { number: 2, scene: 'hub' },
    ],
  },
  standing: 'watching',
  reading: false,
  clipSeconds: 7.5,
};

const nowhere = () => Promise.resolve(undefined);

/** The clip that is seen first where no earlier page left anything. */
const findClip = async (document: unknown) => (await findFirstSight(document, BASE, nowhere))?.clip;

/** What is seen first of a viewing that was left at a place: the file, and the second. */
async function takeUp(place: unknown) {
  const asked: string[] = [];
  const sight = await findFirstSight(GRAPH, BASE, (graph) => {
    asked.push(graph);
    return Promise.resolve(place);
  });
  return { asked, file: sight?.clip.sources[0]?.src.split('/').at(-1), seconds: sight?.seconds };
}

describe('findFirstSight', () => {
  it('asks for the place in this graph, and finds the clip and the second where the viewing was left', async () => {
    expect(await takeUp(PLACE)).toEqual({ asked: ['intro'], file: 'b.mp4', seconds: 7.5 });
  });

  it.each([
    ['a viewing that nobody began', undefined, 'a.mp4', 0],
    ['one that was agreed to on other terms', { ...PLACE, noticeVersion: 'older' }, 'a.mp4', 0],
    ['one that stands at a question', { ...PLACE, standing: 'asking' }, 'b.mp4', 0],
    ['one whose text is read', { ...PLACE, reading: true }, undefined, undefined],
    [
      'one in a scene that is gone',
      { ...PLACE, progress: { path: [{ number: 1, scene: 'x' }] } },
      undefined,
      undefined,
    ],
    ['one without a way', { ...PLACE, progress: undefined }, undefined, undefined],
  ])('knows what is seen first of %s', async (_, place, file, seconds) => {
    expect(await takeUp(place)).toMatchObject({ file, seconds });
  });

  it('leaves it to the player where the log cannot be read', async () => {
    expect(await findFirstSight(GRAPH, BASE, () => Promise.reject(new Error('no')))).toBeUndefined();
  });

  it('finds the clip of the scene that comes first, its addresses made absolute', async () => {
    const clip = {
      sources: [{ src: '../media/welcome.mp4' }],
      poster: '../media/welcome.jpg',
      captions: [{ src: 'https://cdn.example/welcome.vtt', language: 'en', label: 'English' }],
    };

    expect(await findClip(aDocument(clip))).toEqual({
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
  ])('leaves out an address that is not safe: %j', async (src) => {
    const found = await findClip(aDocument({ sources: [{ src, type: 'video/mp4' }], poster: src }));

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
  ])('finds nothing in %s', async (_, document) => {
    expect(await findClip(document)).toBeUndefined();
  });

  it('finds nothing, and throws nothing, where reading is resisted', async () => {
    const document = {
      get start(): string {
        throw new Error('no');
      },
    };

    expect(await findClip(document)).toBeUndefined();
  });

  it('looks at ten sources at most', async () => {
    const sources = Array.from({ length: 1_000 }, (_, number) => ({ src: `${number}.mp4` }));

    expect((await findClip(aDocument({ sources })))?.sources).toHaveLength(10);
  });
});
