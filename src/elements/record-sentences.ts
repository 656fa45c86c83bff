import type { Graph } from '../domain/graph.js';
import { labelGraphs, type Labels } from '../domain/labels.js';
import type { Reaction } from '../domain/reaction.js';
import type { Signal } from '../domain/signal.js';
import type { RecordWords } from './record-words.js';

/** Says what is recorded in the words that the viewer saw. */
export interface RecordSentences {
  /** The whole of a reaction. */
  entry(reaction: Reaction): string;
  prompt(question: string): string;
  /** What was answered or asked. */
  answer(reaction: Reaction): string;
  /** How the author sorted it. Undefined where nothing was. */
  signals(reaction: Reaction): string | undefined;
}

export function recordSentences(graph: Graph, words: RecordWords): RecordSentences {
  const labels = labelGraphs([graph]);
  const scene = (id: string): string => labels.scene(graph.id, id);
  const prompt = (id: string): string => labels.prompt(graph.id, id);
  const answer = (reaction: Reaction): string => answerOf(reaction, graph, labels, words);
  const { said } = words;

  return {
    prompt,
    answer,
    signals: (reaction) => ('signals' in reaction ? signalsOf(reaction.signals, graph, labels, words) : undefined),
    entry(reaction) {
      switch (reaction.type) {
        case 'notice-answered':
          return said.chose(words.change[reaction.choice]);
        case 'scene-entered':
          return said.entered(scene(reaction.scene));
        case 'scene-left':
          return said.left(scene(reaction.scene), Math.round(reaction.watchedSeconds));
        case 'question-shown':
          return said.shown(prompt(reaction.question));
        case 'answered':
          return said.answered(prompt(reaction.question), answer(reaction));
        case 'answer-changed':
          return said.changed(prompt(reaction.question), answer(reaction));
        case 'skipped':
          return said.skipped(prompt(reaction.question));
        case 'went-back':
          return said.wentBack(scene(reaction.scene), scene(reaction.to));
        case 'replayed':
          return said.replayed(scene(reaction.scene));
        case 'asked':
          return said.asked(reaction.text);
        case 'ended':
          return said.ended(scene(reaction.scene));
        case 'left':
          return said.closed(scene(reaction.scene));
      }
    },
  };
}

function answerOf(reaction: Reaction, graph: Graph, labels: Labels, { quote, join, declined }: RecordWords): string {
  if (reaction.type === 'asked') return quote(reaction.text);
  if (reaction.type === 'skipped') return quote(declined);
  if (reaction.type !== 'answered' && reaction.type !== 'answer-changed') return '';
  const { question, options = [], text } = reaction;
  if (text !== undefined) return quote(text);
  return options.map((option) => quote(labels.option(graph.id, question, option))).join(join);
}

function signalsOf(signals: readonly Signal[], graph: Graph, labels: Labels, words: RecordWords): string | undefined {
  if (signals.length === 0) return undefined;
  const list = signals.map(({ kind, topic }) => `${words[kind]} (${labels.topic(graph.id, topic)})`);
  return words.signals([...new Set(list)].join(words.join));
}
