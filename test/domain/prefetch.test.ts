import { describe, expect, it } from 'vitest';

import { questionsById, type Graph } from '../../src/domain/graph.js';
import { planPrefetch, type PrefetchFacts, type PrefetchStep } from '../../src/domain/prefetch.js';
import type { Branch, Clip } from '../../src/domain/scene.js';
import { beginViewing, enterScene, giveAnswer } from '../../src/domain/viewing.js';
import { aClip, aGraph, aMultipleChoice, aRating, aSingleChoice } from '../fixtures.js';

/** A hub of three, and a way on. Clips are ten seconds long, and of unknown size. */
const aHub = (wish: { readonly likelihoods?: readonly (number | undefined)[] } = {}): Graph => {
  const options = ['people', 'work', 'career', 'on'];
  const branches = options.map((to, index): Branch => {
    const likelihood = wish.likelihoods?.[index];
    const last = index === options.length - 1;
    return {
      to,
      ...(last ? {} : { when: { type: 'answer', question: 'topic', option: to } }),
      ...(likelihood ? { likelihood } : {}),
    };
  });
  return aGraph({
    scenes: {
      hub: { hub: true, question: aSingleChoice({ id: 'topic' }, options), branches },
      people: { branches: [{ to: 'hub' }] },
      work: { branches: [{ to: 'hub' }] },
      career: { branches: [{ to: 'hub' }] },
      on: { ending: {} },
    },
  });
};

/** A viewer in the first scene, its clip all there, on a fast line, with room for everything. */
function aPlan(
  graph: Graph,
  { questions = questionsById(graph), ...wish }: Partial<PrefetchFacts> = {},
): readonly PrefetchStep[] {
  return planPrefetch({
    graph,
    questions,
    viewing: beginViewing(graph.start),
    questionOpen: true,
    onAir: { aheadSeconds: 3, remainingSeconds: 3, complete: true },
    line: { saveData: false, bitsPerSecond: 20_000_000 },
    budget: { bytes: 100_000_000, decks: 2 },
    ...wish,
  });
}

const told = (steps: readonly PrefetchStep[]): readonly string[] =>
  steps.map(({ scene, seconds, how }) => `${how} of ${scene}, ${seconds} s`);
const scenesIn = (steps: readonly PrefetchStep[]): readonly string[] => [...new Set(steps.map(({ scene }) => scene))];

/** A clip of so many bytes. 1,000,000 bytes in ten seconds are 800,000 bits a second. */
const sized = (bytes: number, name: string): Clip => aClip({ sources: [{ src: `clips/${name}.mp4`, bytes }] }, name);

describe('planPrefetch, in its order', () => {
  it('takes the opening of each clip first, then more of the likeliest', () => {
    expect(told(aPlan(aHub()))).toEqual([
      'opening of people, 1 s',
      'opening of work, 1 s',
      'opening of career, 1 s',
      'opening of on, 1 s',
      'deck of people, 6 s',
      'deck of work, 6 s',
    ]);
  });

  it('puts first what the author says is likelier, and takes 50 where nothing is said', () => {
    const graph = aHub({ likelihoods: [10, undefined, 80, undefined] });

    expect(scenesIn(aPlan(graph))).toEqual(['career', 'work', 'on', 'people']);
  });

  it('puts first what earlier viewers took, where the author says nothing', () => {
    const counts = new Map([['hub', new Map(Object.entries({ people: 3, work: 20, career: 90 }))]]);

    expect(scenesIn(aPlan(aHub(), { counts }))).toEqual(['career', 'work', 'people', 'on']);
    expect(scenesIn(aPlan(aHub({ likelihoods: [90, 50, 20, 10] }), { counts }))).toEqual([
      'people',
      'work',
      'career',
      'on',
    ]);
  });

  it('does not let a few earlier viewers turn the author’s order over', () => {
    const counts = new Map([['hub', new Map([['on', 2]])]]);

    expect(scenesIn(aPlan(aHub(), { counts }))).toEqual(['people', 'work', 'on', 'career']);
  });

  it('puts last what was seen before', () => {
    const graph = aHub();
    const seen = giveAnswer(beginViewing('hub'), 'topic', { type: 'picked', options: ['people'] });
    const again = enterScene(enterScene(seen, 'people'), 'hub');

    expect(scenesIn(aPlan(graph, { viewing: again, onAir: undefined }))).toEqual(['work', 'career', 'on', 'people']);
  });

  it('makes the same plan from the same facts', () => {
    expect(aPlan(aHub())).toEqual(aPlan(aHub()));
  });

  it('fetches more of a clip that is the only one to come, and at once into a deck', () => {
    const graph = aGraph({ scenes: { welcome: { branches: [{ to: 'long' }] }, long: { ending: {} } } });
    const long = aGraph({ ...graph, scenes: { ...graph.scenes, long: { clip: aClip({ durationSeconds: 90 }, 'l') } } });

    expect(told(aPlan(graph))).toEqual(['deck of long, 10 s']);
    expect(told(aPlan(long))).toEqual(['deck of long, 15 s']);
  });
});

describe('planPrefetch, in what it leaves out', () => {
  it('leaves out a branch that an attribute rules out', () => {
    const branches: Branch[] = [
      { to: 'sales', when: { type: 'attribute', name: 'jobType', equals: 'sales' } },
      { to: 'engineer', when: { type: 'attribute', name: 'jobType', equals: 'engineer' } },
      { to: 'all' },
    ];
    const graph = aGraph({ scenes: { work: { branches }, sales: {}, engineer: {}, all: {} } });

    expect(scenesIn(aPlan(graph, { viewing: beginViewing('work', { jobType: 'engineer' }) }))).toEqual(['engineer']);
    expect(scenesIn(aPlan(graph))).toEqual(['all']);
  });

  it('leaves out what stands behind a branch that is surely open', () => {
    const branches: Branch[] = [{ to: 'tour', when: { type: 'visited', scene: 'welcome' } }, { to: 'end' }];
    const graph = aGraph({ scenes: { welcome: { branches }, tour: {}, end: {} } });

    expect(scenesIn(aPlan(graph))).toEqual(['tour']);
  });

  it('leaves out a way on that no answer leaves over', () => {
    const branches: Branch[] = [
      { to: 'glad', when: { type: 'answer', question: 'choice' } },
      { to: 'quiet', when: { type: 'declined', question: 'choice' } },
      { to: 'nobody' },
    ];
    const single = aGraph({
      scenes: { ask: { question: aSingleChoice(), branches }, glad: {}, quiet: {}, nobody: {} },
    });
    const multiple = aGraph({
      scenes: { ask: { question: aMultipleChoice({ id: 'choice' }), branches }, glad: {}, quiet: {}, nobody: {} },
    });

    expect(scenesIn(aPlan(single))).toEqual(['glad', 'quiet']);
    expect(scenesIn(aPlan(multiple))).toEqual(['glad', 'quiet']);
  });

  it('knows which totals the open question can bring about', () => {
    const steps = [
      { id: 'calm', label: 'calm' },
      { id: 'uneasy', label: 'uneasy', signals: [{ kind: 'anxiety' as const, topic: 'career', weight: 2 }] },
    ];
    const branches: Branch[] = [
      { to: 'talk', when: { type: 'anxiety', topic: 'career', atLeast: 3 } },
      { to: 'mentor', when: { type: 'anxiety', topic: 'career', atLeast: 2 } },
      { to: 'end' },
    ];
    const graph = aGraph({
      scenes: { ask: { question: aRating({ steps }), branches }, talk: {}, mentor: {}, end: {} },
    });

    expect(scenesIn(aPlan(graph))).toEqual(['mentor', 'end']);
  });

  it('keeps open which of several options are picked, and knows those that are not offered', () => {
    const question = aMultipleChoice({ id: 'several' }, ['people', 'work']);
    const branches = ['people', 'work', 'pay'].map((to): Branch => ({
      to,
      when: { type: 'answer', question: 'several', option: to },
    }));
    const graph = aGraph({
      scenes: { ask: { question, branches: [...branches, { to: 'end' }] }, people: {}, work: {}, pay: {}, end: {} },
    });

    expect(scenesIn(aPlan(graph))).toEqual(['people', 'work', 'end']);
  });

  it('knows the one way that is left once the question inside the clip was answered', () => {
    const graph = aHub();
    const viewing = giveAnswer(beginViewing('hub'), 'topic', { type: 'picked', options: ['work'] });

    expect(told(aPlan(graph, { viewing, questionOpen: false }))).toEqual(['deck of work, 10 s']);
  });

  it('takes an answer that can be changed for open', () => {
    const viewing = giveAnswer(beginViewing('hub'), 'topic', { type: 'picked', options: ['work'] });

    expect(scenesIn(aPlan(aHub(), { viewing }))).toEqual(['people', 'work', 'career', 'on']);
  });

  it('prepares nothing for a hub that asks again at once, and its clip for the first time', () => {
    const graph = aGraph({
      scenes: {
        welcome: { branches: [{ to: 'hub' }] },
        hub: { hub: true, question: aSingleChoice({ id: 'topic' }), branches: [{ to: 'people' }] },
        people: { branches: [{ to: 'hub' }] },
      },
    });
    const first = beginViewing('welcome');
    const answered = giveAnswer(enterScene(first, 'hub'), 'topic', { type: 'picked', options: ['yes'] });

    expect(scenesIn(aPlan(graph, { viewing: first }))).toEqual(['hub']);
    expect(aPlan(graph, { viewing: enterScene(answered, 'people') })).toEqual([]);
  });

  it('prepares nothing for a hub that leads to itself', () => {
    const question = aMultipleChoice({ id: 'topic' });
    const branches: Branch[] = [{ to: 'hub', when: { type: 'answer', question: 'topic' } }, { to: 'end' }];
    const graph = aGraph({ scenes: { hub: { hub: true, question, branches }, end: {} } });

    expect(scenesIn(aPlan(graph))).toEqual(['end']);
  });

  it('does not prepare the clip that is on air, whichever scene plays it next', () => {
    const question = aSingleChoice();
    const graph = aGraph({
      scenes: {
        ask: {
          question,
          branches: [
            { to: 'ask', when: { type: 'answer', question: 'choice', option: 'yes' } },
            { to: 'twin', when: { type: 'declined', question: 'choice' } },
            { to: 'end' },
          ],
        },
        twin: { clip: aClip({}, 'ask') },
        end: {},
      },
    });

    expect(scenesIn(aPlan(graph))).toEqual(['end']);
    // Back in the scene its question comes at once, without the clip: then it is to be made ready like any other.
    expect(scenesIn(aPlan(graph, { onAir: undefined }))).toEqual(['ask', 'end']);
  });

  it('prepares a clip once, for all the scenes that play it', () => {
    const branches: Branch[] = [
      { to: 'first', when: { type: 'answer', question: 'choice', option: 'yes' } },
      { to: 'one', when: { type: 'answer', question: 'choice', option: 'no' } },
      { to: 'two' },
    ];
    const same = { clip: aClip({}, 'same') };
    const graph = aGraph({ scenes: { ask: { question: aSingleChoice(), branches }, first: {}, one: same, two: same } });

    expect(told(aPlan(graph))).toEqual([
      'opening of first, 1 s',
      'opening of one, 1 s',
      'deck of first, 6 s',
      'deck of one, 6 s',
    ]);
  });

  it('looks behind a text that only leads on, after all that comes at once', () => {
    const branches: Branch[] = [
      { to: 'note', when: { type: 'answer', question: 'choice', option: 'yes' } },
      { to: 'end' },
    ];
    const graph = aGraph({
      scenes: {
        ask: { question: aSingleChoice(), branches },
        note: {
          clip: undefined,
          branches: [{ to: 'never', when: { type: 'declined', question: 'choice' } }, { to: 'tour' }],
        },
        never: {},
        tour: {},
        end: {},
      },
    });

    expect(scenesIn(aPlan(graph))).toEqual(['end', 'tour']);
  });

  it('does not look behind a text that asks, or that ends', () => {
    const asks = { clip: undefined, question: aSingleChoice(), branches: [{ to: 'tour' }] };
    const graph = aGraph({ scenes: { welcome: { branches: [{ to: 'note' }] }, note: asks, tour: {} } });
    const ends = { clip: undefined, branches: [], ending: {} };
    const over = aGraph({ scenes: { welcome: { branches: [{ to: 'note' }] }, note: ends } });

    expect(aPlan(graph)).toEqual([]);
    expect(aPlan(over)).toEqual([]);
  });

  it('plans nothing in an ending', () => {
    expect(aPlan(aGraph({ scenes: { end: { ending: {}, branches: [] } } }))).toEqual([]);
  });
});

describe('planPrefetch, on the line', () => {
  const onAir = { aheadSeconds: 4, remainingSeconds: 9, complete: false };
  const line = (bitsPerSecond: number | undefined) => ({ line: { saveData: false, bitsPerSecond } });

  it('waits until the clip on air has all it needs to its end', () => {
    expect(aPlan(aHub(), { onAir })).toEqual([]);
    expect(scenesIn(aPlan(aHub(), { onAir: { ...onAir, aheadSeconds: 8.8 } }))).toHaveLength(4);
    expect(scenesIn(aPlan(aHub(), { onAir: { ...onAir, complete: true } }))).toHaveLength(4);
  });

  it('does not wait where nothing is on air', () => {
    expect(scenesIn(aPlan(aHub(), { onAir: undefined }))).toHaveLength(4);
  });

  it('fetches nothing for a viewer who saves data', () => {
    expect(aPlan(aHub(), { line: { saveData: true, bitsPerSecond: 20_000_000 } })).toEqual([]);
  });

  it('leaves out the clips that the line could not carry on', () => {
    const graph = aHub();
    const heavy = { ...graph, scenes: { ...graph.scenes, people: { ...graph.scenes.people, clip: sized(9e6, 'p') } } };

    expect(aPlan(graph, line(1_400_000))).toEqual([]);
    expect(scenesIn(aPlan(heavy as Graph, line(2_000_000)))).toEqual(['work', 'career', 'on']);
  });

  /** The hub with clips of 475,000 bytes in four seconds: 950,000 bits a second, of which half a second has 75,759 bytes. */
  const aThinHub = (count: number, likelihood?: number): Graph => {
    const ids = Array.from({ length: count }, (_, index) => `s${index}`);
    const branches = ids.map((to, index): Branch => {
      const last = index === count - 1;
      return {
        to,
        ...(last ? {} : { when: { type: 'answer', question: 'topic', option: to } }),
        ...(likelihood !== undefined && { likelihood: index === 0 ? likelihood : 1 }),
      };
    });
    const clipOf = (id: string) => ({ ...sized(475_000, id), durationSeconds: 4 });
    return aGraph({
      scenes: {
        hub: { question: aSingleChoice({ id: 'topic' }, ids), branches },
        ...Object.fromEntries(ids.map((id) => [id, { clip: clipOf(id), ending: {} }])),
      },
    });
  };

  const pictures = (decks: number) =>
    told(aPlan(aThinHub(4, 1), { ...line(1_600_000), budget: { bytes: 100_000_000, decks } }));

  it('takes short openings, and no deck, on a line that has little to spare, with a picture of each', () => {
    expect(pictures(4)).toEqual([
      'picture of s0, 0.5 s',
      'picture of s1, 0.5 s',
      'picture of s2, 0.5 s',
      'picture of s3, 0.5 s',
    ]);
  });

  it('has no more pictures there than elements, and none where the clip itself would lack one', () => {
    expect(pictures(2)).toEqual([
      'picture of s0, 0.5 s',
      'picture of s1, 0.5 s',
      'opening of s2, 0.5 s',
      'opening of s3, 0.5 s',
    ]);
    expect(pictures(1)).toEqual([0, 1, 2, 3].map((clip) => `opening of s${clip}, 0.5 s`));
    expect(pictures(0)).toEqual(pictures(1));
  });

  it('leaves room there for what stands ready, and takes no second element for it', () => {
    expect(told(aPlan(aThinHub(3, 20), { ...line(1_600_000), budget: { bytes: 100_000_000, decks: 2 } }))).toEqual([
      'opening of s0, 0.5 s',
      'picture of s1, 0.5 s',
      'opening of s2, 0.5 s',
      'deck of s0, 4 s',
    ]);
  });

  it('stops there before more than half a clip is fetched in vain', () => {
    // Of each opening seven eighths are in vain: 66,289 bytes. Three are 198,867, and half a clip is 237,500.
    expect(scenesIn(aPlan(aThinHub(8, 1), line(1_600_000)))).toEqual(['s0', 's1', 's2']);
    // Twice the pace is room enough.
    expect(scenesIn(aPlan(aThinHub(8, 1), line(1_900_000)))).toHaveLength(8);
  });

  it('has a clip stand ready there if hardly any other can come', () => {
    // Two openings: 75,759 in vain. The rest of the likelier clip, 399,241 bytes, is in vain once in two, or in ten.
    expect(told(aPlan(aThinHub(2, 1), line(1_600_000))).filter((one) => one.startsWith('deck'))).toEqual([]);
    expect(told(aPlan(aThinHub(2, 9), line(1_600_000))).at(-1)).toBe('deck of s0, 4 s');
  });

  it('is as careful on a line that was not measured yet', () => {
    expect(aPlan(aHub(), line(undefined))).toEqual(aPlan(aHub(), line(2_000_000)));
  });
});

describe('planPrefetch, within its budget', () => {
  const graph = aGraph({
    scenes: {
      ask: {
        question: aSingleChoice(),
        branches: [{ to: 'small', when: { type: 'answer', question: 'choice', option: 'yes' } }, { to: 'large' }],
      },
      small: { clip: sized(1_000_000, 'small') },
      large: { clip: sized(2_000_000, 'large') },
    },
  });
  const budget = (bytes: number, decks = 2) => ({ budget: { bytes, decks } });

  it('reckons bytes from size and length', () => {
    expect(aPlan(graph, budget(10_000_000)).map(({ how, seconds, bytes }) => [how, seconds, bytes])).toEqual([
      ['opening', 1, 116_384],
      ['opening', 1, 216_384],
      ['deck', 6, 616_384],
      ['deck', 6, 1_216_384],
    ]);
  });

  it('shortens what stands ready, then leaves out the less likely', () => {
    expect(told(aPlan(graph, budget(532_768)))).toEqual([
      'opening of small, 1 s',
      'opening of large, 1 s',
      'deck of small, 3 s',
      'deck of large, 1 s',
    ]);
    expect(told(aPlan(graph, budget(200_000)))).toEqual(['opening of small, 1 s', 'deck of small, 1.8 s']);
    expect(aPlan(graph, budget(116_383))).toEqual([]);
  });

  it('never counts a clip for more than its size', () => {
    const short = sized(40_000, 'short');
    const one = aGraph({ scenes: { a: { branches: [{ to: 'b' }] }, b: { clip: { ...short, durationSeconds: 1 } } } });

    expect(aPlan(one, budget(40_000)).map(({ seconds, bytes }) => [seconds, bytes])).toEqual([[1, 40_000]]);
    expect(aPlan(one, budget(39_999))).toEqual([]);
  });

  it('reckons with the larger of two formats', () => {
    const sources = [
      { src: 'clips/b.webm', bytes: 500_000 },
      { src: 'clips/b.mp4', bytes: 1_000_000 },
    ];
    const one = aGraph({ scenes: { a: { branches: [{ to: 'b' }] }, b: { clip: aClip({ sources }) } } });

    expect(aPlan(one, budget(1_000_000)).map(({ bytes }) => bytes)).toEqual([1_000_000]);
  });

  it('has openings alone where no deck may stand by', () => {
    expect(told(aPlan(aHub(), budget(10_000_000, 0)))).toEqual([
      'opening of people, 1 s',
      'opening of work, 1 s',
      'opening of career, 1 s',
      'opening of on, 1 s',
    ]);
  });
});

describe('planPrefetch, in a large graph', () => {
  it('reads no more scenes of ten thousand than of ten', () => {
    const read = (count: number): number => {
      const ids = Array.from({ length: count }, (_, index) => `s${index}`);
      const graph = aGraph({
        branches: Object.fromEntries(ids.map((id, index) => [id, index < 3 ? ['s3', 's4', 's5'] : []])),
      });
      const reads = new Set<string | symbol>();
      const scenes = new Proxy(graph.scenes, {
        get: (all, id) => {
          reads.add(id);
          return Reflect.get(all, id) as unknown;
        },
        ownKeys: () => expect.fail('Goes through all scenes.'),
      });
      const questions = questionsById(graph);
      expect(scenesIn(aPlan({ ...graph, scenes }, { questions }))).toEqual(['s3', 's4', 's5']);
      return reads.size;
    };

    expect(read(10)).toBe(4);
    expect(read(10_000)).toBe(4);
  });
});
