import { describe, expect, it } from 'vitest';

import { checkGraph, readGraph } from '../../src/domain/check-graph.js';
import type { Condition } from '../../src/domain/condition.js';
import type { Graph } from '../../src/domain/graph.js';
import type { Branch, Scene } from '../../src/domain/scene.js';
import { aClip, aFreeText, aGraph, aMultipleChoice, aNotice, aRating, aSingleChoice } from '../fixtures.js';

/** What a test compares: the code and the place of each problem. */
function told(input: unknown): string[] {
  return checkGraph(input).map(({ code, path }) => `${code} ${path}`);
}

/** Lays anything over a graph, as a careless author or a hostile page would. */
function spoil(graph: Graph, changes: Record<string, unknown>): unknown {
  return { ...graph, ...changes };
}

const picked = (question: string, option?: string): Condition => ({ type: 'answer', question, option });

/** A hub with two topics, both of which lead back, and a way on. */
function aHub(scene: Partial<Scene> = {}, others: Record<string, Partial<Scene>> = {}): Graph {
  return aGraph({
    branches: { hub: ['team', 'work', 'end'], team: ['hub'], work: ['hub'], end: [] },
    scenes: { hub: { hub: true, ...scene }, ...others },
  });
}

describe('checkGraph', () => {
  it('finds nothing in a good graph', () => {
    expect(checkGraph(aGraph())).toEqual([]);
    expect(checkGraph(aHub())).toEqual([]);
  });

  it('names the branch that leads to a missing scene', () => {
    const graph = aGraph({ start: 'ask', branches: { ask: ['end'] } });

    const [problem] = checkGraph(graph);

    expect(problem).toEqual({
      code: 'unknown-scene',
      severity: 'error',
      path: 'scenes.ask.branches[0].to',
      message: 'Scene "ask" leads to "end", which is not in this graph. Add that scene, or lead somewhere else.',
    });
  });

  it('says nothing of what follows from a mistake that it has told', () => {
    expect(told(aGraph({ start: 'ask', branches: { ask: ['end'] } }))).toEqual([
      'unknown-scene scenes.ask.branches[0].to',
    ]);
  });

  it('proposes what a misspelt scene may have been meant to be', () => {
    const graph = aGraph({ branches: { welcome: ['the-End'], 'the-end': [] } });

    expect(checkGraph(graph)[0]?.message).toBe(
      'Scene "welcome" leads to "the-End", which is not in this graph. Do you mean "the-end"? Add that scene, or lead somewhere else.',
    );
  });

  describe('the head of the document', () => {
    it.each([[null], [undefined], [3], ['graph'], [[]], [true], [() => 1]])(
      'takes %j and says what a graph is',
      (input) => {
        expect(told(input)).toEqual(['wrong-shape ']);
      },
    );

    it('asks for all that is missing at once', () => {
      expect(told({})).toEqual([
        'unknown-format format',
        'wrong-shape id',
        'wrong-shape version',
        'wrong-shape language',
        'wrong-shape title',
        'missing-notice notice',
        'wrong-shape start',
        'wrong-shape scenes',
      ]);
    });

    it('reads no further in a format that it does not know', () => {
      expect(told(spoil(aGraph(), { format: 2, title: 7 }))).toEqual(['unknown-format format']);
      expect(told(spoil(aGraph(), { format: '1' }))).toEqual(['unknown-format format']);
    });

    it('asks how long reactions are kept', () => {
      const { retentionDays: _, ...notice } = aNotice();

      expect(told(spoil(aGraph(), { notice }))).toEqual(['missing-retention notice.retentionDays']);
    });

    it('tells fields apart that are missing, misspelt, or of the wrong type', () => {
      const { purpose: _, ...notice } = aNotice();
      const input = spoil(aGraph(), { notice: { ...notice, pupose: 'x', readers: 5, retentionDays: 0.5 }, titel: 'x' });

      expect(checkGraph(input).map(({ message }) => message)).toEqual([
        'notice: "pupose" is not a field that belongs here. Write "purpose" if you mean that, or remove it.',
        'The graph: "titel" is not a field that belongs here. Write "title" if you mean that, or remove it.',
        'notice: "purpose" is missing. Add it. It says: What for, in words from which a student can picture the use.',
        'notice.readers: this must be text in quotes, not 5. Change it.',
        'notice.retentionDays: this must be a whole number, not 0.5. Round it.',
        'notice.retentionDays: this must be at least 1, not 0.5. Raise it.',
      ]);
    });

    it('knows a start that is not there', () => {
      expect(told(aGraph({ start: 'nowhere' }))).toEqual(['unknown-scene start']);
    });

    it('asks for one scene at least', () => {
      expect(told(spoil(aGraph(), { scenes: {} }))).toEqual(['wrong-shape scenes', 'unknown-scene start']);
      expect(told(spoil(aGraph(), { scenes: [] }))).toEqual(['wrong-shape scenes', 'unknown-scene start']);
    });

    it('takes only ids that nothing stumbles over', () => {
      const scene = aGraph().scenes['end'];
      const input = JSON.parse(
        JSON.stringify(aGraph()).replace('"scenes":{', `"scenes":{"__proto__":${JSON.stringify(scene)},`),
      ) as Graph;

      expect(told(input)).toContain('wrong-shape scenes.__proto__');
      expect(told(aGraph({ branches: { welcome: ['constructor'], constructor: [] } }))).toContain(
        'wrong-shape scenes.constructor',
      );
      expect(told(aGraph({ branches: { welcome: ['会社-紹介'], '会社-紹介': [] } }))).toEqual([]);
      expect(told(aGraph({ branches: { welcome: ['1'], '1': [] } }))).toContain('wrong-shape scenes["1"]');
    });
  });

  describe('shapes in scenes', () => {
    it('finds the mistakes of one scene beside those of another', () => {
      const graph = aGraph({ branches: { welcome: ['tour'], tour: ['gone'], end: [] } });
      const input = spoil(graph, { scenes: { ...graph.scenes, welcome: { ...graph.scenes['welcome'], title: 7 } } });

      expect(told(input)).toEqual([
        'wrong-shape scenes.welcome.title',
        'unknown-scene scenes.tour.branches[0].to',
        'unreachable-scene scenes.end',
      ]);
    });

    it('finds every unknown field of a scene', () => {
      const graph = aGraph({ scenes: { welcome: { title: 'x', text: 'x', ending: {} } } });
      const input = spoil(graph, { scenes: { welcome: { ...graph.scenes['welcome'], colour: 1, shape: 2, size: 3 } } });

      expect(told(input)).toEqual([
        'wrong-shape scenes.welcome.colour',
        'wrong-shape scenes.welcome.shape',
        'wrong-shape scenes.welcome.size',
      ]);
    });

    it('goes on along a branch that is only half right', () => {
      const graph = aGraph();
      const welcome = { ...graph.scenes['welcome'], branches: [{ to: 'end', when: { type: 'answr' } }] };

      expect(told(spoil(graph, { scenes: { ...graph.scenes, welcome } }))).toEqual([
        'wrong-shape scenes.welcome.branches[0].when.type',
      ]);
    });

    it('knows the ids of a question that is only half right', () => {
      const graph = aGraph({
        branches: { welcome: [{ to: 'tour', when: picked('half', 'x') }, 'end'], tour: ['end'], end: [] },
      });
      const welcome = { ...graph.scenes['welcome'], question: { type: 'single-choice', id: 'half', options: 'x' } };

      expect(told(spoil(graph, { scenes: { ...graph.scenes, welcome } }))).toEqual([
        'wrong-shape scenes.welcome.question.prompt',
        'wrong-shape scenes.welcome.question.options',
      ]);
    });

    it('takes a scene that is no object as a scene that is there', () => {
      const graph = aGraph();

      for (const end of [null, 7, 'end', []]) {
        expect(
          new Set(told(spoil(graph, { scenes: { ...graph.scenes, end } })).map((one) => one.split('.')[1])),
        ).toEqual(new Set(['end']));
      }
    });

    it('lists the types to choose from', () => {
      const graph = aGraph();
      const end = { ...graph.scenes['end'], question: { id: 'q', prompt: 'x' } };

      expect(checkGraph(spoil(graph, { scenes: { ...graph.scenes, end } }))[0]?.message).toBe(
        'Scene "end", question: "type" is missing. Add it. Write one of "single-choice", "multiple-choice", "rating", "free-text".',
      );
    });
  });

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

  describe('hostile input', () => {
    it('takes circles, depths and endless lists', () => {
      const circle: Record<string, unknown> = { type: 'not' };
      circle['of'] = circle;
      let deep: unknown = { type: 'visited', scene: 'end' };
      for (let depth = 0; depth < 100_000; depth += 1) deep = { type: 'not', of: deep };
      const graph = aGraph();
      const withCondition = (when: unknown) =>
        spoil(graph, {
          scenes: { ...graph.scenes, welcome: { ...graph.scenes['welcome'], branches: [{ to: 'end', when }] } },
        });

      for (const when of [circle, deep]) {
        const [problem] = checkGraph(withCondition(when));

        expect(problem).toMatchObject({ code: 'wrong-shape', severity: 'error' });
        expect(problem?.path).toMatch(/^scenes\.welcome\.branches\[0\]\.when\.of/);
      }
      expect(told(spoil(graph, { topics: new Array(4_000_000_000) }))).toContain('wrong-shape topics');
    });

    it('takes objects that fight back', () => {
      const throwing = Object.defineProperty({}, 'title', {
        enumerable: true,
        get() {
          throw new Error('no');
        },
      });
      const proxy = new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      );
      const graph = aGraph();

      expect(told(throwing)).toEqual(['wrong-shape ']);
      expect(told(proxy)).toEqual(['wrong-shape ']);
      expect(told(spoil(graph, { scenes: { ...graph.scenes, end: throwing } }))).toEqual(['wrong-shape scenes.end']);
      expect(told(spoil(graph, { scenes: { ...graph.scenes, end: proxy } }))).toEqual(['wrong-shape scenes.end']);
      expect(
        checkGraph(spoil(graph, { title: Symbol('x'), version: 1n, id: () => 1 })).map(({ path }) => path),
      ).toEqual(['id', 'version', 'title']);
    });

    it('keeps sentences short where words are long', () => {
      const word = 'x'.repeat(1_000_000);

      for (const { message } of checkGraph(spoil(aGraph(), { title: word, start: word, [word]: 1 }))) {
        expect(message.length).toBeLessThan(600);
      }
    });
  });
});

describe('readGraph', () => {
  it('gives the graph if it can be played, warnings or not', () => {
    const graph = aGraph({ scenes: { end: { ending: {}, text: undefined } } });

    const read = readGraph(graph);

    expect(read.graph).toEqual(graph);
    expect(read.problems).toHaveLength(1);
  });

  it('gives no graph if it cannot', () => {
    expect(readGraph(aGraph({ start: 'nowhere' })).graph).toBeUndefined();
  });

  it('gives a copy', () => {
    const graph = aGraph();

    expect(readGraph(graph).graph?.scenes).not.toBe(graph.scenes);
  });
});
