import { FIRST_WORDS } from './first-words.js';
import { formatCount } from './format-count.js';
import type { Messages } from './messages.js';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const en: Messages = {
  ...FIRST_WORDS.en,
  close: 'Close',
  opensNewTab: 'opens in a new tab',

  noticeTitle: 'Before you watch',
  noticeLead:
    'Along the way, the video asks what you would like to know and what is on your mind. Please choose first whether your answers may be recorded.',
  noticeCollector: 'Recorded by',
  noticePurpose: 'What for',
  noticeRecorded: 'What is recorded',
  noticeRecordedWhat: 'The scenes you watch and for how long, the answers you pick, and what you write',
  noticeReaders: 'Who sees it',
  noticeRetention: 'Kept for',
  noticeContact: 'Contact',
  noticePolicy: 'Privacy policy',
  noticeChoices: 'Your choice about recording',
  noticeEqual:
    'Whichever you choose, the video is the same. Your choice has no effect on your offer, your placement or any evaluation. You can change your choice, or delete the record, at any time under “My record”.',
  retentionDays: (days) => `${formatCount(days)} ${plural(days, 'day', 'days')}, then deleted`,
  unrecorded: 'Watch without being recorded',
  unrecordedHint: 'Your answers are sent nowhere',
  unnamed: 'Record without my name',
  unnamedHint: 'Your name is not sent',
  named: 'Record with my name',
  namedHint: (name) => `Name: ${name}`,

  questionAnnounced: (prompt) => `Question: ${prompt}`,
  answer: 'Answer',
  decline: 'I’d rather not say',
  pickOne: 'Please pick one.',
  pickSome: 'Pick as many as you like.',
  pickAtMost: (count) => `Pick up to ${count}.`,
  writeSomething: 'A word or two will do. If you would rather not write anything, press “I’d rather not say”.',
  yourWords: 'Your words',
  charactersLeft: (count) => `${formatCount(count)} ${plural(count, 'character', 'characters')} left`,
  seen: 'Seen',
  givenBefore: 'Your last answer',

  controls: 'Video controls',
  play: 'Play',
  pause: 'Pause',
  position: 'Position',
  positionOf: (current, whole) => `${current} of ${whole}`,
  duration: (minutes, seconds) =>
    [
      ...(minutes > 0 ? [`${minutes} ${plural(minutes, 'minute', 'minutes')}`] : []),
      `${seconds} ${plural(seconds, 'second', 'seconds')}`,
    ].join(' '),
  mute: 'Mute',
  unmute: 'Unmute',
  volume: 'Volume',
  percent: (value) => `${value} percent`,
  speed: 'Speed',
  speedOf: (rate) => (rate === 1 ? 'Normal' : `${rate}×`),
  captions: 'Captions',
  captionsOff: 'Off',
  audio: 'Audio',
  fullscreen: 'Full screen',
  leaveFullscreen: 'Leave full screen',
  more: 'More controls',
  replay: 'Restart this scene',
  back: 'Previous scene',
  readText: 'Read as text',
  watchVideo: 'Watch the video',
  way: 'Your way so far',
  record: 'My record',
  ask: 'Ask the company',

  loading: 'Loading',
  stalled: 'Waiting for the connection',
  goOn: 'Continue',
  textMissing: 'This scene has no text version yet.',

  here: 'You are here',
  backTo: (title) => `Go back to “${title}”`,

  askField: 'Your question',
  askTopic: 'Topic (optional)',
  askNoTopic: 'None',
  askSend: 'Send',
  askEmpty: 'Please write your question.',
  askSent: 'Thank you. Your question is on its way.',
  askAnother: 'Ask another question',
  askNamed: 'It is sent together with your name.',
  askUnnamed: 'Your name is not sent. If you would like a personal reply, please contact your recruiter directly.',
  askUnrecorded:
    'You chose to watch without being recorded, so nothing is sent from here. Please put your question to your recruiter directly.',

  ended: 'Thank you for watching',
  watchAgain: 'Watch this scene again',
  startOver: 'Start from the beginning',

  failedTitle: 'The video could not be played',
  failedText: {
    network:
      'The connection seems to be interrupted. Your place is kept. Please try again, or carry on by reading the text.',
    'not-found':
      'The video is not where it should be. Your device and your connection are fine. Your place is kept, and you can carry on by reading the text.',
    unplayable:
      'This browser does not seem to play this video. Your place is kept, and you can carry on by reading the text.',
  },
  passClip: 'Skip this video',
};
