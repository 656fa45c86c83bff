import fc from 'fast-check';

import type { Condition } from '../../src/domain/condition.js';
import type { Graph } from '../../src/domain/graph.js';
import type { Option } from '../../src/domain/questions/question-base.js';
import { optionsOf, type Question } from '../../src/domain/questions/question.js';
import type { Branch, Scene } from '../../src/domain/scene.js';
import type { Signal } from '../../src/domain/signal.js';
import { aClip, aNotice } from '../fixtures.js';

const TOPICS = ['relationships', 'job-content', 'career'];
/** Attributes that conditions of these graphs look at. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  jobType: ['sales', 'engineer'],
  branchOffice: ['東京', '大阪'],
};

/** A scene before its branches: these need to know the questions of all scenes. */
interface Sketch {
  readonly id: string;
  readonly kind: 'plain' | 'asking' | 'hub' | 'ending';
  readonly question: Question | undefined;
  readonly topic: string | undefined;
  readonly clip: boolean;
}

/**
 * Graphs that can be played: every type of question, hubs, circles, conditions on all that there is to look at.
 * checkGraph finds no error in them, and may have warnings. Whoever declines every question, having done nothing
 * else, takes the last branch of each scene and comes to an ending.
 */
export function arbitraryGraph({ maxScenes = 10 }: { readonly maxScenes?: number } = {}): fc.Arbitrary<Graph> {
  return fc
    .integer({ min: 1, max: maxScenes })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => arbitrarySketch(index, count))))
    .chain((sketches) =>
      fc.tuple(
        fc.constant(sketches),
        fc.constantFrom('ja', 'en'),
        fc.boolean(),
        ...sketches.map((_, index) => arbitraryBranches(sketches, index)),
      ),
    )
    .map(([sketches, language, asks, ...branches]): Graph => {
      const scenes = sketches.map((sketch, index) => [sketch.id, makeScene(sketch, branches[index] ?? [])] as const);
      return {
        format: 1,
        id: 'any-graph',
        version: '1',
        language,
        title: 'Any graph',
        notice: aNotice(),
        ...(asks ? { ask: { prompt: 'What would you like to know?' } } : {}),
        start: sketches[0]?.id ?? '',
        scenes: Object.fromEntries(scenes),
      };
    });
}

function makeScene({ id, kind, question, topic, clip }: Sketch, branches: readonly Branch[]): Scene {
  return {
    title: `Title of ${id}`,
    text: `Text of ${id}`,
    ...(clip ? { clip: aClip({}, id) } : {}),
    ...(topic ? { topic } : {}),
    ...(question ? { question } : {}),
    ...(kind === 'hub' ? { hub: true } : {}),
    ...(kind === 'ending' ? { ending: { message: 'Until then.' } } : { branches: [...branches] }),
  };
}

function arbitrarySketch(index: number, count: number): fc.Arbitrary<Sketch> {
  const last = index === count - 1;
  return fc
    .record({
      name: fc.constantFrom('scene', '場面', 'scene-no'),
      kind: last
        ? fc.constant('ending' as const)
        : fc.constantFrom('plain', 'asking', 'asking', 'hub', 'ending' as const),
      topic: fc.option(fc.constantFrom(...TOPICS), { nil: undefined }),
      clip: fc.boolean(),
      endingAsks: fc.boolean(),
    })
    .chain(({ name, kind, topic, clip, endingAsks }) => {
      const asks = kind === 'asking' || kind === 'hub' || (kind === 'ending' && endingAsks);
      const question = asks ? arbitraryQuestion(`q${index}`, kind === 'hub', clip) : fc.constant(undefined);
      return question.map((asked) => ({ id: `${name}${index}`, kind, question: asked, topic, clip }));
    });
}

function arbitraryQuestion(id: string, hub: boolean, clip: boolean): fc.Arbitrary<Question> {
  const moment =
    hub || !clip
      ? fc.constant({})
      : fc.constantFrom<{ atSeconds?: number }>({}, {}, { atSeconds: 0 }, { atSeconds: 4.5 });
  const base = moment.map((at) => ({ id, prompt: `Prompt of ${id}`, ...at }));
  const single = fc
    .tuple(base, arbitraryOptions('o', hub ? 2 : 1, 5))
    .map(([fields, options]): Question => ({ type: 'single-choice', ...fields, options }));
  const several = fc
    .tuple(base, arbitraryOptions('m', hub ? 2 : 1, 4), fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }))
    .map(([fields, options, atMost]): Question => ({
      type: 'multiple-choice',
      ...fields,
      options,
      ...(atMost ? { atMost } : {}),
    }));
  const rating = fc
    .tuple(base, arbitraryOptions('', 2, 5))
    .map(([fields, steps]): Question => ({ type: 'rating', ...fields, steps }));
  const words = fc
    .tuple(base, fc.constantFrom(...TOPICS))
    .map(([fields, topic]): Question => ({ type: 'free-text', ...fields, topic, maxLength: 400 }));
  return hub ? fc.oneof(single, several, rating) : fc.oneof(single, several, rating, words);
}

function arbitraryOptions(prefix: string, min: number, max: number): fc.Arbitrary<Option[]> {
  return fc
    .array(fc.option(fc.array(arbitrarySignal(), { minLength: 1, maxLength: 2 }), { nil: undefined }), {
      minLength: min,
      maxLength: max,
    })
    .map((all) =>
      all.map((signals, index) => ({
        id: `${prefix}${index + 1}`,
        label: `Option ${index + 1}`,
        ...(signals ? { signals } : {}),
      })),
    );
}

function arbitrarySignal(): fc.Arbitrary<Signal> {
  return fc.record(
    {
      kind: fc.constantFrom('interest', 'anxiety'),
      topic: fc.constantFrom(...TOPICS),
      weight: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['kind', 'topic'] },
  );
}

/** Conditional branches lead anywhere, also back; the last one is open and leads to a later scene. */
function arbitraryBranches(sketches: readonly Sketch[], index: number): fc.Arbitrary<Branch[]> {
  const sketch = sketches[index];
  if (!sketch || sketch.kind === 'ending') return fc.constant([]);
  const later = fc.constantFrom(...sketches.slice(index + 1)).map(({ id }): Branch => ({ to: id }));
  const anywhere = fc.constantFrom(...sketches).map(({ id }) => id);
  const { question } = sketch;
  if (sketch.kind === 'hub' && question) {
    // The last option has no branch of its own: it is the one that goes on.
    const named = optionsOf(question).slice(0, -1);
    const ways = named.map(({ id: option }) =>
      anywhere.map((to): Branch => ({ to, when: { type: 'answer', question: question.id, option } })),
    );
    return fc.tuple(fc.tuple(...ways), later).map(([branches, last]) => [...branches, last]);
  }
  const way = fc.record({ to: anywhere, when: arbitraryGuard(sketches, index) });
  return fc.tuple(fc.array(way, { maxLength: 4 }), later).map(([branches, last]) => [...branches, last]);
}

/** Never holds for a viewer who has only declined and passed through, so that the last branch is never dead. */
function arbitraryGuard(sketches: readonly Sketch[], index: number): fc.Arbitrary<Condition> {
  const guard = arbitrarySimple(sketches, index);
  const free = arbitraryCondition(sketches, index);
  return fc.oneof(
    { weight: 4, arbitrary: guard },
    {
      weight: 1,
      arbitrary: fc.tuple(guard, free).map(([one, other]): Condition => ({ type: 'all', of: [one, other] })),
    },
    { weight: 1, arbitrary: fc.tuple(guard, guard).map((of): Condition => ({ type: 'any', of })) },
    { weight: 1, arbitrary: guard.map((of): Condition => ({ type: 'not', of: { type: 'not', of } })) },
  );
}

/** Any condition at all, `not` and nesting included. */
function arbitraryCondition(sketches: readonly Sketch[], index: number): fc.Arbitrary<Condition> {
  const simple = arbitrarySimple(sketches, index);
  return fc.oneof(
    simple,
    simple.map((of): Condition => ({ type: 'not', of })),
    fc.array(simple, { minLength: 1, maxLength: 3 }).map((of): Condition => ({ type: 'any', of })),
    fc.array(simple, { minLength: 1, maxLength: 3 }).map((of): Condition => ({ type: 'not', of: { type: 'all', of } })),
  );
}

function arbitrarySimple(sketches: readonly Sketch[], index: number): fc.Arbitrary<Condition> {
  const own = sketches[index]?.question?.id;
  const questions = sketches.flatMap(({ question }) => question ?? []);
  const answers = questions.flatMap((question): Condition[] => [
    { type: 'answer', question: question.id },
    ...optionsOf(question).map(({ id: option }): Condition => ({ type: 'answer', question: question.id, option })),
  ]);
  const declined = questions.flatMap(({ id }): Condition[] => (id === own ? [] : [{ type: 'declined', question: id }]));
  const visited = sketches.flatMap(({ id }, at): Condition[] =>
    at === 0 || at === index ? [] : [{ type: 'visited', scene: id }],
  );
  const attributes = Object.entries(ATTRIBUTES).flatMap(([name, values]) =>
    values.map((equals): Condition => ({ type: 'attribute', name, equals })),
  );
  const total = fc.record({
    type: fc.constantFrom('interest' as const, 'anxiety' as const),
    topic: fc.constantFrom(...TOPICS),
    atLeast: fc.integer({ min: 1, max: 8 }),
  });
  const listed = [answers, answers, declined, visited, attributes].filter(({ length }) => length > 0);
  return fc.oneof(total, ...listed.map((all) => fc.constantFrom(...all)));
}
