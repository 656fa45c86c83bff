import { expect } from '@open-wc/testing';

import { FollowupError } from '../../src/domain/error.js';
import type { ReactionDraft } from '../../src/domain/reaction.js';
import { eventOf } from '../../src/elements/event-of.js';
import type {
  FollowupAnswerEvent,
  FollowupAskEvent,
  FollowupBackEvent,
  FollowupErrorEvent,
  FollowupSceneEvent,
} from '../../src/elements/events.js';

const reacted = (reaction: ReactionDraft, recorded = true) => eventOf({ type: 'reacted', reaction, recorded });

describe('eventOf', () => {
  it('tells of a scene and where the viewer came from', () => {
    const event = reacted({ type: 'scene-entered', scene: 'people', from: 'hub' }) as FollowupSceneEvent;

    expect([event.type, event.scene, event.from, event.recorded]).to.deep.equal([
      'followup-scene',
      'people',
      'hub',
      true,
    ]);
  });

  it('tells of an answer, from where to where', () => {
    const draft: ReactionDraft = {
      type: 'answered',
      scene: 'hub',
      question: 'first',
      options: ['people'],
      to: 'people',
      signals: [{ kind: 'interest', topic: 'relationships' }],
    };

    const { type, question, answer, from, to, changed, signals } = reacted(draft) as FollowupAnswerEvent;

    expect({ type, question, answer, from, to, changed, signals }).to.deep.equal({
      type: 'followup-answer',
      question: 'first',
      answer: { type: 'picked', options: ['people'] },
      from: 'hub',
      to: 'people',
      changed: false,
      signals: [{ kind: 'interest', topic: 'relationships' }],
    });
  });

  it("tells of the viewer's own words as they were written", () => {
    const draft: ReactionDraft = { type: 'answered', scene: 's', question: 'q', text: 'Hello', to: 't', signals: [] };

    expect((reacted(draft) as FollowupAnswerEvent).answer).to.deep.equal({ type: 'written', text: 'Hello' });
  });

  it('tells of a changed answer', () => {
    const draft: ReactionDraft = {
      type: 'answer-changed',
      scene: 's',
      question: 'q',
      options: ['b'],
      optionsBefore: ['a'],
      to: 't',
      signals: [],
    };

    expect((reacted(draft) as FollowupAnswerEvent).changed).to.equal(true);
  });

  it('tells of a question left unanswered, without any signal', () => {
    const event = reacted({ type: 'skipped', scene: 's', question: 'q', to: 't' }) as FollowupAnswerEvent;

    expect(event.type).to.equal('followup-answer');
    expect(event.answer).to.deep.equal({ type: 'declined' });
    expect(event.signals).to.deep.equal([]);
  });

  it('tells of going back and of a question to the company', () => {
    const back = reacted({ type: 'went-back', scene: 'people', to: 'hub' }) as FollowupBackEvent;
    const ask = reacted({
      type: 'asked',
      scene: 'hub',
      text: 'Lunch?',
      topic: 'terms',
      signals: [],
    }) as FollowupAskEvent;

    expect([back.type, back.from, back.to]).to.deep.equal(['followup-back', 'people', 'hub']);
    expect([ask.type, ask.text, ask.topic]).to.deep.equal(['followup-ask', 'Lunch?', 'terms']);
  });

  it('says that a reaction was not recorded', () => {
    const event = reacted({ type: 'ended', scene: 'end' }, false) as FollowupSceneEvent;

    expect([event.type, event.recorded]).to.deep.equal(['followup-end', false]);
  });

  it('tells of a fault with its code', () => {
    const error = new FollowupError('clip-not-found', 'The clip is not there.');

    const event = eventOf({ type: 'faulted', error, problems: [] }) as FollowupErrorEvent;

    expect([event.type, event.error.code]).to.deep.equal(['followup-error', 'clip-not-found']);
  });

  it('crosses shadow roots and cannot be cancelled', () => {
    const event = reacted({ type: 'replayed', scene: 'hub' });

    expect([event?.bubbles, event?.composed, event?.cancelable]).to.deep.equal([true, true, false]);
  });

  it('keeps quiet about what concerns no page', () => {
    expect(eventOf({ type: 'changed' })).to.equal(undefined);
    expect(reacted({ type: 'scene-left', scene: 'hub', watchedSeconds: 3 })).to.equal(undefined);
    expect(reacted({ type: 'left', scene: 'hub', watchedSeconds: 3 })).to.equal(undefined);
  });
});
