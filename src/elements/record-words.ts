import type { RecordingChoice } from '../domain/reaction.js';
import { formatCount } from './format-count.js';
import type { Language } from './language.js';

/** What the viewer's own panel says. Apart from the other words, because the panel comes when it is opened. */
export interface RecordWords {
  readonly standing: Readonly<Record<RecordingChoice, string>>;
  readonly change: Readonly<Record<RecordingChoice, string>>;
  /** What comes of it, under the buttons. */
  readonly changeHint: Readonly<Record<RecordingChoice, string>>;
  readonly answers: string;
  readonly nothing: string;
  readonly withdrawn: string;
  readonly changeAnswer: string;
  changeAnswerTo(prompt: string): string;
  readonly remove: string;
  removeAnswer(prompt: string): string;
  readonly askedCompany: string;
  readonly declined: string;
  entries(count: number): string;
  readonly removeAll: string;
  readonly removeAllHint: string;
  readonly download: string;
  readonly codeTitle: string;
  readonly codeHint: string;
  readonly copy: string;
  codeOf(when: string): string;
  readonly copied: string;
  readonly otherTitle: string;
  readonly otherHint: string;
  readonly otherField: string;
  readonly otherRemove: string;
  readonly otherInvalid: string;
  readonly removed: string;
  readonly waiting: string;
  readonly changed: string;
  readonly failed: string;
  refused(contact: string | undefined): string;
  readonly interest: string;
  readonly anxiety: string;
  signals(list: string): string;
  readonly quote: (text: string) => string;
  readonly join: string;
  readonly said: {
    chose(choice: string): string;
    entered(scene: string): string;
    left(scene: string, seconds: number): string;
    shown(prompt: string): string;
    answered(prompt: string, answer: string): string;
    changed(prompt: string, answer: string): string;
    skipped(prompt: string): string;
    wentBack(from: string, to: string): string;
    replayed(scene: string): string;
    asked(text: string): string;
    ended(scene: string): string;
    closed(scene: string): string;
  };
}

const ja: RecordWords = {
  standing: {
    unrecorded: '現在、記録していません。答えはどこにも送られません。',
    unnamed: '現在、名前を出さずに記録しています。',
    named: '現在、名前を伝えて記録しています。',
  },
  change: {
    unrecorded: '記録をやめる',
    unnamed: '名前を出さずに記録する',
    named: '名前を伝えて記録する',
  },
  changeHint: {
    unrecorded: '記録をやめても、動画は続けてご覧になれます。これまでの記録は残ります。',
    unnamed: '名前を出さない記録に切り替えると、これまでの記録からもお名前を外します。',
    named: 'お名前が添えられるのは、切り替えたあとの記録だけです。',
  },
  answers: 'お答えになったこと',
  nothing: 'このブラウザーに、ご自身の記録はありません。',
  withdrawn: '回答の記録はありません。',
  changeAnswer: '変更する',
  changeAnswerTo: (prompt) => `「${prompt}」の回答を変更する`,
  remove: '削除する',
  removeAnswer: (prompt) => `「${prompt}」の回答を削除する`,
  askedCompany: '会社へのご質問',
  declined: '答えたくない',
  entries: (count) => `記録をすべて見る（${formatCount(count)}件）`,
  removeAll: 'すべて削除する',
  removeAllHint: '「すべて削除する」を押すと、この端末と会社の両方から削除し、記録をやめます。',
  download: 'ダウンロードする（JSON）',
  codeTitle: '削除コード',
  codeHint: 'ほかの端末からでも、このコードで記録を削除できます。必要な方はお控えください。',
  copy: 'コピーする',
  codeOf: (when) => `${when} からの記録`,
  copied: 'コードをコピーしました。',
  otherTitle: 'ほかの端末の記録を削除する',
  otherHint: 'ほかの端末に表示されている削除コードをご入力ください。',
  otherField: '削除コード（英数字20文字）',
  otherRemove: 'この記録を削除する',
  otherInvalid: '削除コードは英数字20文字です。入力内容をお確かめください。',
  removed: '削除しました。',
  waiting: 'この端末では削除済みです。会社の記録は、通信できしだい自動で削除されます。',
  changed: '記録の設定を変更しました。',
  failed: '変更できませんでした。ページを再読み込みして、もう一度お試しください。',
  refused: (contact) =>
    `削除コードに合う記録が見つからないなどの理由で、削除できなかったものがあります。${contact ? `お問い合わせ：${contact}` : '採用担当までお問い合わせください。'}`,
  interest: '関心',
  anxiety: '不安',
  signals: (list) => `会社での分類：${list}`,
  quote: (text) => `「${text}」`,
  join: '、',
  said: {
    chose: (choice) => `「${choice}」を選択`,
    entered: (scene) => `「${scene}」を表示`,
    left: (scene, seconds) => `「${scene}」を${formatCount(seconds)}秒視聴`,
    shown: (prompt) => `質問「${prompt}」を表示`,
    answered: (prompt, answer) => `質問「${prompt}」に${answer}と回答`,
    changed: (prompt, answer) => `質問「${prompt}」の回答を${answer}に変更`,
    skipped: (prompt) => `質問「${prompt}」に「答えたくない」と回答`,
    wentBack: (from, to) => `「${from}」から「${to}」に戻る`,
    replayed: (scene) => `「${scene}」を最初から再生`,
    asked: (text) => `会社に質問「${text}」`,
    ended: (scene) => `「${scene}」で終了`,
    closed: (scene) => `「${scene}」でページを離れる`,
  },
};

const en: RecordWords = {
  standing: {
    unrecorded: 'Nothing is being recorded. Your answers go nowhere.',
    unnamed: 'You are being recorded without your name.',
    named: 'You are being recorded with your name.',
  },
  change: {
    unrecorded: 'Stop recording',
    unnamed: 'Record without my name',
    named: 'Record with my name',
  },
  changeHint: {
    unrecorded: 'When you stop, the video goes on just the same. What was recorded so far stays.',
    unnamed: 'When you go on without your name, it is taken off what was recorded so far, too.',
    named: 'Your name goes only with what is recorded from then on.',
  },
  answers: 'What you answered',
  nothing: 'This browser keeps no record of you.',
  withdrawn: 'No answer is recorded.',
  changeAnswer: 'Change',
  changeAnswerTo: (prompt) => `Change the answer to “${prompt}”`,
  remove: 'Delete',
  removeAnswer: (prompt) => `Delete the answer to “${prompt}”`,
  askedCompany: 'Your question to the company',
  declined: 'Rather not say',
  entries: (count) => `See the whole record (${formatCount(count)})`,
  removeAll: 'Delete everything',
  removeAllHint: '“Delete everything” deletes it on this device and at the company, and stops recording.',
  download: 'Download (JSON)',
  codeTitle: 'Deletion code',
  codeHint: 'With this code you can delete the record from any other device. Note it down if you may need it.',
  copy: 'Copy',
  codeOf: (when) => `Recorded from ${when}`,
  copied: 'The code was copied.',
  otherTitle: 'Delete a record of another device',
  otherHint: 'Enter the deletion code that the other device shows.',
  otherField: 'Deletion code (20 letters and digits)',
  otherRemove: 'Delete this record',
  otherInvalid: 'A deletion code has 20 letters and digits. Please check what you entered.',
  removed: 'Deleted.',
  waiting: 'Deleted on this device. The company’s copy is deleted by itself as soon as there is a connection.',
  changed: 'Your choice was changed.',
  failed: 'That did not work. Please reload the page and try again.',
  refused: (contact) =>
    `Something could not be deleted, for instance because no record has this code. ${contact ? `Please ask: ${contact}` : 'Please ask your recruiter.'}`,
  interest: 'interest',
  anxiety: 'worry',
  signals: (list) => `Sorted by the company under: ${list}`,
  quote: (text) => `“${text}”`,
  join: ', ',
  said: {
    chose: (choice) => `Chose “${choice}”`,
    entered: (scene) => `“${scene}” was shown`,
    left: (scene, seconds) => `Watched “${scene}” for ${formatCount(seconds)} s`,
    shown: (prompt) => `Was asked “${prompt}”`,
    answered: (prompt, answer) => `Answered “${prompt}” with ${answer}`,
    changed: (prompt, answer) => `Changed the answer to “${prompt}” to ${answer}`,
    skipped: (prompt) => `Answered “${prompt}” with “rather not say”`,
    wentBack: (from, to) => `Went back from “${from}” to “${to}”`,
    replayed: (scene) => `Played “${scene}” again`,
    asked: (text) => `Asked the company “${text}”`,
    ended: (scene) => `Came to the end at “${scene}”`,
    closed: (scene) => `Left the page at “${scene}”`,
  },
};

const TABLE: Readonly<Record<Language, RecordWords>> = { ja, en };

export const recordWordsIn = (language: Language): RecordWords => TABLE[language];
