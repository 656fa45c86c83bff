import type { Place } from './path.js';

/** Deeper than any graph that a person writes; shallow enough for every stack. */
const MAX_DEPTH = 48;
/** How many values one scene, or the head of the document, may hold. */
const MAX_VALUES = 200_000;
/** How many values the whole document may hold: about ten times a full graph of 20,000 scenes. */
export const MAX_ALL_VALUES = 20_000_000;

export type CopyFault = 'too-deep' | 'too-large';

/** Values left before the whole document counts as too large. */
export interface CopyBudget {
  left: number;
}

export type Copied =
  | { readonly type: 'copied'; readonly value: unknown }
  | { readonly type: 'refused'; readonly fault: CopyFault; readonly place: Place };

interface Walk {
  left: number;
  readonly place: (string | number)[];
  refused: { readonly fault: CopyFault; readonly place: Place } | undefined;
}

/**
 * Copies plain data, own keys only. Whatever is read afterwards is read once: getters cannot answer differently the
 * second time, circles and depths end here, and nothing that is checked later can overflow the stack.
 */
export function copyPlain(value: unknown, budget: CopyBudget): Copied {
  const most = Math.min(MAX_VALUES, budget.left);
  const walk: Walk = { left: most, place: [], refused: undefined };
  const copy = copyValue(value, walk);
  budget.left -= most - walk.left;
  return walk.refused ? { type: 'refused', ...walk.refused } : { type: 'copied', value: copy };
}

function copyValue(value: unknown, walk: Walk): unknown {
  if (walk.refused) return undefined;
  walk.left -= 1;
  if (walk.left < 0) return refuse(walk, 'too-large');
  if (typeof value !== 'object' || value === null) return value;
  if (walk.place.length >= MAX_DEPTH) return refuse(walk, 'too-deep');
  return Array.isArray(value) ? copyList(value, walk) : copyFields(value, walk);
}

function copyList(list: readonly unknown[], walk: Walk): unknown[] | undefined {
  // The length alone can be hostile: new Array(4e9) holds nothing and takes minutes to walk.
  if (list.length > walk.left) return refuse(walk, 'too-large');
  const copy: unknown[] = [];
  for (let index = 0; index < list.length && !walk.refused; index += 1) copy.push(copyAt(list[index], index, walk));
  return copy;
}

function copyFields(fields: object, walk: Walk): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    if (walk.refused) break;
    const value = copyAt((fields as Record<string, unknown>)[key], key, walk);
    if (key === '__proto__') Object.defineProperty(copy, key, { value, enumerable: true, configurable: true });
    else copy[key] = value;
  }
  return copy;
}

function copyAt(value: unknown, key: string | number, walk: Walk): unknown {
  walk.place.push(key);
  const copy = copyValue(value, walk);
  walk.place.pop();
  return copy;
}

function refuse(walk: Walk, fault: CopyFault): undefined {
  walk.refused ??= { fault, place: [...walk.place] };
  return undefined;
}
