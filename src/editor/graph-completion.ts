import {
  insertCompletionText,
  pickedCompletion,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';

import { listNames } from './graph-names.js';
import { findPlace, type JsonPlace } from './json-place.js';
import {
  alternatives,
  fittingShapes,
  listFields,
  listValues,
  outlineOf,
  shapesAt,
  type Field,
  type JsonSchema,
} from './schema-guide.js';

const INDENT = '  ';

/** Offers what the schema and the graph itself allow at the cursor: fields, values, and the ids that exist. */
export function completeGraph(schema: JsonSchema): CompletionSource {
  return ({ state, pos, explicit }) => {
    const place = findPlace(state, pos);
    if (!place || (!explicit && place.from === place.to)) return null;
    const options = place.type === 'name' ? names(schema, place) : values(schema, place, listNamesAt(place));
    // The quotes belong to what is typed and to what is offered, or nothing would match.
    return options.length ? { from: place.from, to: place.to, options, validFor: /^"?[\p{L}\p{N}_-]*"?$/u } : null;

    function listNamesAt({ steps, beside }: JsonPlace) {
      return listNames(state, steps.at(-1)?.key, beside);
    }
  };
}

function names(root: JsonSchema, { steps, beside }: JsonPlace): readonly Completion[] {
  return listFields(fittingShapes(root, shapesAt(root, steps), beside))
    .filter(({ name }) => !Object.hasOwn(beside, name))
    .map((field, index) => ({
      label: JSON.stringify(field.name),
      displayLabel: field.name,
      type: 'property',
      info: field.description,
      boost: (field.required ? 50 : 0) - index / 100,
      apply: (view, completion, from, to) => insertField(root, field, view, completion, from, to),
    }));
}

function values(root: JsonSchema, { steps }: JsonPlace, known: ReturnType<typeof listNames>): readonly Completion[] {
  const shapes = shapesAt(root, steps);
  if (known && shapes.some(({ type }) => type === 'string')) {
    return known.map(({ id, label }) => ({
      label: JSON.stringify(id),
      displayLabel: id,
      detail: label,
      type: 'constant',
    }));
  }
  const plain = listValues(shapes).map((value) => ({
    label: JSON.stringify(value),
    displayLabel: String(value),
    type: 'enum',
    info: shapes.find((shape) => shape.const === value || shape.enum?.includes(value))?.description,
  }));
  return [...plain, ...shapes.filter(({ type }) => type === 'object').map((shape) => whole(root, shape))];
}

/** A whole object with all that it must have, such as a question of one type. */
function whole(root: JsonSchema, shape: JsonSchema): Completion {
  const outline = outlineOf(root, shape);
  const kind = shape.properties?.type?.const;
  const label = typeof kind === 'string' ? kind : '{ … }';
  return {
    label: JSON.stringify(label),
    displayLabel: label,
    type: 'class',
    info: JSON.stringify(outline, undefined, 2),
    apply: (view, completion, from, to) => {
      const lead = /^\s*/.exec(view.state.doc.lineAt(from).text)?.[0] ?? '';
      insert(view, completion, JSON.stringify(outline, undefined, INDENT).replaceAll('\n', `\n${lead}`), from, to);
    },
  };
}

function insertField(
  root: JsonSchema,
  { name, schema }: Field,
  view: EditorView,
  completion: Completion,
  from: number,
  to: number,
): void {
  const after = view.state.doc.sliceString(to, to + 200);
  if (/^\s*:/.test(after)) return insert(view, completion, JSON.stringify(name), from, to);
  const value = emptyValue(alternatives(root, schema));
  const comma = /^\s*["{[\d]/.test(after) ? ',' : '';
  const text = `${JSON.stringify(name)}: ${value}`;
  insert(view, completion, text + comma, from, to, text.length - (/^(""|\{\}|\[\])$/.test(value) ? 1 : 0));
}

function emptyValue(shapes: readonly JsonSchema[]): string {
  const [first, ...others] = shapes;
  if (!first) return '""';
  if ('const' in first && others.length === 0) return JSON.stringify(first.const);
  if (first.type === 'object') return '{}';
  if (first.type === 'array') return '[]';
  return first.type === 'string' || 'const' in first || first.enum ? '""' : '';
}

function insert(
  view: EditorView,
  completion: Completion,
  text: string,
  from: number,
  to: number,
  cursor?: number,
): void {
  view.dispatch({
    ...insertCompletionText(view.state, text, from, to),
    ...(cursor === undefined ? {} : { selection: { anchor: from + cursor } }),
    annotations: pickedCompletion.of(completion),
    scrollIntoView: true,
  });
}
