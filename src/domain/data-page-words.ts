import type { DataLanguage } from './data-words.js';

interface PageWords {
  readonly title: string;
  readonly lead: readonly string[];
  readonly heads: readonly [string, string, string, string, string];
  readonly whereTitle: string;
  readonly where: string;
  readonly notice: Readonly<Record<'collector' | 'purpose' | 'readers' | 'retention' | 'contact' | 'policy', string>>;
  readonly days: (count: number) => string;
  readonly absentTitle: string;
  readonly absent: readonly string[];
  readonly other: string;
}

export const DATA_PAGE_WORDS: Readonly<Record<DataLanguage, PageWords>> = {
  ja: {
    title: '外部へ送信する情報について',
    lead: [
      'この動画は、「記録してよい」とお選びいただいた場合に限り、以下の情報を送信します。「記録せずに見る」を選んだ場合は、何も送信せず、端末にも何も残しません。動画の内容はどちらも同じです。',
      '記録はいつでもご確認・変更・取り消しができ、お断りになっても選考・配属・評価に影響しません。',
    ],
    heads: ['項目', '内容', '目的', '見る人', '保存期間'],
    whereTitle: '送信先と取り扱う会社',
    where:
      '送信先は、この動画を掲載している会社（またはその委託先）が運用する記録用サーバーだけです。広告・解析などの外部サービスへは送信しません。',
    notice: {
      collector: '記録する会社',
      purpose: '利用目的',
      readers: '見る人',
      retention: '保存期間',
      contact: 'お問い合わせ先',
      policy: 'プライバシーポリシー',
    },
    days: (count) => `${count}日`,
    absentTitle: '取得しないもの',
    absent: [
      'IPアドレス、端末やブラウザーの種類、画面の大きさ、位置情報（保存しません）',
      'Cookie、広告用の識別子、別の視聴や別のサイトと結び付く番号',
      '迷い・沈黙・視聴時間・表情・声からの推測、辞退の可能性などの点数',
    ],
    other: 'English',
  },
  en: {
    title: 'What is sent to whom',
    lead: [
      'This film sends what is listed below only after you chose to be recorded. If you watch without being recorded, nothing is sent and nothing stays in your browser. The film is the same.',
      'You can see, change and withdraw what was recorded at any time. Refusing it touches neither selection nor placement nor evaluation.',
    ],
    heads: ['Field', 'What it is', 'What for', 'Who sees it', 'How long'],
    whereTitle: 'Where it goes, and who answers for it',
    where:
      'It goes to the collector that the company showing this film runs, or has run on its behalf, and nowhere else: to no advertising or analytics service.',
    notice: {
      collector: 'Who collects',
      purpose: 'What for',
      readers: 'Who sees it',
      retention: 'How long',
      contact: 'Whom to ask',
      policy: 'Privacy policy',
    },
    days: (count) => `${count} days`,
    absentTitle: 'What is not collected',
    absent: [
      'Network address, device, browser, screen, location: none is stored',
      'Cookies, advertising ids, any number that joins one viewing to another or to another site',
      'Guesses from hesitation, silence, watching time, face or voice; any score of how likely somebody is to decline',
    ],
    other: '日本語',
  },
};
