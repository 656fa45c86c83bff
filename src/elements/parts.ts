const QUESTION = 'question, prompt, help, option, field, answer-button, decline-button';

/** Parts of the inner elements that a page may style through the player. */
export const PARTS = {
  question: QUESTION,
  notice: 'notice, terms, choice',
  controls: 'controls, title, seek, play-button, control-button',
  settings: 'control-button, volume, menu',
  journey: 'control-button',
  text: 'text-version, go-on-button',
  way: 'way, close-button',
  ask: 'ask, field, send-button, close-button',
  record: 'record, field, close-button',
  ending: 'ending, message, link, again-button',
  failure: 'failure, retry-button, read-button',
} as const;

/** All of them, and the stage's own, each once. */
export const ALL_PARTS = [
  ...new Set(['player', 'video', 'panel', ...Object.values(PARTS).flatMap((list) => list.split(', '))]),
].join(', ');
