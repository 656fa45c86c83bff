import { describe, expect, it } from 'vitest';

import type { Reader } from '../../src/media/media-engine.js';
import { planAttempts } from '../../src/media/plan-attempts.js';

const mp4 = { src: 'https://cdn.test/a.mp4', type: 'video/mp4' };
const hls = { src: 'https://cdn.test/a.m3u8', type: 'application/vnd.apple.mpegurl' };
const captions = (src: string) => [{ src, language: 'ja', label: '日本語' }];
const plan = (clip: Parameters<typeof planAttempts>[0], hlsReaders: readonly Reader[] = []) =>
  planAttempts(clip, 'https://jobs.test', ({ type }) => (type === 'video/mp4' ? ['browser'] : hlsReaders));
const mp4With = { source: mp4, reader: 'browser', cors: true };
const mp4Without = { source: mp4, reader: 'browser', cors: false };

describe('planAttempts', () => {
  it('leaves out what the browser cannot play', () => {
    expect(plan({ sources: [hls, mp4], captions: [] })).toEqual([mp4Without]);
    expect(plan({ sources: [hls], captions: [] })).toEqual([]);
  });

  it('has a source read by each who can, before the next source', () => {
    expect(plan({ sources: [hls, mp4], captions: [] }, ['script', 'browser'])).toEqual([
      { source: hls, reader: 'script', cors: false },
      { source: hls, reader: 'browser', cors: false },
      mp4Without,
    ]);
  });

  it('leaves CORS to the script, which reads by it in any case', () => {
    const captionsElsewhere = captions('https://cdn.test/a.vtt');

    expect(plan({ sources: [hls], captions: captionsElsewhere }, ['script', 'browser'])).toEqual([
      { source: hls, reader: 'script', cors: false },
      { source: hls, reader: 'browser', cors: true },
      { source: hls, reader: 'browser', cors: false },
    ]);
  });

  it.each(['https://cdn.test/a.vtt', 'http://jobs.test/a.vtt', 'https://jobs.test:8080/a.vtt'])(
    'tries with CORS first for captions at %s, and then without',
    (src) => {
      expect(plan({ sources: [mp4], captions: captions(src) })).toEqual([mp4With, mp4Without]);
    },
  );

  it.each(['https://jobs.test/a.vtt', '/a.vtt', 'a.vtt', 'data:text/vtt,WEBVTT', 'http://['])(
    'asks for no CORS for captions at %s',
    (src) => {
      expect(plan({ sources: [mp4], captions: captions(src) })).toEqual([mp4Without]);
    },
  );
});
