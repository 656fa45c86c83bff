import { describe, expect, it } from 'vitest';

import { checkGraph } from '../../src/domain/check-graph.js';
import { listQuestions, type Graph } from '../../src/domain/graph.js';
import { optionsOf } from '../../src/domain/questions/question.js';
import { LANGUAGES, isThere, readDemoGraph } from './demo-files.js';

const scenesOf = (graph: Graph) => Object.entries(graph.scenes);

/** Ids, ways, signals and files, without any words. */
function skeletonOf(graph: Graph): unknown {
  const WORDS = new Set(['title', 'label', 'text', 'prompt', 'help', 'message', 'href', 'language', 'captions']);
  const bare = JSON.stringify(graph, (key, value: unknown) => (WORDS.has(key) || key === 'notice' ? null : value));
  return JSON.parse(bare);
}

describe.each(LANGUAGES)('the demo graph in %s', (language) => {
  const graph = readDemoGraph(language);

  it('has no mistakes and no warnings', () => {
    const problems = checkGraph(graph);

    expect(problems).toEqual([]);
  });

  it('names only files that are there', () => {
    const files = scenesOf(graph).flatMap(([, { clip }]) =>
      clip ? [clip.poster ?? '', ...[...clip.sources, ...(clip.captions ?? [])].map(({ src }) => src)] : [],
    );

    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => !isThere(file))).toEqual([]);
  });

  it('offers captions in both languages, its own first', () => {
    const offered = scenesOf(graph).flatMap(([, { clip }]) =>
      clip ? [clip.captions?.map((captions) => captions.language).join()] : [],
    );

    expect(new Set(offered)).toEqual(new Set([language === 'ja' ? 'ja,en' : 'en,ja']));
  });

  it('has a text version of every scene', () => {
    const untold = scenesOf(graph).filter(([, { text }]) => !text);

    expect(untold.map(([id]) => id)).toEqual([]);
  });

  it('asks in all four ways, and once in the middle of a clip', () => {
    const questions = listQuestions(graph).map(({ question }) => question);

    expect(new Set(questions.map(({ type }) => type))).toEqual(
      new Set(['single-choice', 'multiple-choice', 'rating', 'free-text']),
    );
    expect(questions.filter(({ atSeconds }) => atSeconds !== undefined).map(({ id }) => id)).toEqual(['work-next']);
  });

  it('takes worry from the worried steps only', () => {
    const rating = listQuestions(graph).find(({ question }) => question.type === 'rating');
    const worried = rating ? optionsOf(rating.question).filter(({ signals }) => signals?.length) : [];

    expect(worried.map(({ id }) => id)).toEqual(['4', '5']);
  });

  it('gives the ways out that need no telling no signal at all', () => {
    const neutral = listQuestions(graph)
      .flatMap(({ question }) => optionsOf(question))
      .filter(({ id, signals }) => ['none', 'settled', 'enough'].includes(id) && signals?.length);

    expect(neutral).toEqual([]);
  });

  it('offers a person to talk to at every ending', () => {
    const links = scenesOf(graph).flatMap(([, { ending }]) => (ending ? [ending.links?.map(({ href }) => href)] : []));

    expect(links).toHaveLength(2);
    for (const hrefs of links) expect(hrefs?.some((href) => href.startsWith('mailto:'))).toBe(true);
  });
});

describe('the demo graphs', () => {
  it('are the same graph in two languages', () => {
    const [ja, en] = LANGUAGES.map((language) => skeletonOf(readDemoGraph(language)));

    expect(en).toEqual(ja);
  });

  it('have at least ten clips, of 8 to 20 seconds', () => {
    const clips = scenesOf(readDemoGraph('ja')).flatMap(([, { clip }]) => clip ?? []);

    expect(clips.length).toBeGreaterThanOrEqual(10);
    for (const { durationSeconds = 0 } of clips) {
      expect(durationSeconds).toBeGreaterThanOrEqual(8);
      expect(durationSeconds).toBeLessThanOrEqual(20);
    }
  });

  it('leave no word of Japanese in the English one', () => {
    const { scenes, title, notice, ask, topics } = readDemoGraph('en');
    const words = JSON.stringify({ scenes, title, notice, ask, topics }).replaceAll('"日本語"', '""');

    expect(/[\u3040-\u30ff\u4e00-\u9fff]/.exec(words)?.[0]).toBeUndefined();
  });
});
