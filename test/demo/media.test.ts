import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Clip } from '../../src/domain/scene.js';
import { LANGUAGES, listMedia, pathOf, readDemoGraph } from './demo-files.js';
import { readMp4 } from './read-mp4.js';
import { readWebVtt } from './read-web-vtt.js';

const scenes = Object.entries(readDemoGraph('ja').scenes);
const clips = scenes.flatMap(([id, { clip }]): [string, Clip][] => (clip ? [[id, clip]] : []));
const captioned = clips.flatMap(([id, clip]) =>
  LANGUAGES.map((language): [string, (typeof LANGUAGES)[number], Clip] => [id, language, clip]),
);

/** Characters a second that nobody has to hurry for, and characters that fit in one line on a phone. */
const LIMITS = { ja: { speed: 9, line: 21 }, en: { speed: 19, line: 44 } } as const;

describe.each(clips)('the clip "%s"', (_id, clip) => {
  const facts = readMp4(readFileSync(pathOf(clip.sources[0]?.src ?? '')));

  it('is as long as the graph says', () => {
    expect(Math.abs(facts.durationSeconds - (clip.durationSeconds ?? 0))).toBeLessThan(0.1);
  });

  it('is H.264 with AAC, and can play before all of it is there', () => {
    expect(facts.codecs).toEqual(['avc1', 'mp4a']);
    expect(facts.boxes.indexOf('moov')).toBeLessThan(facts.boxes.indexOf('mdat'));
  });
});

describe.each(captioned)('the captions of "%s" in %s', (_id, language, clip) => {
  const file = clip.captions?.find((captions) => captions.language === language)?.src ?? '';
  const cues = readWebVtt(readFileSync(pathOf(file), 'utf8'));

  it('stand one after the other within the clip', () => {
    const times = cues.flatMap(({ from, to }) => [from, to]);

    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(clip.durationSeconds ?? 0);
  });

  it('can be read in time, on two lines at most', () => {
    for (const { from, to, lines } of cues) {
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(LIMITS[language].line);
      expect(lines.join(' ').length / (to - from)).toBeLessThanOrEqual(LIMITS[language].speed);
    }
  });

  it('say nothing that the text version leaves out', () => {
    const spaceless = (text: string | undefined) => (text ?? '').replace(/\s/g, '');
    const scene = Object.values(readDemoGraph(language).scenes).find((one) => one.clip?.poster === clip.poster);

    for (const { lines } of cues) expect(spaceless(scene?.text)).toContain(spaceless(lines.join('')));
  });
});

describe('the demo media', () => {
  it('are under 12 MB in all', () => {
    const bytes = listMedia().reduce((sum, file) => sum + file.bytes, 0);

    expect(bytes).toBeLessThan(12_000_000);
  });

  it('hold nothing that no scene shows', () => {
    const shown = clips.flatMap(([, clip]) => [
      ...[clip.sources, clip.captions ?? []].flat().map(({ src }) => src),
      clip.poster ?? '',
    ]);
    const names = new Set(shown.map((address) => address.replace('../media/', '')));

    expect(listMedia().filter(({ name }) => !names.has(name))).toEqual([]);
  });
});
