import { describe, expect, it } from 'vitest';

import { checkGraph, readGraph } from '../../src/domain/check-graph.js';
import type { Graph } from '../../src/domain/graph.js';
import { aGraph, aNotice } from '../fixtures.js';
import { aHub, picked, spoil, told } from './faulty-graphs.js';

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
      expect(told(aGraph({ branches: { welcome: ['toString'], toString: [] } }))).toEqual([]);
      expect(told(aGraph({ branches: { welcome: ['会社-紹介'], '会社-紹介': [] } }))).toEqual([]);
      expect(told(aGraph({ branches: { welcome: ['1'], '1': [] } }))).toContain('wrong-shape scenes["1"]');
    });

    it.each(['constructor', 'prototype'])('says why no scene can be called %s', (id) => {
      const graph = aGraph({ branches: { welcome: [id], [id]: [] } });

      expect(checkGraph(graph)).toMatchObject([
        {
          path: `scenes.${id}`,
          message: `"${id}" cannot be the id of a scene: JavaScript keeps this word for itself. Choose another, such as "${id}-1".`,
        },
      ]);
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
