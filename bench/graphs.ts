import type { Condition } from '../src/domain/condition.js';
import type { Graph } from '../src/domain/graph.js';
import type { Option } from '../src/domain/questions/question-base.js';
import type { Question } from '../src/domain/questions/question.js';
import type { Branch, Clip, Scene, SceneId } from '../src/domain/scene.js';

const TOPICS = ['relationships', 'job-content', 'career'] as const;
/** Scenes of one chapter: a hub, a clip per topic with one deeper clip, a rating, and a word of comfort. */
const CHAPTER = 9;

/**
 * Makes a graph of exactly so many scenes, always the same one: chapters, each with a hub of three topics, deeper
 * clips, a rating of worry and conditions on the whole viewing, and an ending after the last.
 */
export function makeGraph(scenes: number): Graph {
  const chapters = Math.floor((scenes - 1) / CHAPTER);
  const rest = scenes - 1 - chapters * CHAPTER;
  const entries = [
    ...Array.from({ length: rest }, (_, index) =>
      makePassage(index, index + 1 < rest ? passageId(index + 1) : firstOf(0, chapters)),
    ),
    ...Array.from({ length: chapters }, (_, chapter) => makeChapter(chapter, firstOf(chapter + 1, chapters))).flat(),
    ['end', makeEnding()] as const,
  ];
  return {
    format: 1,
    id: `bench-${scenes}`,
    version: '1',
    language: 'ja',
    title: `${scenes}シーンの会社紹介`,
    notice: {
      collector: '株式会社さんぷる製作所 人事課',
      purpose: '入社までに知りたいことにお答えするため',
      readers: '採用担当の二人',
      retentionDays: 180,
    },
    start: entries[0]?.[0] ?? 'end',
    scenes: Object.fromEntries(entries),
  };
}

type Entry = readonly [SceneId, Scene];

const passageId = (index: number): SceneId => `passage-${index}`;
const firstOf = (chapter: number, chapters: number): SceneId => (chapter < chapters ? `hub-${chapter}` : 'end');

function makePassage(index: number, to: SceneId): Entry {
  return [passageId(index), { ...makeBase(passageId(index)), branches: [{ to }] }];
}

function makeEnding(): Scene {
  return {
    ...makeBase('end'),
    ending: {
      message: 'お会いできる日を楽しみにしています。',
      links: [{ label: '人事に聞く', href: 'mailto:saiyo@example.co.jp' }],
    },
  };
}

function makeChapter(chapter: number, next: SceneId): readonly Entry[] {
  const hub = `hub-${chapter}`;
  const rating = `rating-${chapter}`;
  const comfort = `comfort-${chapter}`;
  return [
    [hub, { ...makeBase(hub), hub: true, question: makeHubQuestion(chapter), branches: makeHubBranches(chapter) }],
    ...TOPICS.flatMap((topic) => makeTopic(chapter, topic)),
    [rating, { ...makeBase(rating), question: makeRating(chapter), branches: makeRatingBranches(chapter, next) }],
    [comfort, { ...makeBase(comfort), topic: 'relationships', branches: [{ to: next }] }],
  ];
}

function makeTopic(chapter: number, topic: (typeof TOPICS)[number]): readonly Entry[] {
  const [first, deeper, hub] = [`${topic}-${chapter}`, `${topic}-${chapter}-deeper`, `hub-${chapter}`];
  const keen: Condition = {
    type: 'any',
    of: [
      { type: 'interest', topic, atLeast: 2 },
      {
        type: 'all',
        of: [{ type: 'attribute', name: 'jobType', equals: 'engineer' }, not({ type: 'visited', scene: deeper })],
      },
    ],
  };
  return [
    [first, { ...makeBase(first), topic, branches: [{ to: deeper, when: keen }, { to: hub }] }],
    [deeper, { ...makeBase(deeper), topic, branches: [{ to: hub }] }],
  ];
}

function makeHubQuestion(chapter: number): Question {
  const options = TOPICS.map((topic): Option => ({
    id: topic,
    label: `${topic}について`,
    signals: [{ kind: 'interest', topic }],
  }));
  return {
    type: 'single-choice',
    id: `about-${chapter}`,
    prompt: '知りたいことはどれですか。',
    options: [...options, { id: 'go-on', label: '次へ進む' }],
  };
}

function makeHubBranches(chapter: number): Branch[] {
  const question = `about-${chapter}`;
  return [
    ...TOPICS.map((topic): Branch => ({
      to: `${topic}-${chapter}`,
      when: { type: 'answer', question, option: topic },
    })),
    { to: `rating-${chapter}` },
  ];
}

function makeRating(chapter: number): Question {
  const steps = ['とても不安', '少し不安', 'どちらでもない', 'だいたい安心', '安心'].map((label, index): Option => ({
    id: `${index + 1}`,
    label,
    ...(index < 2 ? { signals: [{ kind: 'anxiety', topic: 'relationships', weight: 2 - index }] } : {}),
  }));
  return { type: 'rating', id: `worry-${chapter}`, prompt: '今のお気持ちは。', steps };
}

function makeRatingBranches(chapter: number, next: SceneId): Branch[] {
  const worried = ['1', '2'].map((option): Condition => ({ type: 'answer', question: `worry-${chapter}`, option }));
  return [
    {
      to: `comfort-${chapter}`,
      when: { type: 'any', of: [...worried, { type: 'anxiety', topic: 'relationships', atLeast: 3 }] },
    },
    { to: next },
  ];
}

function not(of: Condition): Condition {
  return { type: 'not', of };
}

function makeBase(id: SceneId): Pick<Scene, 'title' | 'clip' | 'text'> {
  return {
    title: `シーン ${id}`,
    clip: makeClip(id),
    text: `シーン ${id} の文章版です。映像で話していることをすべて書いています。`,
  };
}

function makeClip(id: SceneId): Clip {
  return {
    sources: [{ src: `clips/${id}.mp4` }, { src: `clips/${id}.webm` }],
    poster: `clips/${id}.jpg`,
    captions: [{ src: `clips/${id}.ja.vtt`, language: 'ja', label: '日本語' }],
    durationSeconds: 12,
  };
}
