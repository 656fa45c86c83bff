import type { Node } from 'jsonc-parser';

import { formatPath, type Place } from '../domain/check/path.js';
import type { Problem } from '../domain/problem.js';

/** A key that an object of the text has twice. JSON itself keeps the last and drops the others without a word. */
export interface DuplicateKey {
  readonly problem: Problem;
  /** The later one. */
  readonly key: Node;
}

/** Finds keys that stand twice in one object, such as two scenes of the same id. */
export function findDuplicateKeys(root: Node): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  // The depth is bounded before a text is parsed, so calling itself is safe here.
  const visit = (node: Node, place: Place): void => {
    if (node.type === 'array') node.children?.forEach((child, index) => visit(child, [...place, index]));
    if (node.type !== 'object') return;
    const seen = new Set<string>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (!key) continue;
      const name = String(key.value);
      if (seen.has(name)) found.push({ key, problem: describeTwice(name, [...place, name]) });
      seen.add(name);
      if (value) visit(value, [...place, name]);
    }
  };
  visit(root, []);
  return found;
}

function describeTwice(name: string, place: Place): Problem {
  const path = formatPath(place);
  const scene = place.length === 2 && place[0] === 'scenes';
  const what = scene ? `There are two scenes "${name}"` : `"${name}" stands twice in one object`;
  return {
    code: 'duplicate-id',
    severity: 'error',
    path,
    message: `${what}, and only the last would count. Rename one of them, or remove it.`,
  };
}
