import { isDeepStrictEqual } from 'node:util';

import { toJsonSchema } from '@valibot/to-json-schema';

/**
 * Turns the graph's definition into JSON Schema. `parts` are the schemas that get a name of their own, each before
 * those that hold it: a condition can then hold conditions, and nothing is written out twice.
 */
export function makeJsonSchema(graphSchema, parts) {
  const { $schema, $defs: _, ...graph } = convert(graphSchema, parts.condition);
  const $defs = {};
  for (const [name, schema] of Object.entries(parts)) {
    const { $schema: _version, $defs: _parts, ...body } = convert(schema, parts.condition);
    $defs[name] = nameParts(dereferenced(body, parts.condition), $defs);
  }
  return {
    $schema,
    title: 'Graph of a followup-player',
    description: 'A branching video introduction: scenes, what they ask, and where each answer leads.',
    ...nameParts(graph, $defs),
    $defs,
  };
}

function convert(schema, condition) {
  return toJsonSchema(schema, {
    definitions: { condition },
    errorMode: 'throw',
    // JSON Schema reads every pattern as Unicode, which is the only flag that the definition uses.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'regex' ? { ...jsonSchema, pattern: valibotAction.requirement.source } : undefined,
  });
}

/** A schema that is itself a named one comes out as a reference: this is what it refers to. */
function dereferenced(body, condition) {
  return body.$ref ? convert(condition, condition).$defs.condition : body;
}

/** Replaces what is equal to a named part by a reference to it, keeping the sentence that stands beside it. */
function nameParts(node, parts) {
  if (Array.isArray(node)) return node.map((one) => nameParts(one, parts));
  if (typeof node !== 'object' || node === null) return node;
  // Lazy parts are numbered by the converter; conditions are the only ones.
  if (typeof node.$ref === 'string') return { ...node, $ref: '#/$defs/condition' };
  const named = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, nameParts(value, parts)]));
  const { description, ...shape } = named;
  for (const [name, part] of Object.entries(parts)) {
    const { description: _, ...partShape } = part;
    if (isDeepStrictEqual(shape, partShape))
      return { $ref: `#/$defs/${name}`, ...(description ? { description } : {}) };
  }
  return named;
}
