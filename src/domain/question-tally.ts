import type { GraphId } from './graph.js';
import type { Labels, PlacedQuestion } from './labels.js';
import { newestWords } from './newest-words.js';
import { optionsOf, type QuestionId } from './questions/question.js';
import { figureOf, groupContributions, isWithin, type Contribution } from './report-groups.js';
import type { Distribution, QuestionReport, ReadingFilter, ReportMinimum } from './report.js';
import type { StandingAnswer } from './viewing-facts.js';

type Answers = readonly StandingAnswer[];

/** Gathers what viewings said to one question. */
export class QuestionTally {
  readonly #graph: GraphId;
  readonly #id: QuestionId;
  readonly #labels: Labels;
  readonly #placed: PlacedQuestion | undefined;
  readonly #contributions: Contribution<Answers>[] = [];

  constructor(graph: GraphId, id: QuestionId, labels: Labels) {
    this.#graph = graph;
    this.#id = id;
    this.#labels = labels;
    this.#placed = labels.question(graph, id);
  }

  add(contribution: Contribution<Answers>): void {
    this.#contributions.push(contribution);
  }

  /** Tells whether its answers can say something of a topic; of an unknown question, whether they did. */
  speaksOf(topic: string): boolean {
    const question = this.#placed?.question;
    if (question) {
      if ('topic' in question && question.topic === topic) return true;
      return optionsOf(question).some(({ signals }) => signals?.some((signal) => signal.topic === topic));
    }
    return this.#contributions.some(({ facts }) =>
      facts.some((answer) => answer.type !== 'declined' && answer.signals.some((signal) => signal.topic === topic)),
    );
  }

  report(filter: ReadingFilter, { distribution, group }: ReportMinimum): QuestionReport {
    const grouped = groupContributions(this.#contributions, distribution, group, filter);
    const words = this.#contributions.flatMap(({ facts }) =>
      facts.flatMap((answer) => (answer.type === 'written' && isWithin(filter, answer.words.at) ? [answer.words] : [])),
    );
    return {
      question: this.#id,
      prompt: this.#labels.prompt(this.#graph, this.#id),
      ...(this.#placed && { type: this.#placed.question.type, scene: this.#placed.scene }),
      figure: figureOf(grouped, (given) => this.#distribute(given)),
      texts: newestWords(words),
    };
  }

  #distribute(given: readonly Answers[]): Distribution {
    const picked = given.map(
      (answers) => new Set(answers.flatMap((one) => (one.type === 'picked' ? one.options : []))),
    );
    const listed = this.#placed ? optionsOf(this.#placed.question).map(({ id }) => id) : [];
    // An option of an earlier version of the graph still counts, after those of this one.
    const ids = new Set([...listed, ...picked.flatMap((options) => [...options])]);
    return {
      options: [...ids].map((option) => ({
        option,
        label: this.#labels.option(this.#graph, this.#id, option),
        viewings: picked.filter((options) => options.has(option)).length,
      })),
      declined: given.filter((answers) => answers.every(({ type }) => type === 'declined')).length,
      written: given.filter((answers) => answers.some(({ type }) => type === 'written')).length,
    };
  }
}
