import type { Node } from 'jsonc-parser';

import type { Place } from '../domain/check/path.js';

/** A piece of the text. */
export interface TextPlace {
  readonly offset: number;
  readonly length: number;
}

type Properties = ReadonlyMap<string, { readonly key: Node; readonly value: Node | undefined }>;

/**
 * Makes a function that finds the piece of text for a place of the document: the value if it is short, else its key,
 * and what holds it where it is missing. Objects are read once, however many places are looked up.
 */
export function findPlace(root: Node): (place: Place) => TextPlace {
  const read = new Map<Node, Properties>();
  const propertiesOf = (node: Node): Properties => {
    const known = read.get(node) ?? readProperties(node);
    read.set(node, known);
    return known;
  };
  return (place) => {
    let node = root;
    let name: Node | undefined;
    for (const step of place) {
      const property = typeof step === 'string' && node.type === 'object' ? propertiesOf(node).get(step) : undefined;
      const next = typeof step === 'number' && node.type === 'array' ? node.children?.[step] : property?.value;
      if (property) name = property.key;
      if (!next) break;
      if (!property) name = undefined;
      node = next;
    }
    return choosePiece(node, name);
  };
}

function choosePiece(node: Node, key: Node | undefined): TextPlace {
  if (node.type !== 'object' && node.type !== 'array') return node;
  // A whole scene underlined in red helps nobody: its name, or its opening bracket, is enough.
  return key ?? { offset: node.offset, length: 1 };
}

/** The last of two equal keys, as JSON.parse takes it. */
function readProperties(node: Node): Properties {
  return new Map(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key ? [[String(key.value), { key, value }] as const] : [];
    }),
  );
}
