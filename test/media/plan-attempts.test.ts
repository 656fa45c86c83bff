import { describe, expect, it } from 'vitest';

import { planAttempts } from '../../src/media/plan-attempts.js';

const mp4 = { src: 'https://cdn.test/a.mp4', type: 'video/mp4' };
const hls = { src: 'https://cdn.test/a.m3u8', type: 'application/vnd.apple.mpegurl' };
const captions = (src: string) => [{ src, language: 'ja', label: '日本語' }];
const plan = (clip: Parameters<typeof planAttempts>[0]) =>
  planAttempts(clip, 'https://jobs.test', ({ type }) => type === 'video/mp4');

describe('planAttempts', () => {
  it('leaves out what the browser cannot play', () => {
    expect(plan({ sources: [hls, mp4], captions: [] })).toEqual([{ source: mp4, cors: false }]);
    expect(plan({ sources: [hls], captions: [] })).toEqual([]);
  });

  it.each(['https://cdn.test/a.vtt', 'http://jobs.test/a.vtt', 'https://jobs.test:8080/a.vtt'])(
    'tries with CORS first for captions at %s, and then without',
    (src) => {
      expect(plan({ sources: [mp4], captions: captions(src) })).toEqual([
        { source: mp4, cors: true },
        { source: mp4, cors: false },
      ]);
    },
  );

  it.each(['https://jobs.test/a.vtt', '/a.vtt', 'a.vtt', 'data:text/vtt,WEBVTT', 'http://['])(
    'asks for no CORS for captions at %s',
    (src) => {
      expect(plan({ sources: [mp4], captions: captions(src) })).toEqual([{ source: mp4, cors: false }]);
    },
  );
});
