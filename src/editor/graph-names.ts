import type { EditorState } from '@codemirror/state';

import { DEFAULT_TOPICS } from '../domain/topic.js';
import { itemsOf, memberOf, nameOf, propertiesOf, readPlain, treeUpTo, valueOf, type JsonNode } from './json-place.js';

/** Something in the graph that a branch, a condition or a signal can name. */
export interface Name {
  readonly id: string;
  /** What the author called it for people. */
  readonly label: string;
}

/** Lists what a field of this name may refer to. Undefined if the field refers to nothing. */
export function listNames(
  state: EditorState,
  field: string | number | undefined,
  beside: Readonly<Record<string, unknown>>,
): readonly Name[] | undefined {
  switch (field) {
    case 'to':
    case 'start':
    case 'scene':
      return listScenes(state);
    case 'question':
      return listQuestions(state).map(({ node: _, ...name }) => name);
    case 'option':
      return listOptions(state, beside.question);
    case 'topic':
      return listTopics(state);
    default:
      return undefined;
  }
}

function topOf(state: EditorState): JsonNode | null {
  return treeUpTo(state, state.doc.length).topNode.getChild('Object');
}

function scenesOf(state: EditorState): readonly { id: string; node: JsonNode | null }[] {
  const scenes = memberOf(topOf(state), 'scenes', state.doc);
  if (scenes?.name !== 'Object') return [];
  return propertiesOf(scenes).map((one) => ({ id: nameOf(one, state.doc), node: valueOf(one) }));
}

function listScenes(state: EditorState): readonly Name[] {
  return scenesOf(state).map(({ id, node }) => ({ id, label: text(readPlain(node, state.doc).title) }));
}

function listQuestions(state: EditorState): readonly (Name & { node: JsonNode })[] {
  return scenesOf(state).flatMap(({ node: scene }) => {
    const node = memberOf(scene, 'question', state.doc);
    if (node?.name !== 'Object') return [];
    const { id, prompt } = readPlain(node, state.doc);
    return id ? [{ id: text(id), label: text(prompt), node }] : [];
  });
}

function listOptions(state: EditorState, question: unknown): readonly Name[] {
  const node = listQuestions(state).find(({ id }) => id === question)?.node ?? null;
  const list = memberOf(node, 'options', state.doc) ?? memberOf(node, 'steps', state.doc);
  return named(list, state);
}

function listTopics(state: EditorState): readonly Name[] {
  const own = memberOf(topOf(state), 'topics', state.doc);
  if (own) return named(own, state);
  const { language } = readPlain(topOf(state), state.doc);
  return DEFAULT_TOPICS[text(language).startsWith('ja') ? 'ja' : 'en'];
}

function named(list: JsonNode | null, state: EditorState): readonly Name[] {
  return itemsOf(list).flatMap((item) => {
    const { id, label } = readPlain(item, state.doc);
    return id ? [{ id: text(id), label: text(label) }] : [];
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
