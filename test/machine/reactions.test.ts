import { initialTransition, transition } from 'xstate';
import { describe, expect, it } from 'vitest';

import { noticeVersionOf } from '../../src/domain/notice-version.js';
import type { Graph } from '../../src/domain/graph.js';
import type { ReactionDraft } from '../../src/domain/reaction.js';
import { compileGraph } from '../../src/machine/compile-graph.js';
import type { PlayerEvent } from '../../src/machine/player-event.js';
import { reactionsOf } from '../../src/machine/reactions.js';
import { aFreeText, aGraph, aSingleChoice } from '../fixtures.js';

const agree: PlayerEvent = { type: 'notice-answered', choice: 'unnamed' };
const ended: PlayerEvent = { type: 'clip-ended' };
const pick = (...options: string[]): PlayerEvent => ({ type: 'answered', answer: { type: 'picked', options } });

/** The reactions that the last of these events leaves. Eight seconds of the clip were played by then. */
function lastReactions(graph: Graph, events: readonly PlayerEvent[]): readonly ReactionDraft[] {
  const machine = compileGraph(graph);
  let [before] = initialTransition(machine, {});
  let drafts: readonly ReactionDraft[] = [];
  for (const event of events) {
    const [after] = transition(machine, before, event);
    drafts = reactionsOf(graph, { before, event, after, watchedSeconds: 8 });
    before = after;
  }
  return drafts;
}

const worry = aSingleChoice({
  id: 'worry',
  options: [
    { id: 'some', label: 'Some', signals: [{ kind: 'anxiety', topic: 'career', weight: 2 }] },
    { id: 'none', label: 'None' },
  ],
});
const graph = aGraph({
  scenes: {
    ask: {
      question: worry,
      branches: [{ to: 'talk', when: { type: 'answer', question: 'worry', option: 'some' } }, { to: 'end' }],
    },
    talk: { branches: [{ to: 'end' }] },
    end: { ending: {} },
  },
});

describe('reactionsOf', () => {
  it('begins with the choice and the first scene', () => {
    expect(lastReactions(graph, [agree])).to.deep.equal([
      { type: 'notice-answered', choice: 'unnamed', noticeVersion: noticeVersionOf(graph.notice) },
      { type: 'scene-entered', scene: 'ask' },
    ]);
  });

  it('never notes the refusal to be recorded', () => {
    const drafts = lastReactions(graph, [{ type: 'notice-answered', choice: 'unrecorded' }]);

    expect(drafts.map(({ type }) => type)).to.deep.equal(['scene-entered']);
  });

  it('notes that a question was shown', () => {
    expect(lastReactions(graph, [agree, ended])).to.deep.equal([
      { type: 'question-shown', scene: 'ask', question: 'worry' },
    ]);
  });

  it('notes an answer with where it came from, where it leads, and what it says', () => {
    expect(lastReactions(graph, [agree, ended, pick('some')])).to.deep.equal([
      {
        type: 'answered',
        scene: 'ask',
        question: 'worry',
        options: ['some'],
        signals: [{ kind: 'anxiety', topic: 'career', weight: 2 }],
        to: 'talk',
      },
      { type: 'scene-left', scene: 'ask', to: 'talk', watchedSeconds: 8 },
      { type: 'scene-entered', scene: 'talk', from: 'ask' },
    ]);
  });

  it('notes a question left unanswered, without any signal', () => {
    expect(lastReactions(graph, [agree, ended, { type: 'skipped' }])[0]).to.deep.equal({
      type: 'skipped',
      scene: 'ask',
      question: 'worry',
      to: 'end',
    });
  });

  it('notes the way back and the changed answer', () => {
    const back = [agree, ended, pick('some'), { type: 'went-back' }] as const;

    expect(lastReactions(graph, back)).to.deep.equal([
      { type: 'went-back', scene: 'talk', to: 'ask' },
      { type: 'scene-left', scene: 'talk', to: 'ask', watchedSeconds: 8 },
      { type: 'scene-entered', scene: 'ask', from: 'talk' },
      { type: 'question-shown', scene: 'ask', question: 'worry' },
    ]);
    expect(lastReactions(graph, [...back, pick('none')])[0]).to.deep.equal({
      type: 'answer-changed',
      scene: 'ask',
      question: 'worry',
      options: ['none'],
      optionsBefore: ['some'],
      signals: [],
      to: 'end',
    });
    expect(lastReactions(graph, [...back, pick('some')])[0]?.type).to.equal('answered');
  });

  it("notes the viewer's own words", () => {
    const words = aGraph({ scenes: { end: { ending: {}, question: aFreeText({ id: 'wish' }) } } });
    const drafts = lastReactions(words, [agree, ended, { type: 'answered', answer: { type: 'written', text: 'Hi' } }]);

    expect(drafts).to.deep.equal([
      { type: 'answered', scene: 'end', question: 'wish', text: 'Hi', signals: [], to: 'end' },
      { type: 'ended', scene: 'end' },
    ]);
  });

  it('notes a replay, and the end once', () => {
    expect(lastReactions(graph, [agree, { type: 'clip-started' }, { type: 'replayed' }])).to.deep.equal([
      { type: 'replayed', scene: 'ask' },
    ]);
    expect(lastReactions(graph, [agree, ended, pick('none'), ended])).to.deep.equal([{ type: 'ended', scene: 'end' }]);
    expect(lastReactions(graph, [agree, ended, pick('none'), ended, ended])).to.deep.equal([]);
  });

  it('notes a question to the company as interest in its topic', () => {
    const asked: PlayerEvent = { type: 'asked', text: 'How long is the training?', topic: 'career' };

    expect(lastReactions(graph, [agree, asked])).to.deep.equal([
      {
        type: 'asked',
        scene: 'ask',
        text: 'How long is the training?',
        topic: 'career',
        signals: [{ kind: 'interest', topic: 'career' }],
      },
    ]);
  });

  it('leaves nothing of what the machine did not take, and nothing of play and pause', () => {
    expect(lastReactions(graph, [agree, pick('some')])).to.deep.equal([]);
    expect(lastReactions(graph, [agree, { type: 'went-back' }])).to.deep.equal([]);
    expect(lastReactions(graph, [agree, { type: 'clip-started' }, { type: 'clip-paused' }])).to.deep.equal([]);
    expect(lastReactions(graph, [{ type: 'asked', text: 'Too early' }])).to.deep.equal([]);
  });
});
