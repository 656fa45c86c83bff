import { describe, expect, it } from 'vitest';

import { checkGraph } from '../../src/domain/check-graph.js';
import type { Condition } from '../../src/domain/condition.js';
import type { Branch, Scene } from '../../src/domain/scene.js';
import { aGraph, aMultipleChoice, aSingleChoice } from '../fixtures.js';
import { picked, told } from './faulty-graphs.js';

describe('checkGraph', () => {
  describe('ways', () => {
    it('finds scenes that nobody sees', () => {
      const graph = aGraph({ branches: { welcome: ['end'], attic: ['end'], end: [] } });

      expect(checkGraph(graph)).toMatchObject([
        { code: 'unreachable-scene', severity: 'warning', path: 'scenes.attic' },
      ]);
    });

    it('names one scene of each group that one mistake may have cut off', () => {
      const branches = {
        welcome: ['hbu'],
        hub: ['team', 'end'],
        team: ['hub'],
        end: [],
        attic: ['cellar'],
        cellar: ['end'],
      };

      expect(told(aGraph({ branches }))).toEqual([
        'unknown-scene scenes.welcome.branches[0].to',
        'unreachable-scene scenes.hub',
        'unreachable-scene scenes.attic',
      ]);
    });

    it('finds scenes from which nobody comes to an ending', () => {
      const graph = aGraph({ branches: { welcome: ['round', 'end'], round: ['about'], about: ['round'], end: [] } });

      expect(told(graph)).toEqual(['no-way-to-ending scenes.round', 'no-way-to-ending scenes.about']);
    });

    it('says once that there is no ending at all', () => {
      expect(told(aGraph({ branches: { round: ['about'], about: ['round'] } }))).toEqual(['no-way-to-ending scenes']);
    });

    it('finds a scene that leads nowhere', () => {
      expect(told(aGraph({ branches: { welcome: ['end', 'stuck'], end: [] }, scenes: { stuck: {} } }))).toEqual([
        'no-way-out scenes.stuck',
      ]);
      expect(
        told(aGraph({ branches: { welcome: ['end', 'stuck'], end: [] }, scenes: { stuck: { branches: [] } } })),
      ).toEqual(['no-way-out scenes.stuck']);
    });

    it('finds an ending that leads on', () => {
      const graph = aGraph({ scenes: { welcome: { ending: {}, branches: [{ to: 'end' }] }, end: { ending: {} } } });

      expect(told(graph)).toContain('ending-with-branches scenes.welcome.branches');
    });

    it('wants a last branch that is open to everybody', () => {
      const graph = aGraph({
        branches: { ask: [{ to: 'end', when: picked('choice', 'yes') }], end: [] },
        scenes: { ask: { question: aSingleChoice() } },
      });

      expect(told(graph)).toEqual(['conditional-last-branch scenes.ask.branches[0].when']);
    });
  });

  describe('branches that nobody takes', () => {
    const deadIn = (branches: readonly (string | Branch)[], scene: Partial<Scene> = { question: aSingleChoice() }) =>
      told(
        aGraph({
          branches: { ask: branches, other: ['end'], end: [] },
          scenes: { ask: { branches: branches.map((one) => (typeof one === 'string' ? { to: one } : one)), ...scene } },
        }),
      ).filter((one) => one.startsWith('dead-branch'));
    const when = (condition: Condition): Branch => ({ to: 'other', when: condition });

    it('knows that nothing comes after an open branch', () => {
      expect(deadIn(['other', when(picked('choice', 'yes')), 'end'])).toEqual([
        'dead-branch scenes.ask.branches[1]',
        'dead-branch scenes.ask.branches[2]',
      ]);
    });

    it('knows a condition that was there before', () => {
      expect(deadIn([when(picked('choice', 'yes')), when(picked('choice', 'yes')), 'end'])).toEqual([
        'dead-branch scenes.ask.branches[1]',
      ]);
    });

    it('knows a condition that contradicts itself', () => {
      const yes = picked('choice', 'yes');

      expect(deadIn([when({ type: 'all', of: [yes, picked('choice', 'no')] }), 'end'])).toHaveLength(1);
      expect(deadIn([when({ type: 'all', of: [yes, { type: 'not', of: yes }] }), 'end'])).toHaveLength(1);
      expect(deadIn([when({ type: 'all', of: [yes, { type: 'declined', question: 'choice' }] }), 'end'])).toHaveLength(
        1,
      );
      expect(deadIn([when({ type: 'all', of: [picked('choice'), { type: 'not', of: yes }] }), 'end'])).toEqual([]);
    });

    it('lets several options of a multiple choice hold at once, up to its limit', () => {
      const both: Condition = { type: 'all', of: [picked('choices', 'people'), picked('choices', 'work')] };

      expect(deadIn([when(both), 'end'], { question: aMultipleChoice() })).toEqual([]);
      expect(deadIn([when(both), 'end'], { question: aMultipleChoice({ atMost: 1 }) })).toHaveLength(1);
    });

    it('knows that earlier branches leave nobody over', () => {
      const all = [picked('choice', 'yes'), picked('choice', 'no'), { type: 'declined', question: 'choice' } as const];

      expect(deadIn([...all.map(when), when({ type: 'attribute', name: 'job', equals: 'sales' }), 'end'])).toEqual([
        'dead-branch scenes.ask.branches[3]',
      ]);
    });

    it('lets the last branch stand, even where nobody is left for it', () => {
      expect(deadIn([when(picked('choice')), when({ type: 'declined', question: 'choice' }), 'end'])).toEqual([]);
    });

    it('knows totals that the graph cannot give', () => {
      const signals = [{ kind: 'anxiety', topic: 'career', weight: 3 } as const];
      const question = aSingleChoice({ options: [{ id: 'yes', label: 'yes', signals }] });
      const anxiety = (atLeast: number): Condition => ({ type: 'anxiety', topic: 'career', atLeast });

      expect(deadIn([when(anxiety(3)), 'end'], { question })).toEqual([]);
      expect(deadIn([when(anxiety(4)), 'end'], { question })).toHaveLength(1);
      expect(deadIn([when({ type: 'interest', topic: 'career', atLeast: 1 }), 'end'], { question })).toHaveLength(1);
    });

    it('counts on the interest of viewers who can ask at any time', () => {
      const graph = aGraph({
        ask: { prompt: 'Ask us' },
        branches: {
          one: [{ to: 'two', when: { type: 'interest', topic: 'career', atLeast: 2 } }, 'end'],
          two: ['end'],
          end: [],
        },
      });

      expect(told(graph)).toEqual([]);
    });

    it('knows that a total holds before a smaller one', () => {
      const signals = [{ kind: 'interest', topic: 'career', weight: 5 } as const];
      const question = aSingleChoice({ options: [{ id: 'yes', label: 'yes', signals }] });
      const interest = (atLeast: number) => when({ type: 'interest', topic: 'career', atLeast });

      expect(deadIn([interest(2), interest(4), 'end'], { question })).toEqual(['dead-branch scenes.ask.branches[1]']);
      expect(deadIn([interest(4), interest(2), 'end'], { question })).toEqual([]);
    });

    it('knows where a viewer is, and where every viewer has been', () => {
      const visited = (scene: string): Condition => ({ type: 'visited', scene });

      expect(deadIn([when({ type: 'not', of: visited('ask') }), 'end'])).toHaveLength(1);
      expect(deadIn([when(visited('end')), 'end'])).toEqual([]);
    });

    it('finds the scene behind a dead branch unreached', () => {
      const graph = aGraph({ branches: { ask: [{ to: 'end' }, { to: 'other' }], other: ['end'], end: [] } });

      expect(told(graph)).toEqual(['dead-branch scenes.ask.branches[1]', 'unreachable-scene scenes.other']);
    });

    it('says nothing where there is too much to go through', () => {
      const of = Array.from({ length: 30 }, (_, index): Condition => ({
        type: 'attribute',
        name: `a${index}`,
        equals: 'x',
      }));

      expect(deadIn([when({ type: 'all', of }), 'end'])).toEqual([]);
    });
  });
});
