import type { JsonStep } from './json-place.js';

/** The part of JSON Schema that the graph's schema is written in. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minItems?: number;
}

/** A field that an object may have. */
export interface Field {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly description: string | undefined;
  readonly required: boolean;
}

/** All shapes that the value at the end of the steps may have, given what stands beside each step. */
export function shapesAt(root: JsonSchema, steps: readonly JsonStep[]): readonly JsonSchema[] {
  let shapes: readonly JsonSchema[] = [root];
  for (const { key, beside } of steps) {
    shapes = fittingShapes(root, shapes, beside).flatMap((shape) => stepInto(shape, key));
  }
  return shapes.flatMap((shape) => alternatives(root, shape));
}

/** Those shapes that what is written already does not rule out; all of them if it rules out every one. */
export function fittingShapes(
  root: JsonSchema,
  shapes: readonly JsonSchema[],
  written: JsonStep['beside'],
): readonly JsonSchema[] {
  const all = shapes.flatMap((shape) => alternatives(root, shape));
  const fitting = all.filter((shape) => !contradicts(shape, written));
  return fitting.length ? fitting : all;
}

/** The fields of all these shapes, each once, in the schema's order. */
export function listFields(shapes: readonly JsonSchema[]): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const { properties = {}, required = [] } of shapes) {
    for (const [name, schema] of Object.entries(properties)) {
      const { description } = schema;
      if (!fields.has(name)) fields.set(name, { name, schema, description, required: required.includes(name) });
    }
  }
  return [...fields.values()];
}

/** The values that can be named one by one. */
export function listValues(shapes: readonly JsonSchema[]): readonly unknown[] {
  const values = shapes.flatMap((shape) => {
    if ('const' in shape) return [shape.const];
    if (shape.enum) return shape.enum;
    return shape.type === 'boolean' ? [true, false] : [];
  });
  return [...new Set(values)];
}

/** The least that a shape asks for, to be filled in. */
export function outlineOf(root: JsonSchema, shape: JsonSchema, depth = 0): unknown {
  const one = alternatives(root, shape)[0] ?? shape;
  if ('const' in one) return one.const;
  if (one.enum) return one.enum[0];
  if (one.type === 'object') {
    const { properties = {}, required = [] } = one;
    const entries = depth > 4 ? [] : required.map((name) => [name, outlineOf(root, properties[name] ?? {}, depth + 1)]);
    return Object.fromEntries(entries) as unknown;
  }
  if (one.type === 'array') {
    const { items, minItems = 0 } = one;
    return items && depth <= 4 ? Array.from({ length: minItems }, () => outlineOf(root, items, depth + 1)) : [];
  }
  if (one.type === 'boolean') return true;
  return one.type === 'number' || one.type === 'integer' ? 1 : '';
}

/** Follows references and opens unions, so that what is left is plain. Descriptions beside a reference stay. */
export function alternatives(root: JsonSchema, schema: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > 20) return [];
  if (schema.$ref) {
    const { $ref, ...rest } = schema;
    return alternatives(root, { ...resolve(root, $ref), ...rest }, depth + 1);
  }
  const union = schema.anyOf ?? schema.oneOf;
  return union ? union.flatMap((one) => alternatives(root, one, depth + 1)) : [schema];
}

function stepInto(shape: JsonSchema, key: string | number): readonly JsonSchema[] {
  if (typeof key === 'number') return shape.items ? [shape.items] : [];
  const { properties = {}, additionalProperties } = shape;
  const named = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (named) return [named];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

function contradicts({ properties = {} }: JsonSchema, written: JsonStep['beside']): boolean {
  return Object.entries(properties).some(
    ([name, schema]) => 'const' in schema && written[name] !== undefined && written[name] !== schema.const,
  );
}

function resolve(root: JsonSchema, reference: string): JsonSchema {
  let at: unknown = root;
  for (const part of reference.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[decodeURIComponent(part)] : undefined;
  }
  return (at ?? {}) as JsonSchema;
}
