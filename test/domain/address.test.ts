import { describe, expect, it } from 'vitest';

import {
  findAddressFault,
  isSafeAddress,
  mediaTypeOf,
  playableClip,
  resolveAddress,
} from '../../src/domain/address.js';
import { aClip } from '../fixtures.js';

describe('findAddressFault', () => {
  it.each([
    'clips/welcome.mp4',
    './welcome.mp4',
    '../welcome.mp4?v=2#t=3',
    '/media/ようこそ.mp4',
    'https://example.co.jp/welcome.mp4',
    'HTTP://localhost:8080/a.mp4',
    'https://[::1]:3000/a.mp4',
    'a%20b.mp4',
    'welcome.mp4?to=a:b',
    '?clip=1',
  ])('lets files lie at %s', (address) => {
    expect(findAddressFault(address, 'file')).toBeUndefined();
  });

  it.each([
    'mailto:saiyo@example.co.jp?subject=hello',
    'tel:+81-3-0000-0000',
    'https://line.me/R/ti/p/x',
    'contact.html',
  ])('lets links lead to %s', (address) => {
    expect(findAddressFault(address, 'link')).toBeUndefined();
  });

  it.each([
    ['javascript:alert(1)', 'scheme'],
    ['JavaScript:alert(1)', 'scheme'],
    ['data:text/html,hello', 'scheme'],
    ['vbscript:x', 'scheme'],
    ['blob:https://example.com/1', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['java\nscript:alert(1)', 'characters'],
    ['java\tscript:alert(1)', 'characters'],
    [' javascript:alert(1)', 'characters'],
    ['\u0000javascript:alert(1)', 'characters'],
    ['\ufeffjavascript:alert(1)', 'characters'],
    ['clips/\u202egpj.exe', 'characters'],
    ['my clip.mp4', 'characters'],
    ['\\\\evil.example/a.mp4', 'characters'],
    ['/\\evil.example/a.mp4', 'characters'],
    ['//evil.example/a.mp4', 'no-scheme'],
    ['https:evil.mp4', 'host'],
    ['https:/evil.mp4', 'host'],
    ['https:///evil.mp4', 'host'],
    ['https://example.co.jp@evil.example/a.mp4', 'host'],
  ])('finds fault with %j: %s', (address, fault) => {
    expect(findAddressFault(address, 'link')).toBe(fault);
    expect(findAddressFault(address, 'file')).toBe(fault);
  });

  it('does not fetch files from where only links may lead', () => {
    expect(isSafeAddress('mailto:saiyo@example.co.jp', 'file')).toBe(false);
    expect(isSafeAddress('tel:0312345678', 'file')).toBe(false);
  });
});

describe('resolveAddress', () => {
  it('starts from the base', () => {
    expect(resolveAddress('../a.mp4', 'https://example.com/graphs/g.json', 'file')).toBe('https://example.com/a.mp4');
  });

  it('is undefined where there is nothing to start from', () => {
    expect(resolveAddress('a.mp4', 'about:blank', 'file')).toBeUndefined();
    expect(resolveAddress('javascript:alert(1)', 'https://example.com/', 'link')).toBeUndefined();
  });
});

describe('mediaTypeOf', () => {
  it.each([
    ['a.mp4', 'video/mp4'],
    ['a.WEBM?v=1.2', 'video/webm'],
    ['a/b.c/list.m3u8#x', 'application/vnd.apple.mpegurl'],
    ['a.mov', undefined],
    ['mp4', undefined],
    ['a.mp4/clip', undefined],
  ])('reads the ending of %s as %s', (src, type) => {
    expect(mediaTypeOf({ src })).toBe(type);
  });

  it('believes the author first', () => {
    expect(mediaTypeOf({ src: 'clip?id=3', type: 'video/webm' })).toBe('video/webm');
  });
});

describe('playableClip', () => {
  const base = 'https://example.co.jp/film/graph.json';

  it('makes every address absolute', () => {
    expect(playableClip(aClip({ sources: [{ src: 'a.webm', bytes: 475_000 }] }), base)).toEqual({
      sources: [{ src: 'https://example.co.jp/film/a.webm', type: 'video/webm', bytes: 475_000 }],
      durationSeconds: 10,
      poster: 'https://example.co.jp/film/clips/clip.jpg',
      captions: [{ src: 'https://example.co.jp/film/clips/clip.vtt', language: 'en', label: 'English' }],
    });
  });

  it('leaves out what is unsafe or of an unknown type', () => {
    const clip = aClip({
      sources: [{ src: 'javascript:alert(1)' }, { src: 'a.mov' }, { src: 'a.mp4' }],
      poster: 'data:image/png;base64,AA',
      captions: [{ src: '//evil.example/a.vtt', language: 'ja', label: '日本語' }],
    });

    expect(playableClip(clip, base)).toEqual({
      sources: [{ src: 'https://example.co.jp/film/a.mp4', type: 'video/mp4' }],
      durationSeconds: 10,
      captions: [],
    });
  });
});
