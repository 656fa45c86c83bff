import type { Erased, RecordTally } from '../collector/index.js';

/** `1,234 reactions, 12 names, 60 deletion codes, 3 withdrawn` */
export function countWords({ reactions, names, codes, gone }: RecordTally): string {
  const number = (count: number) => count.toLocaleString('en');
  return `${number(reactions)} reactions, ${number(names)} names, ${number(codes)} deletion codes, ${number(gone)} notes of what was withdrawn`;
}

/** `2 viewings with 31 reactions and 1 name` */
export function erasedWords({ viewings, reactions, names }: Erased): string {
  const of = (count: number, word: string) => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
  return `${of(viewings, 'viewing')}, ${of(reactions, 'reaction')}, ${of(names, 'name')}`;
}
