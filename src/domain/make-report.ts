import { topicsOf, type GraphId } from './graph.js';
import type { Labels } from './labels.js';
import { newestWords } from './newest-words.js';
import { QuestionTally } from './question-tally.js';
import { figureOf, groupContributions, isWithin, type Contribution } from './report-groups.js';
import {
  DEFAULT_MINIMUM,
  LOWEST_MINIMUM,
  type GraphReport,
  type ReadingFilter,
  type Report,
  type ReportMinimum,
  type Strength,
  type TopicReport,
  type Words,
} from './report.js';
import type { Signal, SignalKind } from './signal.js';
import { ViewingReader, type ArrivedReaction, type StandingAnswer, type ViewingFacts } from './viewing-facts.js';

export interface ReportOptions {
  readonly labels: Labels;
  readonly filter?: ReadingFilter;
  readonly minimum?: Partial<ReportMinimum>;
}

/** Makes a report while reactions stream by. */
export interface ReportFold {
  /** Reactions of one viewing come one after the other, in the order of their sequence numbers. */
  add(reaction: ArrivedReaction): void;
  finish(): Report;
}

/** Makes a report of reactions that are all at hand. Rows as `ReportFold` wants them. */
export function makeReport(rows: Iterable<ArrivedReaction>, options: ReportOptions): Report {
  const fold = beginReport(options);
  for (const row of rows) fold.add(row);
  return fold.finish();
}

export function beginReport({ labels, filter = {}, minimum }: ReportOptions): ReportFold {
  const bounds = boundMinimum(minimum);
  const wanted = (graph: GraphId) => filter.graph === undefined || filter.graph === graph;
  const tallies = new Map<GraphId, GraphTally>();
  const tallyOf = (graph: GraphId) => {
    const tally = tallies.get(graph) ?? new GraphTally(graph, labels, filter, bounds);
    tallies.set(graph, tally);
    return tally;
  };
  for (const graph of labels.graphs.keys()) if (wanted(graph)) tallyOf(graph);

  let present: { readonly graph: GraphId; readonly viewing: string; readonly reader: ViewingReader } | undefined;
  const close = () => {
    if (present) tallyOf(present.graph).add(present.reader.read());
    present = undefined;
  };
  return {
    add(row) {
      const { graph, viewing } = row.reaction;
      if (!wanted(graph)) return;
      if (present?.graph !== graph || present.viewing !== viewing) {
        close();
        present = { graph, viewing, reader: new ViewingReader(labels) };
      }
      present.reader.add(row);
    },
    finish() {
      close();
      return { format: 1, filter, minimum: bounds, graphs: [...tallies.values()].map((tally) => tally.report()) };
    },
  };
}

/** Never lower than the lowest, whatever is configured. */
export function boundMinimum(minimum: Partial<ReportMinimum> = {}): ReportMinimum {
  const group = Math.max(LOWEST_MINIMUM, minimum.group ?? DEFAULT_MINIMUM.group);
  return { group, distribution: Math.max(group, minimum.distribution ?? DEFAULT_MINIMUM.distribution) };
}

interface Said {
  readonly finished: boolean;
  readonly signals: readonly Signal[];
}

/** Gathers the viewings of one graph. */
class GraphTally {
  readonly #graph: GraphId;
  readonly #labels: Labels;
  readonly #filter: ReadingFilter;
  readonly #minimum: ReportMinimum;
  readonly #viewings: Contribution<Said>[] = [];
  readonly #questions = new Map<string, QuestionTally>();
  readonly #asked: Words[] = [];

  constructor(graph: GraphId, labels: Labels, filter: ReadingFilter, minimum: ReportMinimum) {
    this.#graph = graph;
    this.#labels = labels;
    this.#filter = filter;
    this.#minimum = minimum;
    const known = labels.graphs.get(graph);
    for (const { question } of Object.values(known?.scenes ?? {})) if (question) this.#tallyOf(question.id);
  }

  add({ arrival, began, finished, questions, asked, askedSignals }: ViewingFacts): void {
    const signals = [...[...questions.values()].flatMap(({ answers }) => answers.flatMap(signalsOf)), ...askedSignals];
    this.#viewings.push({ arrival, began, facts: { finished, signals } });
    this.#asked.push(...asked.filter(({ at, topic }) => isWithin(this.#filter, at) && this.#wants(topic)));
    for (const [id, { arrival: answered, answers }] of questions) {
      this.#tallyOf(id).add({ arrival: answered, began, facts: answers });
    }
  }

  report(): GraphReport {
    const { group } = this.#minimum;
    const grouped = groupContributions(this.#viewings, group, group, this.#filter);
    const known = this.#labels.graphs.get(this.#graph);
    return {
      graph: this.#graph,
      title: this.#labels.graph(this.#graph),
      ...(known && { language: known.language }),
      viewings: this.#viewings.filter(({ began }) => isWithin(this.#filter, began)).length,
      finished: figureOf(grouped, (said) => ({ viewings: said.filter(({ finished }) => finished).length })),
      topics: this.#topics().map((topic): TopicReport => {
        const strengths = (said: readonly Said[]) => ({
          interest: strengthOf(said, 'interest', topic),
          anxiety: strengthOf(said, 'anxiety', topic),
        });
        return { topic, label: this.#labels.topic(this.#graph, topic), figure: figureOf(grouped, strengths) };
      }),
      questions: [...this.#questions.values()]
        .filter((tally) => this.#filter.topic === undefined || tally.speaksOf(this.#filter.topic))
        .map((tally) => tally.report(this.#filter, this.#minimum)),
      asked: newestWords(this.#asked),
      askedInAll: this.#asked.length,
    };
  }

  #tallyOf(id: string): QuestionTally {
    const tally = this.#questions.get(id) ?? new QuestionTally(this.#graph, id, this.#labels);
    this.#questions.set(id, tally);
    return tally;
  }

  #wants(topic: string | undefined): boolean {
    return this.#filter.topic === undefined || this.#filter.topic === topic;
  }

  /** The author's topics. Of an unknown graph those that were heard of. */
  #topics(): readonly string[] {
    const known = this.#labels.graphs.get(this.#graph);
    const heard = this.#viewings.flatMap(({ facts }) => facts.signals.map(({ topic }) => topic));
    const listed = known ? topicsOf(known).map(({ id }) => id) : [...new Set(heard)].toSorted();
    return listed.filter((topic) => this.#wants(topic));
  }
}

function signalsOf(answer: StandingAnswer): readonly Signal[] {
  return answer.type === 'declined' ? [] : answer.signals;
}

function strengthOf(said: readonly Said[], kind: SignalKind, topic: string): Strength {
  const weights = said
    .map(({ signals }) => signals.filter((signal) => signal.kind === kind && signal.topic === topic))
    .filter((signals) => signals.length > 0)
    .map((signals) => signals.reduce((sum, { weight }) => sum + (weight ?? 1), 0));
  return { viewings: weights.length, weight: weights.reduce((sum, weight) => sum + weight, 0) };
}
