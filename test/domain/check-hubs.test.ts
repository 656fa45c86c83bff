import { describe, expect, it } from 'vitest';

import type { Condition } from '../../src/domain/condition.js';
import { aGraph, aSingleChoice } from '../fixtures.js';
import { aHub, picked, told } from './faulty-graphs.js';

describe('checkGraph', () => {
  describe('hubs', () => {
    it('wants a question at the end of the clip', () => {
      expect(told(aHub({ question: aSingleChoice({ atSeconds: 3 }), branches: [{ to: 'end' }] }))).toContain(
        'hub-without-question scenes.hub',
      );
      expect(told(aHub({ question: undefined, branches: [{ to: 'end' }] }))).toContain(
        'hub-without-question scenes.hub',
      );
    });

    it('finds a hub that only a viewer who says nothing can leave', () => {
      const graph = aGraph({
        branches: {
          hub: [
            { to: 'team', when: picked('choice', 'yes') },
            { to: 'work', when: picked('choice', 'no') },
            { to: 'end' },
          ],
          team: ['hub'],
          work: ['team'],
          end: [],
        },
        scenes: { hub: { hub: true, question: aSingleChoice() } },
      });

      expect(told(graph)).toEqual(['hub-without-exit scenes.hub.question']);
    });

    it('lets a hub end by itself once all was seen', () => {
      const seen = (scene: string): Condition => ({ type: 'visited', scene });
      const graph = aGraph({
        branches: {
          hub: [
            { to: 'end', when: { type: 'all', of: [seen('team'), seen('work')] } },
            { to: 'team', when: picked('choice', 'yes') },
            { to: 'work' },
          ],
          team: ['hub'],
          work: ['hub'],
          end: [],
        },
        scenes: { hub: { hub: true, question: aSingleChoice() } },
      });

      expect(told(graph)).toEqual([]);
    });

    it('finds a hub to which nothing leads back', () => {
      const graph = aGraph({
        branches: { hub: ['team', 'end'], team: ['end'], end: [] },
        scenes: { hub: { hub: true } },
      });

      expect(told(graph)).toEqual(['hub-without-return scenes.hub.hub']);
    });

    it('finds options that all do the same', () => {
      const question = aSingleChoice({ id: 'about-hub' }, ['team', 'work', 'pay', 'go-on']);

      expect(told(aHub({ question }))).toEqual([
        'dead-answer scenes.hub.question.options[2]',
        'dead-answer scenes.hub.question.options[3]',
      ]);
    });

    it('lets one option be the one that goes on', () => {
      expect(told(aHub({ question: aSingleChoice({ id: 'about-hub' }, ['team', 'work', 'go-on']) }))).toEqual([]);
    });

    it('finds answers that bring the same question back at once', () => {
      const graph = aGraph({
        branches: {
          hub: [
            { to: 'hub', when: picked('choice', 'again') },
            { to: 'team', when: picked('choice', 'team') },
            { to: 'end', when: picked('choice', 'on') },
            { to: 'hub' },
          ],
          team: ['hub'],
          end: [],
        },
        scenes: { hub: { hub: true, question: aSingleChoice({}, ['again', 'team', 'on']) } },
      });

      expect(told(graph)).toEqual(['dead-answer scenes.hub.question', 'dead-answer scenes.hub.question.options[0]']);
    });
  });
});
