import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState, Text } from '@codemirror/state';

/** A node of the JSON syntax tree. The parser goes on after mistakes, so this works on text that is not JSON yet. */
export type JsonNode = ReturnType<typeof syntaxTree>['topNode'];

/** One step from the top of the document down to a place. */
export interface JsonStep {
  /** A property's name, or a position in a list. */
  readonly key: string | number;
  /** The plain values that stand beside it, such as `type`: they say which kind of object it is. */
  readonly beside: Readonly<Record<string, unknown>>;
}

/** Where in the document a position is, and what a completion there would replace. */
export interface JsonPlace {
  readonly type: 'name' | 'value';
  /** Down to the object that gets the name, or down to the value itself. */
  readonly steps: readonly JsonStep[];
  /** What is in the object around it already. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** The word that is there, without the quotes around it. */
  readonly from: number;
  readonly to: number;
}

/** So long may an author wait for what is offered, in milliseconds. Then it is made of what was parsed so far. */
const PARSE_MS = 300;
const WORD = /[\p{L}\p{N}_$-]/u;

/** Finds out what could be written at a position. Undefined where nothing could. */
export function findPlace(state: EditorState, position: number): JsonPlace | undefined {
  const node = treeUpTo(state, position).resolveInner(position, -1);
  const range = wordAt(node, state, position);
  const around = range && (node.name === 'PropertyName' ? node.parent?.parent : containerOf(node, position));
  if (!around) return undefined;
  if (around.name !== 'Object') return { type: 'value', ...stepsTo(around, state, range.from), ...range };
  return { type: 'name', ...stepsTo(around, state), beside: read(around, state), ...range };
}

/** The tree at least up to a position. The editor itself parses ahead only when it is idle. */
export function treeUpTo(state: EditorState, position: number): ReturnType<typeof syntaxTree> {
  return ensureSyntaxTree(state, position, PARSE_MS) ?? syntaxTree(state);
}

/** Reads the plain values of an object. Lists and objects in it are only named. */
export function readPlain(object: JsonNode | null, doc: Text): Readonly<Record<string, unknown>> {
  const properties = object ? propertiesOf(object) : [];
  const swallowed = properties.flatMap((one) => swallowedNames(one, doc)).map((name) => [name, undefined]);
  const entries = properties.map((one) => [nameOf(one, doc), plainValue(valueOf(one), doc)]);
  return Object.fromEntries([...swallowed, ...entries]) as Record<string, unknown>;
}

/** A half-written property takes the name of the next one for a mistake of its own. */
function swallowedNames(property: JsonNode, doc: Text): readonly string[] {
  return property.getChildren('⚠').flatMap((one) => {
    const name = plainValue(one, doc);
    return typeof name === 'string' ? [name] : [];
  });
}

export function propertiesOf(object: JsonNode): readonly JsonNode[] {
  return object.getChildren('Property');
}

export function nameOf(property: JsonNode, doc: Text): string {
  const name = plainValue(property.getChild('PropertyName'), doc);
  return typeof name === 'string' ? name : '';
}

export function valueOf(property: JsonNode): JsonNode | null {
  const last = property.lastChild;
  return last && VALUES.has(last.name) ? last : null;
}

/** The value of a property, by its name. */
export function memberOf(object: JsonNode | null, name: string, doc: Text): JsonNode | null {
  const property = object && propertiesOf(object).find((one) => nameOf(one, doc) === name);
  return property ? valueOf(property) : null;
}

export function itemsOf(list: JsonNode | null): readonly JsonNode[] {
  const items: JsonNode[] = [];
  for (let child = list?.firstChild ?? null; child; child = child.nextSibling) {
    if (VALUES.has(child.name)) items.push(child);
  }
  return items;
}

const VALUES = new Set(['True', 'False', 'Null', 'Number', 'String', 'Object', 'Array']);

function plainValue(node: JsonNode | null, doc: Text): unknown {
  if (!node || node.name === 'Object' || node.name === 'Array') return undefined;
  try {
    return JSON.parse(doc.sliceString(node.from, node.to)) as unknown;
  } catch {
    // Half-written text has no value yet.
    return undefined;
  }
}

/** What is between the quotes, or the word before the position. Undefined outside of the quotes. */
function wordAt(node: JsonNode, state: EditorState, position: number): { from: number; to: number } | undefined {
  if (node.name === 'String' || node.name === 'PropertyName') {
    const inner = { from: node.from + 1, to: node.to - 1 };
    return position >= inner.from && position <= inner.to ? inner : undefined;
  }
  const line = state.doc.lineAt(position);
  let from = position;
  while (from > line.from && WORD.test(line.text[from - line.from - 1] ?? '')) from -= 1;
  return { from, to: position };
}

/** The object that waits for a name, or the property or list that waits for a value. */
function containerOf(node: JsonNode, position: number): JsonNode | undefined {
  let one: JsonNode | null = node;
  while (one) {
    if (one.name === 'Property') return isAfterColon(one, position) ? one : undefined;
    if ((one.name === 'Object' || one.name === 'Array') && one.from < position) return one;
    one = one.parent;
  }
  return undefined;
}

function isAfterColon(property: JsonNode, position: number): boolean {
  const name = property.getChild('PropertyName');
  return name !== null && position > name.to;
}

function stepsTo(
  container: JsonNode,
  state: EditorState,
  position = 0,
): { steps: JsonStep[]; beside: JsonStep['beside'] } {
  const steps: JsonStep[] = [];
  let beside: JsonStep['beside'] = {};
  for (let one: JsonNode | null = container, before = position; one; before = one.from, one = one.parent) {
    if (one.name === 'Property') {
      const object = read(one.parent, state);
      if (steps.length === 0) beside = object;
      steps.unshift({ key: nameOf(one, state.doc), beside: object });
    } else if (one.name === 'Array' && (one !== container || position > 0)) {
      const at = before;
      steps.unshift({ key: itemsOf(one).filter(({ from }) => from < at).length, beside: {} });
    }
  }
  return { steps, beside };
}

function read(object: JsonNode | null, state: EditorState): JsonStep['beside'] {
  return readPlain(object, state.doc);
}
