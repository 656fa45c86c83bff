import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { toDirectedGraph } from 'xstate/graph';

import { chooseBranch } from '../../src/domain/branch.js';
import { questionsById, type Graph } from '../../src/domain/graph.js';
import { presentVisit } from '../../src/domain/viewing.js';
import { compileGraph } from '../../src/machine/compile-graph.js';
import type { PlayerEvent } from '../../src/machine/player-event.js';
import { currentScene } from '../../src/machine/selectors.js';
import { aGraph, aRating } from '../fixtures.js';
import { arbitraryGraph } from '../shared/arbitrary-graph.js';
import { endingsReached, scenesReached, sendViewers, walkEveryWay, waysOn } from './every-way.js';

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

/** What could come, sensible or not: late clicks, stray media events, jumps to visits that never were. */
function arbitraryEvent(): fc.Arbitrary<PlayerEvent> {
  return fc.oneof(
    fc.constantFrom<PlayerEvent>(
      { type: 'notice-answered', choice: 'unnamed' },
      { type: 'clip-started' },
      { type: 'clip-paused' },
      { type: 'clip-stalled' },
      { type: 'clip-ended' },
      { type: 'clip-ended' },
      { type: 'clip-failed' },
      { type: 'question-reached' },
      { type: 'skipped' },
      { type: 'went-back' },
      { type: 'replayed' },
      { type: 'retried' },
      { type: 'text-chosen' },
      { type: 'video-chosen' },
      { type: 'text-read' },
      { type: 'asked', text: 'When do we meet?', topic: 'isolation' },
    ),
    fc.constantFrom('o1', 'm1', '1', 'nothing').map((id): PlayerEvent => ({
      type: 'answered',
      answer: { type: 'picked', options: [id] },
    })),
    fc.nat(9).map((visit): PlayerEvent => ({ type: 'went-back', visit })),
  );
}

describe.each(['ja', 'en'])('the demo graph in %s', (language) => {
  const graph = JSON.parse(readFileSync(`demo/public/graphs/asanagi.${language}.json`, 'utf8')) as Graph;

  const viewers: readonly Record<string, string>[] = [{}, { jobType: 'engineer' }, { jobType: 'sales' }];
  const walks = viewers.flatMap((attributes) => sendViewers(graph, 60, attributes));

  it('brings every viewer to an ending', () => {
    expect(walks.filter(({ ended }) => !ended)).to.deep.equal([]);
  });

  it('has every scene seen and every branch taken by somebody', () => {
    const branches = Object.entries(graph.scenes).flatMap(([id, scene]) =>
      (scene.branches ?? []).map((_, index) => `${id}[${index}]`),
    );

    expect([...new Set(walks.flatMap(({ way }) => way))].sort()).to.deep.equal(Object.keys(graph.scenes).sort());
    expect([...new Set(walks.flatMap((walk) => walk.branches))].sort()).to.deep.equal([...branches].sort());
  });
});

describe('compileGraph, on any graph that checkGraph lets pass', () => {
  it('takes the branch that the model chooses, and comes to an ending when nothing is left to choose', () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.array(fc.nat(50), { maxLength: 60 }), (graph, dice) => {
        const questions = questionsById(graph);
        const machine = compileGraph(graph);
        let [before] = initialTransition(machine, { attributes: { jobType: 'sales' } });
        for (const throwOf of dice) {
          const ways = waysOn(graph, before);
          const event = ways[throwOf % ways.length];
          if (!event) break;
          const [after] = transition(machine, before, event);
          const { viewing } = after.context;
          const left = presentVisit(before.context.viewing);
          if (presentVisit(viewing).number !== left.number) {
            const then = { ...viewing, path: before.context.viewing.path, visited: before.context.viewing.visited };
            const branch = chooseBranch(graph.scenes[left.scene]?.branches ?? [], then, questions);
            expect(presentVisit(viewing).scene).to.equal(branch?.to);
          }
          before = after;
        }
        if (waysOn(graph, before).length === 0) expect(currentScene(graph, before).ending).to.not.equal(undefined);
      }),
    );
  });

  it('never leaves the scene that the viewing says, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.array(arbitraryEvent(), { maxLength: 60 }), (graph, events) => {
        const machine = compileGraph(graph);
        let [snapshot] = initialTransition(machine, {});
        for (const event of events) {
          [snapshot] = transition(machine, snapshot, event);
          expect((snapshot.value as { story: string }).story).to.equal(presentVisit(snapshot.context.viewing).scene);
          expect(currentScene(graph, snapshot)).to.equal(graph.scenes[presentVisit(snapshot.context.viewing).scene]);
        }
      }),
    );
  });
});
