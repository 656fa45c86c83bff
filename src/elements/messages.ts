import type { ClipFailure } from '../domain/clip-failure.js';
import type { FirstWords } from './first-words.js';
import type { Language } from './language.js';
import { en } from './messages-en.js';
import { ja } from './messages-ja.js';

/** All that the player itself says. What an author or the page says is never in here. */
export interface Messages extends FirstWords {
  readonly close: string;
  readonly opensNewTab: string;

  readonly noticeTitle: string;
  readonly noticeLead: string;
  readonly noticeCollector: string;
  readonly noticePurpose: string;
  readonly noticeRecorded: string;
  readonly noticeRecordedWhat: string;
  readonly noticeReaders: string;
  readonly noticeRetention: string;
  readonly noticeContact: string;
  readonly noticePolicy: string;
  readonly noticeChoices: string;
  readonly noticeEqual: string;
  retentionDays(days: number): string;
  readonly unrecorded: string;
  readonly unrecordedHint: string;
  readonly unnamed: string;
  readonly unnamedHint: string;
  readonly named: string;
  namedHint(name: string): string;

  questionAnnounced(prompt: string): string;
  readonly answer: string;
  readonly decline: string;
  readonly pickOne: string;
  readonly pickSome: string;
  pickAtMost(count: number): string;
  readonly writeSomething: string;
  readonly yourWords: string;
  charactersLeft(count: number): string;
  readonly seen: string;
  readonly givenBefore: string;

  readonly controls: string;
  readonly play: string;
  readonly pause: string;
  readonly position: string;
  positionOf(current: string, whole: string): string;
  duration(minutes: number, seconds: number): string;
  readonly mute: string;
  readonly unmute: string;
  readonly volume: string;
  percent(value: number): string;
  readonly speed: string;
  speedOf(rate: number): string;
  readonly captions: string;
  readonly captionsOff: string;
  readonly audio: string;
  readonly fullscreen: string;
  readonly leaveFullscreen: string;
  readonly more: string;
  readonly replay: string;
  readonly back: string;
  readonly readText: string;
  readonly watchVideo: string;
  readonly way: string;
  readonly ask: string;
  readonly record: string;

  readonly loading: string;
  readonly stalled: string;
  readonly goOn: string;
  readonly textMissing: string;

  readonly here: string;
  backTo(title: string): string;

  readonly askField: string;
  readonly askTopic: string;
  readonly askNoTopic: string;
  readonly askSend: string;
  readonly askEmpty: string;
  readonly askSent: string;
  readonly askAnother: string;
  readonly askNamed: string;
  readonly askUnnamed: string;
  readonly askUnrecorded: string;

  readonly ended: string;
  readonly watchAgain: string;
  readonly startOver: string;

  readonly failedTitle: string;
  readonly failedText: Readonly<Record<ClipFailure, string>>;
  readonly passClip: string;
}

const TABLE: Readonly<Record<Language, Messages>> = { ja, en };

export function messagesIn(language: Language): Messages {
  return TABLE[language];
}
