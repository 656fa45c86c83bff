import * as v from 'valibot';

import type { Place } from './path.js';

/** What a walk needs to know of any schema; valibot has no one type for it. */
interface AnySchema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly item?: AnySchema;
  readonly value?: AnySchema;
  readonly wrapped?: AnySchema;
  readonly options?: readonly AnySchema[];
  readonly literal?: unknown;
  readonly getter?: (input: unknown) => AnySchema;
}

/** Finds the part of a schema that a place of a document belongs to. `input` picks between variants. */
export function findSchema(schema: v.GenericSchema, input: unknown, place: Place): v.GenericSchema | undefined {
  // The cast: AnySchema names only what is looked at, and each field is looked at only if it is there.
  let found: AnySchema | undefined = unwrap(schema as unknown as AnySchema, input);
  let value = input;
  for (const key of place) {
    value = readKey(value, key);
    const next = enter(found, key);
    if (!next) return undefined;
    found = unwrap(next, value);
  }
  return found as unknown as v.GenericSchema | undefined;
}

/** The names of the fields of an object schema. */
export function fieldNames(schema: v.GenericSchema | undefined): readonly string[] {
  return Object.keys((schema as unknown as AnySchema | undefined)?.entries ?? {});
}

/** What the field is for, in the words of the schema. */
export function fieldDescription(schema: v.GenericSchema | undefined, field: string): string | undefined {
  const entry = (schema as unknown as AnySchema | undefined)?.entries?.[field];
  const inner = entry?.type === 'optional' ? entry.wrapped : entry;
  return inner && v.getDescription(inner as unknown as v.GenericSchema);
}

function enter(schema: AnySchema | undefined, key: string | number): AnySchema | undefined {
  if (typeof key === 'number') return schema?.item;
  return schema?.entries && Object.hasOwn(schema.entries, key) ? schema.entries[key] : schema?.value;
}

function unwrap(schema: AnySchema, input: unknown): AnySchema | undefined {
  if (schema.wrapped) return unwrap(schema.wrapped, input);
  if (schema.type === 'lazy' && schema.getter) return unwrap(schema.getter(input), input);
  if (schema.type !== 'variant') return schema;
  return schema.options?.find(({ entries }) => entries?.['type']?.literal === readKey(input, 'type'));
}

function readKey(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
}
