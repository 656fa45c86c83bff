import { FIRST_WORDS } from './first-words.js';
import { formatCount } from './format-count.js';
import type { Messages } from './messages.js';

export const ja: Messages = {
  ...FIRST_WORDS.ja,
  close: '閉じる',
  opensNewTab: '新しいタブで開きます',

  noticeTitle: 'ご覧になる前に',
  noticeLead: '動画の途中で、知りたいことや気になることをお聞きします。その答えを記録してよいか、先にお選びください。',
  noticeCollector: '記録する会社',
  noticePurpose: '目的',
  noticeRecorded: '記録する内容',
  noticeRecordedWhat: 'ご覧になった場面と時間、選んだ答え、お書きになった文章',
  noticeReaders: '見る人',
  noticeRetention: '保存期間',
  noticeContact: 'お問い合わせ',
  noticePolicy: 'プライバシーポリシー',
  noticeChoices: '記録についての選択',
  noticeEqual:
    'どれを選んでも、動画の内容は同じです。内定や配属、評価に影響することはありません。記録は、ご視聴中いつでも「記録の確認・変更」から変更・削除できます。',
  retentionDays: (days) => `${formatCount(days)}日間（過ぎると削除されます）`,
  unrecorded: '記録せずに見る',
  unrecordedHint: '答えはどこにも送られません',
  unnamed: '名前を出さずに記録する',
  unnamedHint: 'お名前は送られません',
  named: '名前を伝えて記録する',
  namedHint: (name) => `お名前：${name}`,

  questionAnnounced: (prompt) => `質問です。${prompt}`,
  answer: '回答する',
  decline: '答えたくない',
  pickOne: 'ひとつお選びください。',
  pickSome: 'いくつでもお選びいただけます。',
  pickAtMost: (count) => `${count}つまでお選びいただけます。`,
  writeSomething: 'ひとことでもかまいません。お書きになりたくないときは「答えたくない」を押してください。',
  yourWords: 'ご記入欄',
  charactersLeft: (count) => `あと${formatCount(count)}文字`,
  seen: '視聴済み',
  givenBefore: '前回の回答',

  controls: '動画の操作',
  play: '再生',
  pause: '一時停止',
  position: '再生位置',
  positionOf: (current, whole) => `${whole}のうち${current}`,
  duration: (minutes, seconds) => (minutes > 0 ? `${minutes}分${seconds}秒` : `${seconds}秒`),
  mute: '音を消す',
  unmute: '音を出す',
  volume: '音量',
  percent: (value) => `${value}パーセント`,
  speed: '再生速度',
  speedOf: (rate) => (rate === 1 ? '標準' : `${rate}倍`),
  captions: '字幕',
  captionsOff: '字幕なし',
  audio: '音声',
  fullscreen: '全画面で表示',
  leaveFullscreen: '全画面を終了',
  more: 'その他の操作',
  replay: 'この場面を最初から',
  back: '前の場面に戻る',
  readText: 'テキストで読む',
  watchVideo: '動画で見る',
  way: 'ここまでの流れ',
  ask: '会社に質問する',
  record: '記録の確認・変更',

  loading: '読み込んでいます',
  stalled: '通信の回復を待っています',
  goOn: '次へ進む',
  textMissing: 'この場面には、テキスト版がまだありません。',

  here: '現在の場面',
  backTo: (title) => `「${title}」に戻る`,

  askField: 'ご質問',
  askTopic: 'テーマ（任意）',
  askNoTopic: '選ばない',
  askSend: '送信する',
  askEmpty: 'ご質問をご記入ください。',
  askSent: 'ご質問をお預かりしました。ありがとうございます。',
  askAnother: '続けて質問する',
  askNamed: 'お名前と一緒に送信されます。',
  askUnnamed: 'お名前は送信されません。個別のお返事をご希望のときは、採用担当へ直接ご連絡ください。',
  askUnrecorded:
    '「記録せずに見る」をお選びいただいているため、ここからは何も送信されません。ご質問は、採用担当へ直接お寄せください。',

  ended: 'ご視聴ありがとうございました',
  watchAgain: 'この場面をもう一度見る',
  startOver: '最初から見る',

  failedTitle: '動画を再生できませんでした',
  failedText: {
    network:
      '通信が途切れたようです。ここまでの流れは残っています。もう一度お試しいただくか、テキストで続きをお読みください。',
    'not-found':
      '動画が見つかりませんでした。お使いの端末や通信の問題ではありません。ここまでの流れは残っていますので、テキストで続きをお読みいただけます。',
    unplayable:
      'お使いのブラウザーでは、この動画を再生できないようです。ここまでの流れは残っていますので、テキストで続きをお読みいただけます。',
  },
  passClip: '動画を見ずに進む',
};
