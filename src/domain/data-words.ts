import type { DataGroup } from './data-fields.js';

export type DataLanguage = 'ja' | 'en';
/** The same in each language. */
export type Sentences = Readonly<Record<DataLanguage, string>>;

/** What something is recorded for. */
const PURPOSES = {
  answer: {
    ja: '知りたいこと・不安に感じていることを知り、ご案内や懇談の機会を整えるため。',
    en: 'To learn what viewers want to know and worry about, and to follow up.',
  },
  way: {
    ja: 'どの順に見られたかを知り、動画の内容と構成を改めるため。',
    en: 'To see which way was taken, and to improve the film.',
  },
  order: {
    ja: '順番どおりに、二重に数えずに記録するため。',
    en: 'To keep what was recorded in order, and to count nothing twice.',
  },
  agreement: {
    ja: '何に同意いただいたかを残すため。',
    en: 'To show what the viewer agreed to.',
  },
  person: {
    ja: 'お名前を添えた方に、担当者が直接お返事するため。',
    en: 'To answer in person those who put their name to it.',
  },
  deletion: {
    ja: 'ご本人の求めに応じて、記録を取り消し・削除するため。',
    en: 'To delete what was recorded when the viewer wishes so.',
  },
  line: { ja: '動画の先読みの無駄を減らすため。', en: 'To fetch less of clips that nobody watches.' },
  transport: { ja: '送る形式の版を見分けるため。', en: 'To tell versions of the format apart.' },
  ahead: {
    ja: '次に選ばれそうな動画を先に用意するため。',
    en: 'To make the likeliest clips ready.',
  },
  oversight: {
    ja: '誰がいつ記録を見たかを、後から確かめられるようにするため。',
    en: 'To be able to check later who read what.',
  },
} as const satisfies Record<string, Sentences>;

/** Who gets to see something. */
const READERS = {
  staff: {
    ja: '記録を扱う担当者。集計では、人数の少ない集団は伏せます。',
    en: 'The staff that the notice names. In reports, small groups are hidden.',
  },
  named: {
    ja: 'お名前を見る権限を持つ担当者だけ。',
    en: 'Only staff who are allowed to see names.',
  },
  nobody: { ja: '人は見ません。プログラムが使います。', en: 'Nobody: programs use it.' },
  self: { ja: 'この端末を使う方だけ。', en: 'Only who uses this browser.' },
  admin: { ja: '管理者だけ。', en: 'Only the administrator.' },
} as const satisfies Record<string, Sentences>;

/** How long something stays. */
const LIVES = {
  kept: {
    ja: 'お知らせに記した日数。ご本人が取り消せば、その時点で削除。',
    en: 'The days that the notice names, or until the viewer withdraws it.',
  },
  passing: { ja: '保存しません。', en: 'Not stored.' },
  hashed: {
    ja: '元に戻せない形（SHA-256）でだけ、記録と同じ期間。',
    en: 'Only as a hash (SHA-256), as long as the record.',
  },
  gone: {
    ja: '期限なし。乱数の番号だけで、内容は残りません。',
    en: 'Without end: a number made by chance alone, and nothing that it stood for.',
  },
  browser: {
    ja: 'この端末のブラウザーの中に、取り消すか、ブラウザーのデータを消すまで。',
    en: "In this browser, until it is withdrawn or the browser's data is cleared.",
  },
  waiting: {
    ja: '記録先に届くまで、この端末の中に。',
    en: 'In this browser, until it was carried out.',
  },
  audited: {
    ja: '運用する会社が決めた日数（標準は365日）。',
    en: 'As many days as the operator has set (365 unless changed).',
  },
} as const satisfies Record<string, Sentences>;

/** What is said of a field beside its name. */
export interface DataWords {
  /** In viewers' words. */
  readonly what: Sentences;
  readonly purpose: Sentences;
  readonly readers: Sentences;
  readonly life: Sentences;
}

const words = (
  ja: string,
  en: string,
  purpose: keyof typeof PURPOSES,
  readers: keyof typeof READERS,
  life: keyof typeof LIVES,
): DataWords => ({ what: { ja, en }, purpose: PURPOSES[purpose], readers: READERS[readers], life: LIVES[life] });

/** Every field that is sent. A test holds it against the schemas: one too many or too few fails. */
export const FIELD_WORDS: Readonly<Record<DataGroup, Readonly<Record<string, DataWords>>>> = {
  reaction: {
    type: words(
      '何をしたか（開始、回答、移動など）',
      'What was done: a scene begun, an answer, a move',
      'way',
      'staff',
      'kept',
    ),
    id: words('この記録一件の番号（乱数）', 'A number of this one entry, made by chance', 'order', 'nobody', 'kept'),
    viewing: words(
      '視聴一回の番号（視聴のたびに乱数で作り、別の視聴とは結び付きません）',
      'A number of this one viewing, made by chance each time, shared with no other viewing',
      'order',
      'staff',
      'kept',
    ),
    sequence: words('視聴の中での順番', 'The order within the viewing', 'order', 'staff', 'kept'),
    graph: words('どの動画か', 'Which film', 'way', 'staff', 'kept'),
    graphVersion: words('動画の版', "The film's version", 'way', 'staff', 'kept'),
    at: words('日時（秒まで）', 'The time, to the second', 'way', 'staff', 'kept'),
    choice: words(
      '名前を添えるかどうかの選択',
      'Whether the viewer agreed with or without a name',
      'agreement',
      'staff',
      'kept',
    ),
    noticeVersion: words(
      '同意いただいたお知らせの版',
      'The version of the notice that was agreed to',
      'agreement',
      'staff',
      'kept',
    ),
    scene: words('どの場面か', 'Which scene', 'way', 'staff', 'kept'),
    from: words('ひとつ前の場面', 'The scene before', 'way', 'staff', 'kept'),
    to: words('次の場面', 'The scene after', 'way', 'staff', 'kept'),
    watchedSeconds: words(
      '場面が実際に再生された秒数（気持ちを推し測ることには使いません）',
      'Seconds of the clip that were played; nothing is read into them about a person',
      'way',
      'staff',
      'kept',
    ),
    question: words('どの質問か', 'Which question', 'answer', 'staff', 'kept'),
    options: words('選んだ答え', 'What was picked', 'answer', 'staff', 'kept'),
    text: words('ご自身で書いた文章', "The viewer's own words", 'answer', 'staff', 'kept'),
    signals: words(
      '答えが示す関心・不安（選択肢にあらかじめ付けた印）',
      'The interest or worry that the author marked the answer with',
      'answer',
      'staff',
      'kept',
    ),
    'signals.kind': words('関心か、不安か', 'Interest, or worry', 'answer', 'staff', 'kept'),
    'signals.topic': words('何についてか', 'What about', 'answer', 'staff', 'kept'),
    'signals.weight': words('印の重み（1〜5）', "The mark's weight, 1 to 5", 'answer', 'staff', 'kept'),
    optionsBefore: words('変更する前の答え', 'What was picked before it was changed', 'answer', 'staff', 'kept'),
    topic: words(
      '会社への質問に付けた話題',
      'The topic that a question to the company was put under',
      'answer',
      'staff',
      'kept',
    ),
    unusedBytes: words(
      '先読みして使わなかった量（バイト）',
      'Bytes of clips that were fetched and not shown',
      'line',
      'nobody',
      'kept',
    ),
  },
  name: {
    viewing: words('名前を添えた視聴の番号', 'The number of the viewing that was named', 'person', 'named', 'kept'),
    name: words(
      'お名前（「名前を添えて記録」を選んだ場合だけ）',
      'The name, only after the viewer chose so',
      'person',
      'named',
      'kept',
    ),
    reference: words(
      '会社の整理番号（ページが渡した場合だけ）',
      "The company's own number, if the page passed one in",
      'person',
      'named',
      'kept',
    ),
  },
  code: {
    viewing: words(
      '削除コードが対応する視聴の番号',
      'The number of the viewing that the code opens',
      'deletion',
      'nobody',
      'kept',
    ),
    code: words('削除コード（乱数）', 'The deletion code, made by chance', 'deletion', 'nobody', 'hashed'),
  },
  withdrawal: {
    id: words('取り消しの番号（乱数）', 'A number of the withdrawal, made by chance', 'deletion', 'nobody', 'passing'),
    viewing: words('取り消す視聴の番号', 'The number of the viewing', 'deletion', 'nobody', 'gone'),
    code: words('削除コード', 'The deletion code', 'deletion', 'nobody', 'passing'),
    of: words(
      '何を取り消すか（すべて・名前・選んだ記録）',
      'What is withdrawn: everything, the name, or single entries',
      'deletion',
      'nobody',
      'passing',
    ),
    reactions: words('取り消す記録の番号', 'The numbers of these entries', 'deletion', 'nobody', 'gone'),
  },
  request: {
    format: words('送る形式の版', 'The version of the format', 'transport', 'nobody', 'passing'),
  },
};

/** What else is sent, and is no field of a schema. */
export const OTHER_REQUESTS: Readonly<Record<string, DataWords>> = {
  'ways?graph': words(
    'どの動画か（先に用意する動画を決める問い合わせ。記録に同意した後だけ）',
    'Which film: the question which ways are taken most, only after the viewer agreed to be recorded',
    'ahead',
    'nobody',
    'passing',
  ),
  '?key': words(
    'ページの識別キー（全員同じ）',
    "The site's key, the same for everybody",
    'transport',
    'nobody',
    'passing',
  ),
};

/** What stays in the browser, by the name of its store in IndexedDB `followup-player`. */
export const BROWSER_WORDS: Readonly<Record<string, DataWords>> = {
  reactions: words('上の記録の控え', 'A copy of the entries above', 'order', 'self', 'browser'),
  identities: words(
    'お名前の控え（名前を添えた場合だけ）',
    'The name, if the viewer chose so',
    'person',
    'self',
    'browser',
  ),
  places: words('どこまで見たか', 'Where the viewing stands, to go on there', 'way', 'self', 'browser'),
  viewings: words(
    '視聴の番号、順番、削除コード',
    'Numbers of viewings, and their deletion codes',
    'deletion',
    'self',
    'browser',
  ),
  numbers: words(
    '順番の番号をどこまで使ったか',
    'How far the numbers of the order are used up',
    'order',
    'self',
    'browser',
  ),
  withdrawals: words('取り消しの控え', 'Withdrawals that wait to be carried out', 'deletion', 'self', 'waiting'),
};

/** What the collector adds of its own. */
export const COLLECTOR_WORDS: Readonly<Record<string, DataWords>> = {
  received: words('届いた日時（秒まで）', 'The second at which it came in', 'deletion', 'nobody', 'kept'),
  arrival: words('届いた順の番号', 'The order in which it came in', 'order', 'nobody', 'kept'),
  site: words('どのページからか（ページの名前）', 'Which site it came from, by its name', 'way', 'staff', 'kept'),
  gone: words(
    '取り消された番号（乱数）',
    'Numbers of what was withdrawn, made by chance',
    'deletion',
    'nobody',
    'gone',
  ),
  audit: words(
    '担当者がいつ何を見たか（見た内容は残りません）',
    'Which reader read or exported what, and when; not what it said',
    'oversight',
    'admin',
    'audited',
  ),
};

export const GROUP_WORDS: Readonly<Record<DataGroup, Sentences>> = {
  reaction: { ja: '視聴中の操作と回答', en: 'What is done and answered while viewing' },
  name: {
    ja: 'お名前（名前を添えた方だけ。回答とは別に送り、別に保存します）',
    en: 'The name, only where chosen; sent and stored apart from answers',
  },
  code: { ja: '削除コード', en: 'The deletion code' },
  withdrawal: { ja: '取り消しの求め', en: 'A wish to withdraw' },
  request: { ja: '通信そのもの', en: 'The request itself' },
};
