import type { ReactionType } from './reaction.js';
import { DEFAULT_TIME_ZONE } from './zoned-time.js';

export const CSV_LANGUAGES = ['ja', 'en'] as const;
/** The language of the header and of what happened. Prompts and labels are in the author's. */
export type CsvLanguage = (typeof CSV_LANGUAGES)[number];

type ColumnName =
  | 'localTime'
  | 'graph'
  | 'viewing'
  | 'name'
  | 'reference'
  | 'sequence'
  | 'happening'
  | 'scene'
  | 'question'
  | 'answer'
  | 'text'
  | 'answerBefore'
  | 'from'
  | 'to'
  | 'interestTopic'
  | 'interest'
  | 'anxietyTopic'
  | 'anxiety'
  | 'watchedSeconds'
  | 'time'
  | 'type'
  | 'reactionId'
  | 'viewingId'
  | 'graphId'
  | 'graphVersion'
  | 'sceneId'
  | 'questionId'
  | 'optionIds'
  | 'fromId'
  | 'toId'
  | 'topicIds';

/** Words of a file's header and rows. */
export interface CsvWords {
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly happenings: Readonly<Record<Exclude<ReactionType, 'notice-answered'>, string>>;
  readonly choices: Readonly<Record<'unnamed' | 'named', string>>;
  readonly declined: string;
  readonly nothingPicked: string;
  readonly zone: (timeZone: string) => string;
}

export function csvWords(language: CsvLanguage): CsvWords {
  return language === 'ja' ? JAPANESE : ENGLISH;
}

const JAPANESE: CsvWords = {
  columns: {
    localTime: '日時',
    graph: '動画',
    viewing: '視聴番号',
    name: '氏名',
    reference: '社内管理番号',
    sequence: '順番',
    happening: 'できごと',
    scene: 'シーン',
    question: '質問',
    answer: '回答',
    text: '自由記述',
    answerBefore: '変更前の回答',
    from: '移動元のシーン',
    to: '移動先のシーン',
    interestTopic: '関心のトピック',
    interest: '関心の強さ',
    anxietyTopic: '不安のトピック',
    anxiety: '不安の強さ',
    watchedSeconds: '再生秒数',
    time: '日時（UTC）',
    type: '種別',
    reactionId: '反応ID',
    viewingId: '視聴ID',
    graphId: '動画ID',
    graphVersion: '動画の版',
    sceneId: 'シーンID',
    questionId: '質問ID',
    optionIds: '選択肢ID',
    fromId: '移動元ID',
    toId: '移動先ID',
    topicIds: 'トピックID',
  },
  happenings: {
    'scene-entered': 'シーンを開始',
    'scene-left': 'シーンを終了',
    'question-shown': '質問を表示',
    answered: '回答',
    'answer-changed': '回答を変更',
    skipped: '回答せず',
    'went-back': '前に戻る',
    replayed: 'もう一度再生',
    asked: '会社への質問',
    ended: '最後まで到達',
    left: 'ページを離れる',
  },
  choices: { unnamed: '記録に同意（名前なし）', named: '記録に同意（名前あり）' },
  declined: '答えたくない',
  nothingPicked: '該当なし',
  zone: (timeZone) => (timeZone === DEFAULT_TIME_ZONE ? '（日本時間）' : `（${timeZone}）`),
};

const ENGLISH: CsvWords = {
  columns: {
    localTime: 'Time',
    graph: 'Video',
    viewing: 'Viewing',
    name: 'Name',
    reference: 'Company reference',
    sequence: 'Order',
    happening: 'What happened',
    scene: 'Scene',
    question: 'Question',
    answer: 'Answer',
    text: 'In their own words',
    answerBefore: 'Answer before',
    from: 'From scene',
    to: 'To scene',
    interestTopic: 'Interest in',
    interest: 'Interest weight',
    anxietyTopic: 'Anxiety about',
    anxiety: 'Anxiety weight',
    watchedSeconds: 'Seconds played',
    time: 'Time (UTC)',
    type: 'Type',
    reactionId: 'Reaction id',
    viewingId: 'Viewing id',
    graphId: 'Graph id',
    graphVersion: 'Graph version',
    sceneId: 'Scene id',
    questionId: 'Question id',
    optionIds: 'Option ids',
    fromId: 'From scene id',
    toId: 'To scene id',
    topicIds: 'Topic ids',
  },
  happenings: {
    'scene-entered': 'Entered a scene',
    'scene-left': 'Left a scene',
    'question-shown': 'Was shown a question',
    answered: 'Answered',
    'answer-changed': 'Changed an answer',
    skipped: 'Left a question unanswered',
    'went-back': 'Went back',
    replayed: 'Played again',
    asked: 'Asked the company',
    ended: 'Reached the end',
    left: 'Left the page',
  },
  choices: { unnamed: 'Agreed to be recorded without a name', named: 'Agreed to be recorded by name' },
  declined: 'Prefer not to say',
  nothingPicked: 'None of these',
  zone: (timeZone) => (timeZone === DEFAULT_TIME_ZONE ? ' (Japan)' : ` (${timeZone})`),
};
