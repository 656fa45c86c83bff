import type { Sentences } from './data-words.js';
import { csvWords } from './reaction-csv-words.js';
import { REACTION_COLUMNS, type ColumnKind, type ReactionColumn } from './reaction-columns.js';

/** What each column holds, for whoever opens the file without us beside them. */
const SENTENCES: Readonly<Record<ReactionColumn['name'], Sentences>> = {
  localTime: {
    ja: '反応があった日時。見出しにある地域の時刻。',
    en: 'When, as a clock on the wall shows it; the header names the zone.',
  },
  graph: { ja: '動画の題名。', en: "The graph's title." },
  viewing: {
    ja: '視聴IDの先頭8文字。同じ視聴の行では同じ。',
    en: "The first eight signs of the viewing's id: the same in all rows of one viewing.",
  },
  name: {
    ja: '名前を添えて記録することを選んだ人の氏名。それ以外は空。',
    en: 'Only where the viewer chose to be recorded by name; empty otherwise.',
  },
  reference: {
    ja: '名前を添えた人の社内管理番号。ページから渡された場合だけ。',
    en: "The company's own number of a named viewer, if the page passed one in.",
  },
  sequence: { ja: '視聴の中での順番。1から。', en: 'The number within the viewing, from 1.' },
  happening: { ja: '何があったか。', en: 'What happened.' },
  scene: { ja: 'どのシーンでのことか。', en: 'The scene in which it happened.' },
  question: { ja: '質問の文。', en: 'The prompt of the question.' },
  answer: { ja: '選ばれた選択肢。複数のときは「/」で区切る。', en: 'The labels of what was picked, parted by "/".' },
  text: { ja: '自由記述、または会社への質問の文。', en: 'What was written as an answer, or asked of the company.' },
  answerBefore: { ja: '回答を変える前に選ばれていたもの。', en: 'What had been picked before it was changed.' },
  from: { ja: 'どのシーンから移ったか。', en: 'The scene that a move or an answer came from.' },
  to: { ja: 'どのシーンへ移ったか。', en: 'The scene that it led to.' },
  interestTopic: {
    ja: '本人の回答が関心を示したトピック。',
    en: 'Topics that the answer shows interest in, as the author marked it.',
  },
  interest: { ja: 'その重みの合計。', en: 'The sum of their weights.' },
  anxietyTopic: {
    ja: '本人が不安だと答えたトピック。',
    en: 'Topics that the viewer said they worry about, as the author marked the answer.',
  },
  anxiety: { ja: 'その重みの合計。', en: 'The sum of their weights.' },
  watchedSeconds: {
    ja: 'このシーンで実際に再生された秒数。人の気持ちは表さない。',
    en: "Seconds of the clip that were really played in this visit. They say nothing of a person's mind.",
  },
  time: { ja: '反応があった日時（協定世界時、秒まで）。', en: 'When, in UTC, to the second.' },
  type: { ja: '反応の種別。プログラム用。', en: 'The type of the reaction, for programs.' },
  reactionId: { ja: '反応のID。二つとない。', en: "The reaction's id. There is no second one like it." },
  viewingId: { ja: '視聴のID。視聴のたびに乱数で作られる。', en: "The viewing's id, made by chance for each viewing." },
  graphId: { ja: '動画のID。', en: "The graph's id." },
  graphVersion: { ja: '動画の版。', en: "The author's version of the graph." },
  sceneId: { ja: 'シーンのID。', en: "The scene's id." },
  questionId: { ja: '質問のID。', en: "The question's id." },
  optionIds: { ja: '選ばれた選択肢のID。空白で区切る。', en: 'Ids of what was picked, parted by spaces.' },
  fromId: { ja: '移動元のシーンのID。', en: 'The id of the scene it came from.' },
  toId: { ja: '移動先のシーンのID。', en: 'The id of the scene it led to.' },
  topicIds: { ja: '関わるトピックのID。空白で区切る。', en: 'Ids of the topics it speaks of, parted by spaces.' },
};

/** A column, described for people and for programs. */
export interface ColumnDescription {
  /** What Parquet calls it. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** What the header of CSV and of the workbook calls it. */
  readonly heads: Sentences;
  readonly holds: Sentences;
}

/** The neighbour of a file: what its columns are. */
export function describeColumns(): readonly ColumnDescription[] {
  return REACTION_COLUMNS.map(({ name, kind }) => ({
    name,
    kind,
    heads: { ja: csvWords('ja').columns[name], en: csvWords('en').columns[name] },
    holds: SENTENCES[name],
  }));
}

/** The same as the file `reactions.columns.json`. */
export function writeColumns(): string {
  return `${JSON.stringify({ format: 1, columns: describeColumns() }, null, 2)}\n`;
}
