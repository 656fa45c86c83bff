import { describe, expect, it } from 'vitest';

import { presentVisit } from '../../src/domain/viewing.js';
import { compileGraph } from '../../src/machine/compile-graph.js';
import { toDirectedGraph } from 'xstate/graph';
import { aGraph, aRating } from '../fixtures.js';
import { endingsReached, scenesReached, walkEveryWay } from './every-way.js';

const company = () =>
  aGraph({
    scenes: {
      hub: {
        hub: true,
        question: {
          type: 'single-choice',
          id: 'topic',
          prompt: 'What first?',
          options: [
            { id: 'team', label: 'Team' },
            { id: 'on', label: 'Go on' },
          ],
        },
        branches: [{ to: 'team', when: { type: 'answer', question: 'topic', option: 'team' } }, { to: 'mood' }],
      },
      team: { branches: [{ to: 'hub' }] },
      mood: {
        question: aRating({
          id: 'mood',
          steps: [
            { id: 'calm', label: 'Calm' },
            { id: 'uneasy', label: 'Uneasy', signals: [{ kind: 'anxiety', topic: 'career', weight: 2 }] },
          ],
        }),
        branches: [{ to: 'talk', when: { type: 'anxiety', topic: 'career', atLeast: 2 } }, { to: 'end' }],
      },
      talk: { ending: {} },
      end: { ending: {} },
    },
  });

describe('compileGraph, walked by xstate/graph', () => {
  it('leads to every scene and to every ending', () => {
    const paths = walkEveryWay(company());

    expect(scenesReached(paths)).to.deep.equal(['end', 'hub', 'mood', 'talk', 'team']);
    expect(endingsReached(paths)).to.deep.equal(['end', 'talk']);
  });

  it('always stands in the scene that the viewing says', () => {
    for (const { state } of walkEveryWay(company())) {
      expect((state.value as { story: string }).story).to.equal(presentVisit(state.context.viewing).scene);
    }
  });

  it('shows the author’s scenes and branches as a directed graph', () => {
    const { children } = toDirectedGraph(compileGraph(company()));
    const story = children.find(({ id }) => id.endsWith('.story'));

    const edges = story?.children.flatMap(({ stateNode, edges: out }) =>
      out.map(({ target }) => `${stateNode.key} → ${target.key}`),
    );

    expect(edges).to.deep.equal(['hub → team', 'hub → mood', 'team → hub', 'mood → talk', 'mood → end']);
  });
});
