import * as v from 'valibot';

import { batchSchema, identitySchema, reactionSchema } from './reaction.js';
import { viewingCodeSchema, withdrawalBatchSchema, withdrawalSchema } from './withdrawal.js';

/** The kinds of things that go from a browser to the collector. */
export const DATA_GROUPS = ['reaction', 'name', 'code', 'withdrawal', 'request'] as const;
export type DataGroup = (typeof DATA_GROUPS)[number];

/** A field that is sent, as the schema has it. */
export interface DataField {
  readonly group: DataGroup;
  /** `signals.topic` for a field of what a list holds. */
  readonly name: string;
  /** The schema's own sentence. The same field may have one in each type of reaction; this is the first. */
  readonly description: string;
  /** The types of reactions that carry it; empty for what all of them do, and for other groups. */
  readonly types: readonly string[];
}

type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly Schema[];
  readonly literal?: unknown;
};

/** Lists every field that can be sent, out of the schemas that the collector checks it by: none can be forgotten. */
export function listDataFields(): readonly DataField[] {
  return [
    ...reactionFields(),
    ...plainFields('name', identitySchema),
    ...plainFields('code', viewingCodeSchema),
    ...plainFields('withdrawal', withdrawalSchema),
    ...plainFields('request', batchSchema).filter(({ name }) => name === 'format'),
  ];
}

/** The lists that a request is made of: each holds one of the groups above. */
export function listEnvelopes(): readonly string[] {
  return [batchSchema, withdrawalBatchSchema].flatMap((schema) =>
    Object.keys((schema as Schema).entries ?? {}).filter((name) => name !== 'format'),
  );
}

function reactionFields(): readonly DataField[] {
  const variants = (reactionSchema as Schema).options ?? [];
  const fields = new Map<string, { description: string; types: string[] }>();
  for (const variant of variants) {
    const type = String(variant.entries?.['type']?.literal);
    for (const [name, description] of walk(variant)) {
      const known = fields.get(name) ?? { description, types: [] };
      fields.set(name, { ...known, types: [...known.types, type] });
    }
  }
  return [...fields].map(([name, { description, types }]) => ({
    group: 'reaction',
    name,
    description,
    types: types.length === variants.length ? [] : types,
  }));
}

function plainFields(group: DataGroup, schema: v.GenericSchema): readonly DataField[] {
  return [...walk(schema)].map(([name, description]) => ({ group, name, description, types: [] }));
}

/** Every field of an object, and of the objects in its lists. */
function* walk(schema: Schema, before = ''): Generator<readonly [string, string]> {
  for (const [name, field] of Object.entries(schema.entries ?? {})) {
    const bare = field.wrapped ?? field;
    yield [before + name, v.getDescription(bare) ?? ''];
    if (bare.item?.entries) yield* walk(bare.item, `${before}${name}.`);
  }
}
