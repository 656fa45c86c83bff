import type { Answer } from '../domain/answer.js';
import { signalsOfOptions } from '../domain/branch.js';
import type { Graph } from '../domain/graph.js';
import { noticeVersionOf } from '../domain/notice-version.js';
import type { Question } from '../domain/questions/question.js';
import type { ReactionDraft } from '../domain/reaction.js';
import { presentVisit } from '../domain/viewing.js';
import type { PlayerEvent } from './player-event.js';
import { currentAnswer, currentLife, currentScene, type PlayerSnapshot } from './selectors.js';

/** One step of the machine, and how much of the clip had really been played by then. */
export interface Step {
  readonly before: PlayerSnapshot;
  readonly event: PlayerEvent;
  readonly after: PlayerSnapshot;
  readonly watchedSeconds: number;
}

/** Tells what of a step belongs in the log, in order. An event that the machine did not take leaves nothing. */
export function reactionsOf(graph: Graph, step: Step): readonly ReactionDraft[] {
  return [...deeds(graph, step), ...moves(step), ...showings(graph, step)];
}

function deeds(graph: Graph, { before, event, after }: Step): readonly ReactionDraft[] {
  if (!before.can(event)) return [];
  const scene = presentVisit(before.context.viewing).scene;
  const to = presentVisit(after.context.viewing).scene;
  switch (event.type) {
    case 'notice-answered':
    case 'choice-changed':
      return event.choice === 'unrecorded'
        ? []
        : [{ type: 'notice-answered', choice: event.choice, noticeVersion: noticeVersionOf(graph.notice) }];
    case 'answered':
    case 'skipped':
      return currentLife(before) === 'asking' ? answering(graph, before, event, to) : [];
    case 'went-back':
      return [{ type: 'went-back', scene, to }];
    case 'replayed':
      return [{ type: 'replayed', scene }];
    case 'asked': {
      const { text, topic } = event;
      return [{ type: 'asked', scene, text, topic, signals: topic ? [{ kind: 'interest', topic }] : [] }];
    }
    default:
      return [];
  }
}

function answering(
  graph: Graph,
  before: PlayerSnapshot,
  event: PlayerEvent & { readonly type: 'answered' | 'skipped' },
  to: string,
): readonly ReactionDraft[] {
  const { question } = currentScene(graph, before);
  if (!question) return [];
  const scene = presentVisit(before.context.viewing).scene;
  if (event.type === 'skipped') return [{ type: 'skipped', scene, question: question.id, to }];

  const fields = { scene, question: question.id, ...saying(question, event.answer), to };
  const earlier = currentAnswer(graph, before);
  if (!earlier || isSame(earlier, event.answer)) return [{ type: 'answered', ...fields }];
  return [
    { type: 'answer-changed', ...fields, ...(earlier.type === 'picked' && { optionsBefore: [...earlier.options] }) },
  ];
}

function saying(question: Question, answer: Exclude<Answer, { type: 'declined' }>) {
  if (answer.type === 'written') return { text: answer.text, signals: [] };
  return { options: [...answer.options], signals: [...signalsOfOptions(question, answer.options)] };
}

function isSame(a: Answer, b: Answer): boolean {
  if (a.type === 'written') return b.type === 'written' && a.text === b.text;
  if (a.type !== 'picked' || b.type !== 'picked') return a.type === b.type;
  return a.options.length === b.options.length && a.options.every((option) => b.options.includes(option));
}

function moves({ before, event, after, watchedSeconds }: Step): readonly ReactionDraft[] {
  const left = presentVisit(before.context.viewing);
  const entered = presentVisit(after.context.viewing);
  if (event.type === 'notice-answered' || (event.type === 'choice-changed' && event.choice !== 'unrecorded'))
    return [{ type: 'scene-entered', scene: entered.scene }];
  if (event.type === 'resumed' || left.number === entered.number) return [];
  return [
    { type: 'scene-left', scene: left.scene, to: entered.scene, watchedSeconds },
    { type: 'scene-entered', scene: entered.scene, from: left.scene },
  ];
}

function showings(graph: Graph, { before, event, after }: Step): readonly ReactionDraft[] {
  const life = currentLife(after);
  const visit = presentVisit(after.context.viewing);
  const isNew = life !== currentLife(before) || visit.number !== presentVisit(before.context.viewing).number;
  if (!isNew || event.type === 'resumed') return [];
  if (life === 'ended') return [{ type: 'ended', scene: visit.scene }];
  const question = currentScene(graph, after).question;
  return life === 'asking' && question ? [{ type: 'question-shown', scene: visit.scene, question: question.id }] : [];
}
