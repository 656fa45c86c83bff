import type { Answer } from '../domain/answer.js';
import type { ReactionDraft } from '../domain/reaction.js';
import type { Happening } from '../runtime/player-session.js';
import {
  FollowupAnswerEvent,
  FollowupAskEvent,
  FollowupBackEvent,
  FollowupEndEvent,
  FollowupErrorEvent,
  FollowupQuestionEvent,
  FollowupReplayEvent,
  FollowupSceneEvent,
} from './events.js';

/** Turns what happened in a session into what the page hears of it, if it concerns the page at all. */
export function eventOf(happening: Happening): Event | undefined {
  switch (happening.type) {
    case 'changed':
      return undefined;
    case 'faulted':
      return new FollowupErrorEvent(happening.error, happening.problems);
    case 'reacted':
      return eventOfReaction(happening.reaction, happening.recorded);
  }
}

function eventOfReaction(reaction: ReactionDraft, recorded: boolean): Event | undefined {
  switch (reaction.type) {
    case 'scene-entered':
      return new FollowupSceneEvent(reaction.scene, reaction.from, recorded);
    case 'question-shown':
      return new FollowupQuestionEvent(reaction.scene, reaction.question, recorded);
    case 'answered':
    case 'answer-changed':
    case 'skipped':
      return eventOfAnswer(reaction, recorded);
    case 'went-back':
      return new FollowupBackEvent(reaction.scene, reaction.to, recorded);
    case 'replayed':
      return new FollowupReplayEvent(reaction.scene, recorded);
    case 'asked':
      return new FollowupAskEvent(reaction.scene, reaction.text, reaction.topic, recorded);
    case 'ended':
      return new FollowupEndEvent(reaction.scene, recorded);
    // Not being recorded makes no reaction, so the player reads the choice from the view instead.
    case 'notice-answered':
    // The next scene's own event says it, and nobody is there to hear when the page is left.
    case 'scene-left':
    case 'left':
      return undefined;
  }
}

type AnswerDraft = Extract<ReactionDraft, { readonly type: 'answered' | 'answer-changed' | 'skipped' }>;

function eventOfAnswer(draft: AnswerDraft, recorded: boolean): FollowupAnswerEvent {
  const details = {
    question: draft.question,
    answer: answerOf(draft),
    from: draft.scene,
    to: draft.to,
    changed: draft.type === 'answer-changed',
    signals: draft.type === 'skipped' ? [] : draft.signals,
  };
  return new FollowupAnswerEvent(details, recorded);
}

function answerOf(draft: AnswerDraft): Answer {
  if (draft.type === 'skipped') return { type: 'declined' };
  return draft.text === undefined
    ? { type: 'picked', options: draft.options ?? [] }
    : { type: 'written', text: draft.text };
}
