import { describe, expect, it } from 'vitest';

import { checkGraph } from '../../src/domain/check-graph.js';
import type { Scene } from '../../src/domain/scene.js';
import { aClip, aFreeText, aGraph, aNotice, aRating, aSingleChoice } from '../fixtures.js';
import { picked, told } from './faulty-graphs.js';

describe('checkGraph', () => {
  describe('names', () => {
    it('finds questions, options, scenes and topics that are not there', () => {
      const graph = aGraph({
        branches: {
          welcome: [
            { to: 'end', when: picked('nobody-asks') },
            { to: 'end', when: { type: 'declined', question: 'nobody-asks' } },
            { to: 'end', when: picked('choice', 'maybe') },
            { to: 'end', when: { type: 'not', of: { type: 'visited', scene: 'attic' } } },
            { to: 'end', when: { type: 'all', of: [{ type: 'interest', topic: 'pay', atLeast: 1 }] } },
            { to: 'end', when: { type: 'any', of: [{ type: 'anxiety', topic: 'pay', atLeast: 1 }] } },
            'end',
          ],
          end: [],
        },
        scenes: { welcome: { question: aSingleChoice(), topic: 'pay' } },
      });

      expect(
        checkGraph(graph)
          .filter(({ severity }) => severity === 'error')
          .map(({ code, path }) => `${code} ${path}`),
      ).toEqual([
        'unknown-topic scenes.welcome.topic',
        'unknown-question scenes.welcome.branches[0].when.question',
        'unknown-question scenes.welcome.branches[1].when.question',
        'unknown-option scenes.welcome.branches[2].when.option',
        'unknown-scene scenes.welcome.branches[3].when.of.scene',
        'unknown-topic scenes.welcome.branches[4].when.of[0].topic',
        'unknown-topic scenes.welcome.branches[5].when.of[0].topic',
      ]);
    });

    it('finds unknown topics in signals and free questions', () => {
      const options = [{ id: 'a', label: 'a', signals: [{ kind: 'interest', topic: 'pay' } as const] }];
      const graph = aGraph({
        branches: { one: ['two'], two: ['three'], three: [] },
        scenes: {
          one: { question: aSingleChoice({ options }) },
          two: { question: aFreeText({ topic: 'pay' }) },
          three: { question: aRating({ steps: [...options, { id: 'b', label: 'b' }] }) },
        },
      });

      expect(told(graph)).toEqual([
        'unknown-topic scenes.one.question.options[0].signals[0].topic',
        'unknown-topic scenes.two.question.topic',
        'unknown-topic scenes.three.question.steps[0].signals[0].topic',
      ]);
    });

    it('knows the topics that the author listed, and only these', () => {
      const scenes = { end: { topic: 'pay', ending: {} } };

      expect(told(aGraph({ topics: [{ id: 'pay', label: 'Pay' }], scenes }))).toEqual([]);
      expect(told(aGraph({ topics: [{ id: 'job', label: 'Job' }], scenes }))).toEqual([
        'unknown-topic scenes.end.topic',
      ]);
    });

    it('finds ids that are used twice', () => {
      const graph = aGraph({
        topics: [
          { id: 'pay', label: 'Pay' },
          { id: 'pay', label: 'Money' },
        ],
        branches: { one: ['two'], two: ['end'], end: [] },
        scenes: { one: { question: aSingleChoice({}, ['a', 'b', 'a']) }, two: { question: aRating({ id: 'choice' }) } },
      });

      expect(told(graph)).toEqual([
        'duplicate-id topics[1].id',
        'duplicate-id scenes.one.question.options[2].id',
        'duplicate-id scenes.two.question.id',
      ]);
    });

    it('does not take an option for the word of a free answer', () => {
      const graph = aGraph({
        branches: { ask: [{ to: 'end', when: picked('words', 'yes') }, 'end'], end: [] },
        scenes: { ask: { question: aFreeText() } },
      });

      expect(told(graph)).toContain('unknown-option scenes.ask.branches[0].when.option');
    });
  });

  describe('what is seen', () => {
    const end = (scene: Partial<Scene>) => told(aGraph({ scenes: { end: { ending: {}, ...scene } } }));

    it('wants captions and a text version', () => {
      expect(end({ clip: aClip({ captions: [] }) })).toEqual(['missing-captions scenes.end.clip']);
      expect(end({ clip: aClip({ captions: undefined }) })).toEqual(['missing-captions scenes.end.clip']);
      expect(end({ text: undefined })).toEqual(['missing-text scenes.end']);
      expect(end({ text: ' \n' })).toEqual(['missing-text scenes.end']);
      expect(end({ clip: undefined })).toEqual([]);
    });

    it('wants something to show', () => {
      expect(end({ clip: undefined, text: undefined })).toEqual(['empty-scene scenes.end']);
    });

    it('finds questions that come after the clip', () => {
      expect(end({ question: aRating({ atSeconds: 10 }) })).toEqual([]);
      expect(end({ question: aRating({ atSeconds: 10.5 }) })).toEqual(['late-question scenes.end.question.atSeconds']);
      expect(end({ question: aRating({ atSeconds: 1 }), clip: undefined })).toEqual([
        'late-question scenes.end.question.atSeconds',
      ]);
    });

    it('finds files whose type cannot be told', () => {
      expect(end({ clip: aClip({ sources: [{ src: 'a.mov' }] }) })).toEqual([
        'unknown-media-type scenes.end.clip.sources[0].src',
      ]);
      expect(end({ clip: aClip({ sources: [{ src: 'a.mp4', type: 'video/quicktime' as 'video/mp4' }] }) })).toEqual([
        'unknown-media-type scenes.end.clip.sources[0].type',
      ]);
    });

    it('finds unsafe addresses wherever they stand', () => {
      const bad = 'javascript:alert(1)';
      const graph = aGraph({
        notice: aNotice({ policy: bad }),
        scenes: {
          end: {
            ending: {
              links: [
                { label: 'x', href: bad },
                { label: 'y', href: 'mailto:saiyo@example.co.jp' },
              ],
            },
            clip: aClip({
              sources: [{ src: bad, type: 'video/mp4' }],
              poster: 'data:image/png;base64,AA',
              captions: [{ src: '//example.com/a.vtt', language: 'ja', label: '日本語' }],
            }),
          },
        },
      });

      expect(told(graph)).toEqual([
        'unsafe-address notice.policy',
        'unsafe-address scenes.end.clip.sources[0].src',
        'unsafe-address scenes.end.clip.poster',
        'unsafe-address scenes.end.clip.captions[0].src',
        'unsafe-address scenes.end.ending.links[0].href',
      ]);
    });
  });
});
