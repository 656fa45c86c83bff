import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { readGraphText } from '../../src/authoring/graph-text.js';
import { checkGraph } from '../../src/domain/check-graph.js';
import type { Condition } from '../../src/domain/condition.js';
import { PROBLEM_CODES } from '../../src/domain/problem.js';
import type { RatingQuestion } from '../../src/domain/questions/rating.js';
import type { Scene } from '../../src/domain/scene.js';
import { aGraph } from '../fixtures.js';

const page = await readFile(new URL('../../docs/author.md', import.meta.url), 'utf8');
const [first = '', condition = '', hub = '', rating = ''] = [...page.matchAll(/```json\n(.*?)```/gs)].map(
  ([, code]) => code,
);
const table = [...page.matchAll(/^\| `([a-z-]+)`\s+\| (error|warning)\s+\|/gm)];

describe('docs/author.md', () => {
  it('begins with a graph that has no problem', () => {
    expect(readGraphText(first)).toMatchObject({ graph: { id: 'first-look' }, problems: [] });
  });

  it('shows a hub, a condition and a rating that work as they stand', () => {
    const graph = aGraph({
      branches: {
        hub: [],
        people: ['hub'],
        work: [{ to: 'career-deeper', when: JSON.parse(condition) as Condition }, 'hub'],
        'career-deeper': ['hub'],
        rating: ['end'],
        end: [],
      },
      ask: { prompt: 'Ask us' },
      scenes: {
        hub: { ending: undefined, ...(JSON.parse(hub) as Scene) },
        rating: { question: JSON.parse(rating) as RatingQuestion },
      },
    });

    expect(checkGraph(graph).filter(({ code }) => !code.startsWith('missing-'))).toEqual([]);
  });

  it('shows conditions that work as they stand', () => {
    const shown = [...page.matchAll(/^\|.*\| `(\{.*\})`\s*\|$/gm)].map(
      ([, code = '']) => JSON.parse(code) as Condition,
    );
    const { graph } = readGraphText(first);

    expect(shown).toHaveLength(7);
    for (const when of shown) {
      const people = graph?.scenes['people'];
      const scenes = {
        ...graph?.scenes,
        people: { ...people, branches: [{ to: 'goodbye', when }, { to: 'goodbye' }] },
      };
      const errors = checkGraph({ ...graph, scenes }).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
    }
  });

  it('explains every code once', () => {
    expect(table.map(([, code]) => code).sort()).toEqual([...PROBLEM_CODES].sort());
  });
});
