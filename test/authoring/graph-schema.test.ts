import { readFile } from 'node:fs/promises';

import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { makeGraph } from '../../bench/graphs.js';
import { makeFiles } from '../../scripts/make-schema.mjs';
import * as condition from '../../src/domain/condition.js';
import * as graph from '../../src/domain/graph.js';
import * as questionBase from '../../src/domain/questions/question-base.js';
import * as question from '../../src/domain/questions/question.js';
import * as scene from '../../src/domain/scene.js';
import * as signal from '../../src/domain/signal.js';
import * as topic from '../../src/domain/topic.js';
import { aClip, aFreeText, aGraph, aMultipleChoice, aNotice, aRating, aSingleChoice } from '../fixtures.js';
import { arbitraryGraph } from '../shared/arbitrary-graph.js';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(await read('schema/graph.schema.json')) as Record<string, unknown>;
const matches = new Ajv({ strict: true, strictRequired: false }).compile(schema);

describe('graph.schema.json', () => {
  it('is made from the definition as it is now, and so is the page about it', async () => {
    const files = await makeFiles({
      ...graph,
      ...topic,
      ...condition,
      ...signal,
      ...scene,
      ...question,
      ...questionBase,
    });

    expect(files.map(({ path }) => path)).toEqual(['schema/graph.schema.json', 'docs/graph-format.md']);
    for (const { path, text } of files)
      expect(text, `node scripts/make-schema.mjs makes ${path} anew`).toBe(await read(path));
  });

  it('lets conditions hold conditions', () => {
    const { $defs } = schema as { $defs: Record<string, unknown> };

    expect(JSON.stringify($defs['condition'])).toContain('"$ref":"#/$defs/condition"');
  });

  it('explains every field', () => {
    const silent: string[] = [];
    const visit = (node: unknown, place: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as { properties?: Record<string, { description?: string; const?: unknown }> };
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (!field.description && name !== 'type') silent.push(`${place}.${name}`);
      }
      Object.entries(node).forEach(([key, child]) => visit(child, `${place}.${key}`));
    };

    visit(schema, 'graph');

    expect(silent).toEqual([]);
  });

  it('takes good graphs', () => {
    expect(matches(aGraph())).toBe(true);
    expect(matches(makeGraph(100))).toBe(true);
    fc.assert(fc.property(arbitraryGraph(), (any) => matches(any)));
  });

  it.each([
    ['a missing notice', { notice: undefined }],
    ['a missing retention', { notice: { ...aNotice(), retentionDays: undefined } }],
    ['an unknown format', { format: 2 }],
    ['an unknown field', { colour: 'red' }],
    ['an id that begins with a digit', { scenes: { '1': { title: 'x' } } }],
    ['no scenes', { scenes: {} }],
    ['a scene without a title', { scenes: { end: { text: 'x' } } }],
    ['a clip without sources', { scenes: { end: { title: 'x', clip: aClip({ sources: [] }) } } }],
    [
      'an unknown media type',
      { scenes: { end: { title: 'x', clip: { sources: [{ src: 'a', type: 'video/avi' }] } } } },
    ],
    ['a question of no type', { scenes: { end: { title: 'x', question: { id: 'q', prompt: 'x' } } } }],
    ['a rating of one step', { scenes: { end: { title: 'x', question: aRating({}, ['1']) } } }],
    ['a free question with options', { scenes: { end: { title: 'x', question: { ...aFreeText(), options: [] } } } }],
    ['a condition of no type', { scenes: { end: { title: 'x', branches: [{ to: 'end', when: { scene: 'end' } }] } } }],
    [
      'a mistake deep in a condition',
      {
        scenes: { end: { title: 'x', branches: [{ to: 'end', when: { type: 'not', of: { type: 'all', of: [] } } }] } },
      },
    ],
  ])('refuses %s', (_, change) => {
    // Through JSON, as an editor sees it: what is undefined is not there.
    expect(matches(JSON.parse(JSON.stringify({ ...aGraph(), ...change })))).toBe(false);
  });

  it('takes every type of question', () => {
    for (const one of [aSingleChoice(), aMultipleChoice({ atMost: 2 }), aRating({ atSeconds: 3 }), aFreeText()]) {
      expect(matches(aGraph({ scenes: { end: { ending: {}, question: one } } }))).toBe(true);
    }
  });
});
