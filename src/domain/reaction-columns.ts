import { csvWords, type CsvLanguage, type CsvWords } from './reaction-csv-words.js';
import type { CsvCell } from './csv.js';
import type { Labels } from './labels.js';
import type { Identity, Reaction } from './reaction.js';
import { questionOf, sceneOf, signalsIn, topicsOfReaction } from './reaction-facts.js';
import type { SignalKind } from './signal.js';
import { DEFAULT_TIME_ZONE, zonedTime } from './zoned-time.js';

/** How the rows of a table are written, whatever the file. */
export interface TableOptions {
  readonly language: CsvLanguage;
  /** Whose words stand beside the ids. */
  readonly labels: Labels;
  /** The zone of the first column. Japan's when left out. */
  readonly timeZone?: string;
}

/** A reaction, and who it is of if they chose to be named. */
export interface LoggedReaction {
  readonly reaction: Reaction;
  readonly identity?: Identity | undefined;
}

/**
 * What a column holds, for files that know types. `wall-time` is a clock on the wall (`2026-11-20 14:03:05`), `instant`
 * the same in UTC (`2026-11-20T05:03:05Z`).
 */
export type ColumnKind = 'text' | 'whole' | 'number' | 'wall-time' | 'instant';

export interface ReactionColumn {
  /** The same in every language and for ever: programs read columns by it. */
  readonly name: keyof CsvWords['columns'];
  readonly kind: ColumnKind;
  /** How wide a spreadsheet opens it, in signs. */
  readonly width: number;
  readonly cell: (row: LoggedReaction, options: TableOptions & { readonly words: CsvWords }) => CsvCell;
}

/** The columns of every table of reactions, in their order: words for people first, ids for programs after them. */
export const REACTION_COLUMNS: readonly ReactionColumn[] = [
  {
    name: 'localTime',
    kind: 'wall-time',
    width: 20,
    cell: ({ reaction }, { timeZone }) => zonedTime(reaction.at, timeZone ?? DEFAULT_TIME_ZONE),
  },
  { name: 'graph', kind: 'text', width: 20, cell: ({ reaction }, { labels }) => labels.graph(reaction.graph) },
  { name: 'viewing', kind: 'text', width: 10, cell: ({ reaction }) => reaction.viewing.slice(0, 8) },
  { name: 'name', kind: 'text', width: 14, cell: ({ identity }) => identity?.name },
  { name: 'reference', kind: 'text', width: 14, cell: ({ identity }) => identity?.reference },
  { name: 'sequence', kind: 'whole', width: 7, cell: ({ reaction }) => reaction.sequence },
  { name: 'happening', kind: 'text', width: 22, cell: ({ reaction }, { words }) => happening(reaction, words) },
  {
    name: 'scene',
    kind: 'text',
    width: 24,
    cell: ({ reaction }, { labels }) => sceneLabel(reaction, sceneOf(reaction), labels),
  },
  { name: 'question', kind: 'text', width: 32, cell: ({ reaction }, { labels }) => promptOf(reaction, labels) },
  {
    name: 'answer',
    kind: 'text',
    width: 32,
    cell: ({ reaction }, { labels, words }) => answerOf(reaction, labels, words),
  },
  { name: 'text', kind: 'text', width: 48, cell: ({ reaction }) => ('text' in reaction ? reaction.text : undefined) },
  { name: 'answerBefore', kind: 'text', width: 24, cell: ({ reaction }, { labels }) => answerBefore(reaction, labels) },
  {
    name: 'from',
    kind: 'text',
    width: 22,
    cell: ({ reaction }, { labels }) => sceneLabel(reaction, moveOf(reaction).from, labels),
  },
  {
    name: 'to',
    kind: 'text',
    width: 22,
    cell: ({ reaction }, { labels }) => sceneLabel(reaction, moveOf(reaction).to, labels),
  },
  {
    name: 'interestTopic',
    kind: 'text',
    width: 18,
    cell: ({ reaction }, { labels }) => topicsWith(reaction, 'interest', labels),
  },
  { name: 'interest', kind: 'whole', width: 10, cell: ({ reaction }) => weightOf(reaction, 'interest') },
  {
    name: 'anxietyTopic',
    kind: 'text',
    width: 18,
    cell: ({ reaction }, { labels }) => topicsWith(reaction, 'anxiety', labels),
  },
  { name: 'anxiety', kind: 'whole', width: 10, cell: ({ reaction }) => weightOf(reaction, 'anxiety') },
  {
    name: 'watchedSeconds',
    kind: 'number',
    width: 10,
    cell: ({ reaction }) => ('watchedSeconds' in reaction ? reaction.watchedSeconds : undefined),
  },
  { name: 'time', kind: 'instant', width: 20, cell: ({ reaction }) => reaction.at },
  { name: 'type', kind: 'text', width: 16, cell: ({ reaction }) => reaction.type },
  { name: 'reactionId', kind: 'text', width: 38, cell: ({ reaction }) => reaction.id },
  { name: 'viewingId', kind: 'text', width: 38, cell: ({ reaction }) => reaction.viewing },
  { name: 'graphId', kind: 'text', width: 16, cell: ({ reaction }) => reaction.graph },
  { name: 'graphVersion', kind: 'text', width: 12, cell: ({ reaction }) => reaction.graphVersion },
  { name: 'sceneId', kind: 'text', width: 16, cell: ({ reaction }) => sceneOf(reaction) },
  { name: 'questionId', kind: 'text', width: 16, cell: ({ reaction }) => questionOf(reaction) },
  { name: 'optionIds', kind: 'text', width: 16, cell: ({ reaction }) => optionsIn(reaction)?.join(' ') },
  { name: 'fromId', kind: 'text', width: 16, cell: ({ reaction }) => moveOf(reaction).from },
  { name: 'toId', kind: 'text', width: 16, cell: ({ reaction }) => moveOf(reaction).to },
  {
    name: 'topicIds',
    kind: 'text',
    width: 20,
    cell: ({ reaction }) => topicsOfReaction(reaction).join(' ') || undefined,
  },
];

/** The words of the first row. */
export function columnHeads({
  language,
  timeZone = DEFAULT_TIME_ZONE,
}: Omit<TableOptions, 'labels'>): readonly string[] {
  const { columns, zone } = csvWords(language);
  return REACTION_COLUMNS.map(({ name }) => columns[name] + (name === 'localTime' ? zone(timeZone) : ''));
}

/** The cells of one reaction, one for each column. */
export function reactionCells(row: LoggedReaction, options: TableOptions): readonly CsvCell[] {
  const all = { ...options, words: csvWords(options.language) };
  return REACTION_COLUMNS.map(({ cell }) => cell(row, all));
}

function happening(reaction: Reaction, { happenings, choices }: CsvWords): string {
  return reaction.type === 'notice-answered' ? choices[reaction.choice] : happenings[reaction.type];
}

function moveOf(reaction: Reaction): { readonly from?: string | undefined; readonly to?: string | undefined } {
  if (reaction.type === 'scene-entered') return { from: reaction.from, to: reaction.scene };
  return 'to' in reaction ? { from: reaction.scene, to: reaction.to } : {};
}

function sceneLabel(reaction: Reaction, scene: string | undefined, labels: Labels): string | undefined {
  return scene === undefined ? undefined : labels.scene(reaction.graph, scene);
}

function promptOf(reaction: Reaction, labels: Labels): string | undefined {
  const question = questionOf(reaction);
  return question === undefined ? undefined : labels.prompt(reaction.graph, question);
}

function optionsIn(reaction: Reaction): readonly string[] | undefined {
  return 'options' in reaction ? reaction.options : undefined;
}

function answerOf(reaction: Reaction, labels: Labels, words: CsvWords): string | undefined {
  if (reaction.type === 'skipped') return words.declined;
  const options = optionsIn(reaction);
  if (options?.length === 0) return words.nothingPicked;
  return optionLabels(reaction, options, labels);
}

function answerBefore(reaction: Reaction, labels: Labels): string | undefined {
  return reaction.type === 'answer-changed' ? optionLabels(reaction, reaction.optionsBefore, labels) : undefined;
}

function optionLabels(reaction: Reaction, options: readonly string[] | undefined, labels: Labels): string | undefined {
  const question = questionOf(reaction) ?? '';
  return options?.map((option) => labels.option(reaction.graph, question, option)).join(' / ');
}

function topicsWith(reaction: Reaction, wanted: SignalKind, labels: Labels): string | undefined {
  const topics = signalsIn(reaction).flatMap(({ kind, topic }) => (kind === wanted ? [topic] : []));
  return [...new Set(topics)].map((topic) => labels.topic(reaction.graph, topic)).join(' / ') || undefined;
}

function weightOf(reaction: Reaction, kind: SignalKind): number | undefined {
  const weights = signalsIn(reaction).flatMap((signal) => (signal.kind === kind ? [signal.weight ?? 1] : []));
  return weights.length > 0 ? weights.reduce((sum, weight) => sum + weight, 0) : undefined;
}
