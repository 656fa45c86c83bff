import type { ReportMessages } from './report-messages.js';

export const ja: ReportMessages = {
  title: '反応レポート',
  lead: '内定者のみなさんが動画の中で「知りたい」と選んだこと、「不安」と答えたことをまとめています。',
  otherLanguage: 'English',
  print: '印刷',
  refresh: '最新の情報に更新',
  signOut: 'レポートを閉じる',
  footer:
    'このレポートは、一人ひとりへの支援に役立てるためのものです。内定・配属・評価の判断や、辞退の予測には使用しないでください。',

  signInTitle: '閲覧用トークンの入力',
  signInLead: 'このレポートは採用担当の方向けです。サーバーの管理者から受け取ったトークンを入力してください。',
  token: '閲覧用トークン',
  tokenHelp: 'パスワードと同じように、人に知られないよう管理してください。',
  showToken: '表示する',
  hideToken: '隠す',
  sessionHelp:
    '共用のパソコンでは、見終わったら「レポートを閉じる」を押してください。しばらく操作がないと、もう一度入力が必要になることがあります。',
  open: 'レポートを開く',
  opening: '確認しています…',

  loading: '読み込んでいます…',
  updated: 'レポートを更新しました。',
  retry: 'もう一度試す',
  stale: '以下は、前回読み込んだ内容です。',
  fault: {
    missing: '閲覧用トークンを入力してください。',
    wrong: 'このトークンでは開けませんでした。前後に余分な文字が入っていないか、ご確認ください。',
    tooMany:
      '誤ったトークンの入力が続いたため、一時的に受け付けを止めています。1分ほど待ってから、もう一度お試しください。',
    ended:
      '時間が経ったため、レポートを閉じました。もう一度トークンを入力してください。開けない場合は、新しいトークンの発行を管理者にご依頼ください。',
    off: 'このサーバーでは、レポートの閲覧が設定されていません。管理者に閲覧用トークンの設定をご依頼ください。',
    role: 'このトークンでは、ご利用いただけません。必要な場合は、管理者にご相談ください。',
    stillOpen:
      'サーバーに接続できず、閲覧を終了できたか確認できませんでした。共用のパソコンでは、ブラウザーをすべて閉じてください。',
    unreachable:
      'サーバーに接続できませんでした。ネットワークを確認のうえ、もう一度お試しください。すでに届いた反応は、サーバーに保存されています。',
    failed: 'レポートを読み込めませんでした。しばらくしてから、もう一度お試しください。',
  },
  forOperator: (sentence) => `管理者の方へ：${sentence}`,

  filters: '表示する範囲',
  graph: '動画',
  period: '期間',
  periods: { week: '今週', month: '30日間', all: '全期間', between: '日付を指定' },
  from: '開始日',
  to: '終了日',
  backwards: '終了日には、開始日以降の日付を指定してください。',
  topic: 'トピック',
  allTopics: 'すべて',
  span: (from, to) => (from || to ? `${from ?? ''}〜${to ?? '現在'}` : '全期間'),

  figures: '視聴の状況',
  viewings: '視聴',
  viewingsHelp: '記録に同意した視聴の数',
  finished: '最後まで進んだ視聴',
  waiting: '会社への質問',
  count: (number) => `${number}件`,
  outOf: (whole) => `／${whole}件`,
  missingViewings: (missing) => `あと${missing}人分の視聴で表示されます`,
  missingAnswers: (missing) => `あと${missing}人分の回答で表示されます`,
  whyHidden: (group, distribution) =>
    `人数が少ないと、誰の回答かわかってしまうことがあります。そのため、トピックなどの数字は${group}人分、質問ごとの内訳は${distribution}人分が集まるまで表示しません。その後も数人分ずつまとめて更新するため、視聴の数と一致しないことがあります。`,

  topics: 'トピック別の関心と不安',
  topicsLead:
    '「知りたい」と選んだ視聴（関心）と、「不安」と答えた視聴（不安）の数です。本人の回答だけを数えており、視聴時間や操作から推測したものは含みません。',
  interest: '関心',
  anxiety: '不安',
  suggestions: '会社からできることの例',
  suggestionsLead:
    '「会社からできることの例」は、トピックごとの一般的な選択肢です。数字によって変わるものではありません。',

  questions: '質問ごとの回答',
  questionsLead: '回答が変更された場合は、最後の回答を数えています。',
  noQuestions: 'この範囲には、質問への回答がまだありません。',
  several: '複数回答',
  answeredBy: (number) => `回答${number}件`,
  option: '選択肢',
  answers: '回答数',
  declined: '答えたくない',
  words: (number) => `自由記述を読む（${number}件）`,

  asked: 'お返事を待っている質問',
  askedLead:
    '視聴した方から会社への質問です。新しい順に並んでいます。名前は、本人が名前を伝えることを選んだ場合だけ表示されます。',
  noneAsked: 'この範囲には、会社への質問がまだ届いていません。',
  unnamed: '名前なし',
  showMore: (number) => `残りの${number}件を表示`,
  moreInFile: (number) => `このほかに${number}件あります。すべてCSVでご覧になれます。`,

  emptyTitle: 'まだ反応が届いていません',
  emptyLead: '記録に同意した方が動画を視聴すると、ここに反応が表示されます。',
  emptySteps: [
    '動画のページを、内定者の方にご案内ください。',
    'ご自身で一度視聴し、「名前を出さずに記録する」を選ぶと、反応が届くことを確認できます。',
    '視聴しても表示されない場合は、動画のページの送信先（collector）の設定を管理者にご確認ください。',
  ],
  emptyPeriodTitle: 'この範囲には反応がありません',
  emptyPeriod: '期間を広げると、以前の反応が表示されることがあります。',
  showAll: '全期間を表示',

  downloads: 'データのダウンロード',
  downloadsLead: '表示中の動画・期間・トピックの反応を、1件ずつファイルに書き出します。',
  moreFormats: 'ほかのシステムで使う',
  formats: {
    xlsx: { label: 'Excel（.xlsx）', help: '並べ替え・絞り込みに便利です' },
    csv: { label: 'CSV', help: '表計算ソフトで開けます' },
    jsonl: { label: 'JSON Lines', help: 'プログラムでの処理用' },
    parquet: { label: 'Parquet', help: '大量データの分析用' },
    xapi: { label: 'xAPI', help: '学習記録システム（LRS）用' },
  },
  downloading: (format) => `${format}ファイルを準備しています…`,
  downloaded: (file) => `「${file}」を保存しました。個人の回答が含まれますので、取り扱いにご注意ください。`,
  downloadFailed: (reason) => `ダウンロードできませんでした。${reason}`,
};
