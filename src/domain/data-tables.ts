import { DATA_GROUPS, listDataFields } from './data-fields.js';
import {
  BROWSER_WORDS,
  COLLECTOR_WORDS,
  FIELD_WORDS,
  GROUP_WORDS,
  OTHER_REQUESTS,
  type DataLanguage,
  type DataWords,
} from './data-words.js';

/** One line: a field, and what is said of it. */
export interface DataRow {
  readonly field: string;
  readonly what: string;
  readonly purpose: string;
  readonly readers: string;
  readonly life: string;
}

export interface DataTable {
  readonly title: string;
  readonly rows: readonly DataRow[];
}

const TITLES = {
  other: { ja: 'そのほかの問い合わせ', en: 'Other requests' },
  browser: {
    ja: 'この端末のブラウザーに残るもの（IndexedDB「followup-player」）',
    en: 'What stays in the browser (IndexedDB “followup-player”)',
  },
  collector: { ja: '届いた側で加わるもの', en: 'What the collector adds' },
};

/** All that is sent or stored, in that language. */
export function makeDataTables(language: DataLanguage): readonly DataTable[] {
  const fields = listDataFields();
  const sent = DATA_GROUPS.map((group) => ({
    title: GROUP_WORDS[group][language],
    rows: fields
      .filter((field) => field.group === group)
      .flatMap(({ name }) => {
        const known = FIELD_WORDS[group][name];
        return known ? [rowOf(name, known, language)] : [];
      }),
  }));
  return [
    ...sent,
    tableOf(TITLES.other[language], OTHER_REQUESTS, language),
    tableOf(TITLES.browser[language], BROWSER_WORDS, language),
    tableOf(TITLES.collector[language], COLLECTOR_WORDS, language),
  ];
}

function tableOf(title: string, list: Readonly<Record<string, DataWords>>, language: DataLanguage): DataTable {
  return { title, rows: Object.entries(list).map(([field, known]) => rowOf(field, known, language)) };
}

function rowOf(field: string, { what, purpose, readers, life }: DataWords, language: DataLanguage): DataRow {
  return {
    field,
    what: what[language],
    purpose: purpose[language],
    readers: readers[language],
    life: life[language],
  };
}
