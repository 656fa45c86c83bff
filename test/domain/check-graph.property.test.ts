import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { checkGraph, readGraph } from '../../src/domain/check-graph.js';
import { graphSchema, type Graph } from '../../src/domain/graph.js';
import { arbitraryGraph, ATTRIBUTES } from '../shared/arbitrary-graph.js';
import { wander } from '../shared/wander.js';

describe('checkGraph, for any graph', () => {
  it('finds no error where there is none', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxScenes: 14 }), (graph) => {
        expect(checkGraph(graph).filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(readGraph(graph).graph).toEqual(graph);
        expect(v.is(graphSchema, graph)).toBe(true);
      }),
    );
  });

  it('never throws, and never lets through what the schema refuses', () => {
    const value = fc.oneof(
      fc.constantFrom(null, undefined, '', 'end', 0, -1, 1e9, true, [], {}, [[]], { to: 'end' }, '__proto__'),
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
    );
    const change = fc.record({ seed: fc.nat(), value, how: fc.constantFrom('replace', 'remove', 'add', 'rename') });

    fc.assert(
      fc.property(arbitraryGraph(), fc.array(change, { minLength: 1, maxLength: 4 }), (graph, changes) => {
        const spoilt = structuredClone(graph);
        for (const { seed, value: put, how } of changes) spoil(spoilt, seed, put, how);

        const { graph: read, problems } = readGraph(spoilt);

        expect(read === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
        if (read) expect(v.is(graphSchema, read)).toBe(true);
        for (const { message } of problems) expect(message).toMatch(/^[\p{Lu}\p{L}"].{10,}[.?]$/su);
      }),
      { numRuns: 400 },
    );
  });

  it('calls no branch dead that a viewer takes, and no scene unreached that a viewer sees', () => {
    const attributes = fc.record(
      Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, values]) => [name, fc.constantFrom(...values)])),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>;
    const chances = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 80 });

    fc.assert(
      fc.property(arbitraryGraph(), chances, attributes, (graph, all, about) => {
        const told = new Set(checkGraph(graph).map(({ code, path }) => `${code} ${path}`));

        for (const { scene, branch } of wander(graph, all, about)) {
          const place = /-/.test(scene) ? `scenes["${scene}"]` : `scenes.${scene}`;
          expect(told).not.toContain(`dead-branch ${place}.branches[${branch}]`);
          expect(told).not.toContain(`unreachable-scene ${place}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(readGraph(input).graph).toBeUndefined();
      }),
    );
  });
});

/** Changes one place of a document, chosen by the seed. */
function spoil(graph: Graph, seed: number, value: unknown, how: string): void {
  const holders: Record<string, unknown>[] = [];
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null || holders.includes(one as Record<string, unknown>)) return;
    holders.push(one as Record<string, unknown>);
    Object.values(one).forEach(visit);
  };
  visit(graph);
  const holder = holders[seed % holders.length];
  if (!holder) return;
  const keys = Object.keys(holder);
  const key = keys[seed % Math.max(1, keys.length)] ?? 'added';
  if (how === 'add') holder[`added${seed % 3}`] = value;
  else if (how === 'remove') Reflect.deleteProperty(holder, key);
  else if (how === 'rename') {
    holder[`${key}x`] = holder[key];
    Reflect.deleteProperty(holder, key);
  } else holder[key] = value;
}
