/** Clips of neighbouring layers never look the same. */
export const LAYER_CLIPS = 8;

/** The number in the picture of the clip that a scene plays. */
export const clipNumber = (layer, answer) => (layer % 2) * LAYER_CLIPS + answer;

/** Address of a scene's clip. No two scenes share one, so nothing comes from a cache that was not made ready. */
export const clipPath = (layer, answer) => `/clips/${layer}-${answer}.mp4`;
export const posterPath = (layer, answer) => `/posters/${layer}-${answer}.jpg`;

/** What a clip's or poster's path means: the layer, and the number in its picture. */
export function readMediaPath(path) {
  const [, kind, layer, answer] = /^\/(clips|posters)\/(\d+)-(\d+)\.\w+$/.exec(path) ?? [];
  if (kind === undefined) return undefined;
  return { kind, layer: Number(layer), answer: Number(answer), number: clipNumber(Number(layer), Number(answer)) };
}

export const answerLabel = (answer) => `Answer ${answer}`;

/**
 * A graph in which each clip is followed by a question with so many answers, each of which leads to a clip of its own.
 * `media` tells of each clip's number how long and how large it is, which the guide asks of authors.
 */
export function makeHubGraph({ switches, answers, media }) {
  const plan = { switches, answers, media };
  const scenes = { 'clip-0-0': makeScene(0, 0, plan) };
  for (let layer = 1; layer <= switches; layer += 1) {
    for (let answer = 0; answer < answers; answer += 1) {
      scenes[`clip-${layer}-${answer}`] = makeScene(layer, answer, plan);
    }
  }
  return {
    format: 1,
    id: 'bench',
    version: '1',
    language: 'en',
    title: 'Bench',
    notice: { collector: 'Bench', purpose: 'Measuring.', readers: 'Nobody.', retentionDays: 1 },
    start: 'clip-0-0',
    scenes: { ...scenes, end: { title: 'End', text: 'The end.', ending: {} } },
  };
}

function makeScene(layer, answer, { switches, answers, media }) {
  const { clip, seconds } = media.get(clipNumber(layer, answer));
  const question = `question-${layer}-${answer}`;
  const leadsTo = (next) => (layer < switches ? `clip-${layer + 1}-${next}` : 'end');
  const options = Array.from({ length: answers }, (_, index) => ({ id: `${index}`, label: answerLabel(index) }));
  const branches = options.map(({ id }, index) => ({
    to: leadsTo(index),
    when: { type: 'answer', question, option: id },
  }));
  return {
    title: `Clip ${layer}-${answer}`,
    text: 'A clip of the bench.',
    clip: {
      sources: [{ src: clipPath(layer, answer), bytes: clip.length }],
      poster: posterPath(layer, answer),
      captions: [],
      durationSeconds: seconds,
    },
    question: { id: question, type: 'single-choice', prompt: 'Which way?', options },
    branches: layer < switches ? [...branches, { to: leadsTo(0) }] : [{ to: 'end' }],
  };
}
