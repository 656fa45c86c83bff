import schema from '../../schema/graph.schema.json';
import type { JsonSchema } from './schema-guide.js';

/** The schema that is published. Cast, because the compiler gives every object in the file a type of its own. */
export const graphSchema = schema as unknown as JsonSchema;
