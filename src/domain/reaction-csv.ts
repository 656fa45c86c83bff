import { CSV_BOM, csvRow, type CsvCell } from './csv.js';
import type { Labels } from './labels.js';
import { csvWords, type CsvLanguage, type CsvWords } from './reaction-csv-words.js';
import type { Identity, Reaction } from './reaction.js';
import { questionOf, sceneOf, signalsIn, topicsOfReaction } from './reaction-facts.js';
import type { SignalKind } from './signal.js';
import { DEFAULT_TIME_ZONE, zonedTime } from './zoned-time.js';

/** How the rows are written. */
export interface CsvOptions {
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

interface Column {
  readonly name: keyof CsvWords['columns'];
  readonly cell: (row: LoggedReaction, options: CsvOptions & { readonly words: CsvWords }) => CsvCell;
}

const COLUMNS: readonly Column[] = [
  { name: 'localTime', cell: ({ reaction }, { timeZone }) => zonedTime(reaction.at, timeZone ?? DEFAULT_TIME_ZONE) },
  { name: 'graph', cell: ({ reaction }, { labels }) => labels.graph(reaction.graph) },
  { name: 'viewing', cell: ({ reaction }) => reaction.viewing.slice(0, 8) },
  { name: 'name', cell: ({ identity }) => identity?.name },
  { name: 'reference', cell: ({ identity }) => identity?.reference },
  { name: 'sequence', cell: ({ reaction }) => reaction.sequence },
  { name: 'happening', cell: ({ reaction }, { words }) => happening(reaction, words) },
  { name: 'scene', cell: ({ reaction }, { labels }) => sceneLabel(reaction, sceneOf(reaction), labels) },
  { name: 'question', cell: ({ reaction }, { labels }) => promptOf(reaction, labels) },
  { name: 'answer', cell: ({ reaction }, { labels, words }) => answerOf(reaction, labels, words) },
  { name: 'text', cell: ({ reaction }) => ('text' in reaction ? reaction.text : undefined) },
  { name: 'answerBefore', cell: ({ reaction }, { labels }) => answerBefore(reaction, labels) },
  { name: 'from', cell: ({ reaction }, { labels }) => sceneLabel(reaction, moveOf(reaction).from, labels) },
  { name: 'to', cell: ({ reaction }, { labels }) => sceneLabel(reaction, moveOf(reaction).to, labels) },
  { name: 'interestTopic', cell: ({ reaction }, { labels }) => topicsWith(reaction, 'interest', labels) },
  { name: 'interest', cell: ({ reaction }) => weightOf(reaction, 'interest') },
  { name: 'anxietyTopic', cell: ({ reaction }, { labels }) => topicsWith(reaction, 'anxiety', labels) },
  { name: 'anxiety', cell: ({ reaction }) => weightOf(reaction, 'anxiety') },
  {
    name: 'watchedSeconds',
    cell: ({ reaction }) => ('watchedSeconds' in reaction ? reaction.watchedSeconds : undefined),
  },
  { name: 'time', cell: ({ reaction }) => reaction.at },
  { name: 'type', cell: ({ reaction }) => reaction.type },
  { name: 'reactionId', cell: ({ reaction }) => reaction.id },
  { name: 'viewingId', cell: ({ reaction }) => reaction.viewing },
  { name: 'graphId', cell: ({ reaction }) => reaction.graph },
  { name: 'graphVersion', cell: ({ reaction }) => reaction.graphVersion },
  { name: 'sceneId', cell: ({ reaction }) => sceneOf(reaction) },
  { name: 'questionId', cell: ({ reaction }) => questionOf(reaction) },
  { name: 'optionIds', cell: ({ reaction }) => optionsIn(reaction)?.join(' ') },
  { name: 'fromId', cell: ({ reaction }) => moveOf(reaction).from },
  { name: 'toId', cell: ({ reaction }) => moveOf(reaction).to },
  { name: 'topicIds', cell: ({ reaction }) => topicsOfReaction(reaction).join(' ') || undefined },
];

/** Writes the first row, after the mark that makes Excel read UTF-8. */
export function csvHeader({ language, timeZone = DEFAULT_TIME_ZONE }: CsvOptions): string {
  const { columns, zone } = csvWords(language);
  return CSV_BOM + csvRow(COLUMNS.map(({ name }) => columns[name] + (name === 'localTime' ? zone(timeZone) : '')));
}

/** Writes the row of one reaction. */
export function reactionToCsv(row: LoggedReaction, options: CsvOptions): string {
  const all = { ...options, words: csvWords(options.language) };
  return csvRow(COLUMNS.map(({ cell }) => cell(row, all)));
}

/** Writes a whole file. For many rows write the header and then row by row. */
export function reactionsToCsv(rows: Iterable<LoggedReaction>, options: CsvOptions): string {
  let file = csvHeader(options);
  for (const row of rows) file += reactionToCsv(row, options);
  return file;
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
