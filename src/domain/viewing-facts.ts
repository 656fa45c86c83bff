import type { Labels } from './labels.js';
import type { LoggedReaction } from './reaction-columns.js';
import { signalsIn } from './reaction-facts.js';
import type { Identity, Reaction } from './reaction.js';
import type { Words } from './report.js';
import type { Signal } from './signal.js';

/** An answer that was not taken back. */
export type StandingAnswer =
  | { readonly type: 'picked'; readonly options: readonly string[]; readonly signals: readonly Signal[] }
  | { readonly type: 'written'; readonly words: Words; readonly signals: readonly Signal[] }
  | { readonly type: 'declined' };

/** What one viewing said to one question. */
export interface QuestionFacts {
  /** When the first answer to it came to the collector, as a rising number. */
  readonly arrival: number;
  readonly answers: readonly StandingAnswer[];
}

/** What one viewing said in all. */
export interface ViewingFacts {
  readonly arrival: number;
  readonly began: string;
  readonly finished: boolean;
  readonly questions: ReadonlyMap<string, QuestionFacts>;
  /** Signals of questions to the company. Those of answers lie with the questions. */
  readonly askedSignals: readonly Signal[];
  readonly asked: readonly Words[];
}

/** A reaction, with the number under which it arrived. */
export interface ArrivedReaction extends LoggedReaction {
  readonly arrival: number;
}

type Answering = Extract<Reaction, { type: 'answered' | 'answer-changed' | 'skipped' }>;

/**
 * Reads one viewing, in the order of its sequence numbers. The latest answer counts. In a hub, or where the graph is not
 * known, each answer stands until it is changed: a hub is asked again to hear of the next topic, not to correct.
 */
export class ViewingReader {
  readonly #labels: Labels;
  readonly #questions = new Map<string, { arrival: number; answers: Map<string, StandingAnswer> }>();
  readonly #asked: Words[] = [];
  readonly #askedSignals: Signal[] = [];
  #arrival = Number.POSITIVE_INFINITY;
  #began = '';
  #finished = false;
  /** The scene of an earlier visit that the viewer went back to: an answer there replaces the one given there. */
  #backIn: string | undefined;

  constructor(labels: Labels) {
    this.#labels = labels;
  }

  add({ reaction, identity, arrival }: ArrivedReaction): void {
    this.#arrival = Math.min(this.#arrival, arrival);
    if (this.#began === '' || reaction.at < this.#began) this.#began = reaction.at;
    switch (reaction.type) {
      case 'answered':
      case 'answer-changed':
      case 'skipped':
        this.#keep(reaction, arrival, identity);
        break;
      case 'asked':
        this.#asked.push(wordsOf(reaction, reaction.text, reaction.topic, identity, this.#labels));
        this.#askedSignals.push(...reaction.signals);
        break;
      case 'went-back':
        this.#backIn = reaction.to;
        break;
      case 'scene-left':
        // Going back leaves a scene too, on its way to the one gone back to.
        if (reaction.to !== this.#backIn) this.#backIn = undefined;
        break;
      case 'ended':
        this.#finished = true;
        break;
    }
  }

  read(): ViewingFacts {
    const questions = [...this.#questions].map(
      ([id, { arrival, answers }]) => [id, { arrival, answers: [...answers.values()] }] as const,
    );
    return {
      arrival: this.#arrival,
      began: this.#began,
      finished: this.#finished,
      questions: new Map(questions),
      asked: this.#asked,
      askedSignals: this.#askedSignals,
    };
  }

  #keep(reaction: Answering, arrival: number, identity: Identity | undefined): void {
    const kept = this.#questions.get(reaction.question) ?? { arrival, answers: new Map<string, StandingAnswer>() };
    kept.arrival = Math.min(kept.arrival, arrival);
    this.#questions.set(reaction.question, kept);

    const { answers } = kept;
    const placed = this.#labels.question(reaction.graph, reaction.question);
    const accumulates = placed?.hub ?? !this.#labels.graphs.has(reaction.graph);
    if (!accumulates) answers.clear();
    else if (reaction.type === 'answer-changed')
      answers.delete(keyOf(reaction.optionsBefore) ?? lastKey(answers) ?? '');
    else if (reaction.type === 'skipped' && this.#backIn === reaction.scene) answers.delete(lastKey(answers) ?? '');

    const answer = standing(reaction, identity, this.#labels);
    if (answer.type !== 'declined') answers.delete('declined');
    if (answer.type !== 'declined' || answers.size === 0) answers.set(keyOfAnswer(answer), answer);
  }
}

function standing(reaction: Answering, identity: Identity | undefined, labels: Labels): StandingAnswer {
  if (reaction.type === 'skipped') return { type: 'declined' };
  const { options, text = '' } = reaction;
  const signals = signalsIn(reaction);
  if (options) return { type: 'picked', options, signals };
  const asked = labels.question(reaction.graph, reaction.question)?.question;
  const topic = asked && 'topic' in asked ? asked.topic : undefined;
  return { type: 'written', words: wordsOf(reaction, text, topic, identity, labels), signals };
}

function wordsOf(
  { at, graph }: Reaction,
  text: string,
  topic: string | undefined,
  identity: Identity | undefined,
  labels: Labels,
): Words {
  return {
    text,
    at,
    ...(topic !== undefined && { topic, topicLabel: labels.topic(graph, topic) }),
    ...(identity && { name: identity.name }),
    ...(identity?.reference !== undefined && { reference: identity.reference }),
  };
}

function keyOfAnswer(answer: StandingAnswer): string {
  return answer.type === 'picked' ? (keyOf(answer.options) ?? '') : answer.type;
}

/** Option ids hold no space, and `picked` keeps them apart from the other keys. */
function keyOf(options: readonly string[] | undefined): string | undefined {
  return options && `picked ${options.toSorted().join(' ')}`;
}

function lastKey(answers: ReadonlyMap<string, unknown>): string | undefined {
  return [...answers.keys()].at(-1);
}
