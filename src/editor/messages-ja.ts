import type { EditorMessages } from './messages.js';

const moment = new Intl.DateTimeFormat('ja', { dateStyle: 'medium', timeStyle: 'short' });
const count = new Intl.NumberFormat('ja');

export const ja: EditorMessages = {
  code: '分岐グラフ（JSON）',
  toolbar: '編集',
  format: '整形',
  undo: '元に戻す',
  redo: 'やり直す',
  keys: 'Ctrl + Space（Mac は Control + Space）で入力候補を表示します。Tab キーでエディターの外へ移動できます。',

  problems: '確認が必要な箇所',
  noProblems: '問題は見つかりませんでした。このまま再生できます。',
  counted: (errors, warnings) =>
    [errors ? `エラー ${count.format(errors)} 件` : '', warnings ? `注意 ${count.format(warnings)} 件` : '']
      .filter(Boolean)
      .join('、'),
  error: 'エラー',
  warning: '注意',
  place: (line, column) => `${line} 行 ${column} 文字目`,
  more: (number) => `ほか ${count.format(number)} 件。まずは上の箇所から直してください。`,

  drafts: '保存していない下書き',
  draftsLead: '以前に編集した内容が、このブラウザーに残っています。',
  draftOf: (when, characters) => `${moment.format(when)}（${count.format(characters)} 文字）`,
  restore: '復元する',
  discard: '破棄する',
  draftKept: '下書きをこのブラウザーに保存しました。',
  draftRefused: 'このブラウザーでは下書きを保存できません。ページを離れる前にファイルへ保存してください。',

  workbench: '分岐グラフの作成',
  examples: 'サンプル',
  pickExample: 'サンプルから始める…',
  openFile: 'ファイルを開く…',
  saveFile: 'ファイルに保存',
  copy: 'コピー',
  copied: 'コピーしました。',
  copyRefused: 'ブラウザーがコピーを許可しませんでした。テキストを選択し、キーボードでコピーしてください。',
  fileUnreadable: 'このファイルは読み込めませんでした。20 MB 以下の JSON ファイルを選んでください。',
  preview: '視聴者に見える画面',
  lastGood: '編集中の内容にはエラーがあります。直るまでは、直前の正しい内容で再生を続けます。',
  nothingToPlay: 'エラーがなくなると、ここにプレーヤーが表示されます。',

  phrases: {
    Completions: '入力候補',
    Diagnostics: '確認が必要な箇所',
    'No diagnostics': '問題はありません',
    'Fold line': '行を折りたたむ',
    'Unfold line': '行を展開する',
    'Folded lines': '折りたたんだ行',
    'Unfolded lines': '展開した行',
    'folded code': '折りたたまれた箇所',
    unfold: '展開する',
    to: '〜',
    'Control character': '制御文字',
    'Selection deleted': '選択範囲を削除しました',
    close: '閉じる',
  },
};
