/** The names that statements are made of. Where a well-known vocabulary has the word, its address is taken. */

const ADL = 'http://adlnet.gov/expapi';
const VIDEO = 'https://w3id.org/xapi/video';

export type LanguageMap = Readonly<Record<string, string>>;

export interface Verb {
  readonly id: string;
  readonly display: LanguageMap;
}

/** A name of our own, where no vocabulary has one. */
const ownName = (name: string) => `urn:followup-player:xapi:${name}`;

const verb = (id: string, en: string, ja: string): Verb => ({ id, display: { en, ja } });

export const VERBS = {
  agreed: verb('http://activitystrea.ms/schema/1.0/agree', 'agreed to', '同意した'),
  initialized: verb(`${ADL}/verbs/initialized`, 'initialized', '開始した'),
  played: verb(`${VIDEO}/verbs/played`, 'played', '再生した'),
  exited: verb(`${ADL}/verbs/exited`, 'exited', '離れた'),
  viewed: verb('http://id.tincanapi.com/verb/viewed', 'viewed', '表示した'),
  answered: verb(`${ADL}/verbs/answered`, 'answered', '回答した'),
  skipped: verb('http://id.tincanapi.com/verb/skipped', 'skipped', '回答しなかった'),
  asked: verb(`${ADL}/verbs/asked`, 'asked', '質問した'),
  completed: verb(`${ADL}/verbs/completed`, 'completed', '最後まで見た'),
  wentBack: verb(ownName('verbs/went-back'), 'went back from', '前に戻った'),
} as const;

export const ACTIVITY_TYPES = {
  graph: `${ADL}/activities/media`,
  video: `${VIDEO}/activity-type/video`,
  interaction: `${ADL}/activities/cmi.interaction`,
  question: `${ADL}/activities/question`,
} as const;

export const EXTENSIONS = {
  fromScene: ownName('from-scene'),
  toScene: ownName('to-scene'),
  sequence: ownName('sequence'),
  signals: ownName('signals'),
  options: ownName('options'),
  optionsBefore: ownName('options-before'),
  topic: ownName('topic'),
  choice: ownName('recording-choice'),
  reference: ownName('company-reference'),
  videoTime: `${VIDEO}/extensions/time`,
  videoLength: `${VIDEO}/extensions/length`,
  videoSession: `${VIDEO}/extensions/session-id`,
} as const;

/** Marks a statement as one that keeps to the video profile. */
export const VIDEO_PROFILE = VIDEO;
