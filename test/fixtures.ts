import type { Graph, Notice } from '../src/domain/graph.js';
import type { FreeTextQuestion } from '../src/domain/questions/free-text.js';
import type { MultipleChoiceQuestion } from '../src/domain/questions/multiple-choice.js';
import type { Option } from '../src/domain/questions/question-base.js';
import type { RatingQuestion } from '../src/domain/questions/rating.js';
import type { SingleChoiceQuestion } from '../src/domain/questions/single-choice.js';
import type { Branch, Clip, Scene, SceneId } from '../src/domain/scene.js';

/** What a test cares about in a graph. Everything else is filled in. */
export interface GraphWish extends Partial<Omit<Graph, 'scenes'>> {
  /**
   * The scenes, and where each leads. An empty list makes an ending. Several plain ids make a single choice with one
   * option per target; its last branch is always open. Targets are not made into scenes by being named.
   */
  readonly branches?: Readonly<Record<SceneId, readonly (SceneId | Branch)[]>>;
  /** Laid over what was filled in; makes the scene if `branches` does not name it. */
  readonly scenes?: Readonly<Record<SceneId, Partial<Scene>>>;
}

/**
 * A graph for a test.
 *
 * @example aGraph() // welcome → end
 * @example aGraph({ branches: { hub: ['team', 'end'], team: ['hub'], end: [] }, scenes: { hub: { hub: true } } })
 */
export function aGraph({ branches, scenes, ...wish }: GraphWish = {}): Graph {
  const ways = branches ?? (scenes ? {} : { welcome: ['end'], end: [] });
  const ids = [...new Set([...Object.keys(ways), ...Object.keys(scenes ?? {})])];
  return {
    format: 1,
    id: 'graph',
    version: '1',
    language: 'en',
    title: 'A look at the company',
    notice: aNotice(),
    start: ids[0] ?? 'welcome',
    scenes: Object.fromEntries(ids.map((id) => [id, aScene(id, ways[id], scenes?.[id])])),
    ...wish,
  };
}

/** A Japanese graph whose hub leads to a team and out of it. More scenes are laid over; `wayOut` is the label of the last option. */
export function aHubGraph({
  branches,
  scenes,
  wayOut = 'もう十分',
  ...wish
}: GraphWish & { wayOut?: string } = {}): Graph {
  const options = [
    { id: 'team', label: '先輩のこと' },
    { id: 'end', label: wayOut },
  ];
  return aGraph({
    language: 'ja',
    title: '会社紹介',
    branches: { hub: ['team', 'end'], team: ['hub'], ...branches, end: [] },
    scenes: {
      hub: {
        title: '何から見ますか',
        question: aSingleChoice({ id: 'about-hub', prompt: '知りたいことは？', options }),
      },
      team: { title: '先輩の話' },
      ...scenes,
    },
    ...wish,
  });
}

export function aNotice(wish: Partial<Notice> = {}): Notice {
  return {
    collector: 'Example Works, recruiting',
    purpose: 'To answer what you want to know before your first day.',
    readers: 'The two recruiters. By name only if you choose so.',
    retentionDays: 180,
    ...wish,
  };
}

function aScene(id: SceneId, ways: readonly (SceneId | Branch)[] | undefined, wish: Partial<Scene> = {}): Scene {
  const way = ways && (ways.length ? aWayOut(id, ways) : { ending: { message: 'See you soon.' } });
  return { title: `Title of ${id}`, clip: aClip({}, id), text: `Text of ${id}.`, ...way, ...wish };
}

function aWayOut(id: SceneId, ways: readonly (SceneId | Branch)[]): Partial<Scene> {
  const plain = ways.filter((way) => typeof way === 'string');
  const asks = plain.length > 1 && plain.length === ways.length;
  const question = `about-${id}`;
  const branches = ways.map((way, index): Branch => {
    if (typeof way !== 'string') return way;
    const open = !asks || index === ways.length - 1;
    return open ? { to: way } : { to: way, when: { type: 'answer', question, option: way } };
  });
  return asks ? { question: aSingleChoice({ id: question }, plain), branches } : { branches };
}

/** A clip of ten seconds with captions; `name` names its files. */
export function aClip(wish: Partial<Clip> = {}, name = 'clip'): Clip {
  return {
    sources: [{ src: `clips/${name}.mp4`, type: 'video/mp4' }],
    poster: `clips/${name}.jpg`,
    captions: [{ src: `clips/${name}.vtt`, language: 'en', label: 'English' }],
    durationSeconds: 10,
    ...wish,
  };
}

/** Options that are labelled with their ids. */
export function someOptions(ids: readonly string[]): Option[] {
  return ids.map((id) => ({ id, label: id }));
}

export function aSingleChoice(
  wish: Partial<SingleChoiceQuestion> = {},
  options: readonly string[] = ['yes', 'no'],
): SingleChoiceQuestion {
  return {
    type: 'single-choice',
    id: 'choice',
    prompt: 'What would you like to see?',
    options: someOptions(options),
    ...wish,
  };
}

export function aMultipleChoice(
  wish: Partial<MultipleChoiceQuestion> = {},
  options: readonly string[] = ['people', 'work', 'pay'],
): MultipleChoiceQuestion {
  return {
    type: 'multiple-choice',
    id: 'choices',
    prompt: 'Which of these matter to you?',
    options: someOptions(options),
    ...wish,
  };
}

export function aRating(
  wish: Partial<RatingQuestion> = {},
  steps: readonly string[] = ['1', '2', '3', '4', '5'],
): RatingQuestion {
  return { type: 'rating', id: 'rating', prompt: 'How settled do you feel?', steps: someOptions(steps), ...wish };
}

export function aFreeText(wish: Partial<FreeTextQuestion> = {}): FreeTextQuestion {
  return { type: 'free-text', id: 'words', prompt: 'What would you like to ask us?', ...wish };
}
