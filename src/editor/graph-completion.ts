import {
  insertCompletionText,
  pickedCompletion,
  startCompletion,
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
    if (!place) return null;
    const { from, to, steps, beside } = place;
    // A space or a new line asks for nothing; an opened quote or bracket does.
    if (!explicit && from === to && !/["{[]/.test(state.sliceDoc(from - 1, from))) return null;
    const known = place.type === 'value' ? listNames(state, steps.at(-1)?.key, beside) : undefined;
    const options = place.type === 'name' ? names(schema, place) : values(schema, place, known);
    return options.length ? { from, to, options, validFor: /^[\p{L}\p{N}_$-]*$/u } : null;
  };
}

function names(root: JsonSchema, { steps, beside }: JsonPlace): readonly Completion[] {
  return listFields(fittingShapes(root, shapesAt(root, steps), beside))
    .filter(({ name }) => !Object.hasOwn(beside, name))
    .map((field, index) => ({
      label: field.name,
      type: 'property',
      info: field.description,
      boost: (field.required ? 50 : 0) - index / 100,
      apply: (view, completion, from, to) => insertField(root, field, view, completion, from, to),
    }));
}

function values(root: JsonSchema, place: JsonPlace, known: ReturnType<typeof listNames>): readonly Completion[] {
  // Left alone, CodeMirror would sort them by the alphabet and not as the author or the schema put them.
  return listCompletions(root, place, known).map((one, index) => ({ ...one, boost: -index / 100 }));
}

function listCompletions(
  root: JsonSchema,
  { steps }: JsonPlace,
  known: ReturnType<typeof listNames>,
): readonly Completion[] {
  const shapes = shapesAt(root, steps);
  if (known && shapes.some(({ type }) => type === 'string')) {
    return known.map(({ id, label }) => ({ ...plainValue(id), detail: label, type: 'constant' }));
  }
  const plain = listValues(shapes).map((value) => ({
    ...plainValue(value),
    type: 'enum',
    info: shapes.find((shape) => shape.const === value || shape.enum?.includes(value))?.description,
  }));
  return [...plain, ...shapes.filter(({ type }) => type === 'object').map((shape) => whole(root, shape))];
}

function plainValue(value: unknown): Completion {
  return {
    label: String(value),
    apply: (view, completion, from, to) => insert(view, completion, JSON.stringify(value), from, to),
  };
}

/** A whole object with all that it must have, such as a question of one type. */
function whole(root: JsonSchema, shape: JsonSchema): Completion {
  const outline = outlineOf(root, shape);
  const kind = shape.properties?.type?.const;
  const label = typeof kind === 'string' ? kind : '{ … }';
  return {
    label,
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
  const after = view.state.sliceDoc(to, to + 200).replace(/^"/, '');
  if (/^\s*:/.test(after)) return insert(view, completion, JSON.stringify(name), from, to);
  const value = emptyValue(alternatives(root, schema));
  const comma = /^\s*["{[\d]/.test(after) ? ',' : '';
  const text = `${JSON.stringify(name)}: ${value}`;
  insert(view, completion, text + comma, from, to, text.length - (/^(""|\{\}|\[\])$/.test(value) ? 1 : 0));
  // Nothing is there yet to be typed on, so what could stand here is offered unasked.
  if (value === '') startCompletion(view);
}

/** What a field begins with. Nothing, where one of several kinds has to be picked first. */
function emptyValue(shapes: readonly JsonSchema[]): string {
  const [first, ...others] = shapes;
  if (!first) return '""';
  if (others.length > 0 && shapes.every(({ type }) => type === 'object')) return '';
  if ('const' in first && others.length === 0) return JSON.stringify(first.const);
  if (first.type === 'object') return '{}';
  if (first.type === 'array') return '[]';
  return first.type === 'string' || 'const' in first || first.enum ? '""' : '';
}

/** Writes in place of the word and of the quotes around it. */
function insert(
  view: EditorView,
  completion: Completion,
  text: string,
  from: number,
  to: number,
  cursor?: number,
): void {
  const { state } = view;
  const start = state.sliceDoc(from - 1, from) === '"' ? from - 1 : from;
  const end = state.sliceDoc(to, to + 1) === '"' ? to + 1 : to;
  view.dispatch({
    ...insertCompletionText(state, text, start, end),
    ...(cursor === undefined ? {} : { selection: { anchor: start + cursor } }),
    annotations: pickedCompletion.of(completion),
    scrollIntoView: true,
  });
}
