/** Where something stands in a document: the keys that lead to it. */
export type Place = readonly (string | number)[];

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const STEP = /\.?([\p{ID_Start}$_][\p{ID_Continue}$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/uy;

/** Writes a place as in JavaScript: `scenes.ask.branches[0].to`, `scenes["job-content"].title`. */
export function formatPath(place: Place): string {
  return place.reduce<string>((path, key) => path + formatStep(key, path === ''), '');
}

function formatStep(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`;
  if (!NAME.test(key)) return `[${JSON.stringify(key)}]`;
  return first ? key : `.${key}`;
}

/** Reads back what `formatPath` wrote. What cannot be read ends the place early. */
export function parsePath(path: string): Place {
  const place: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const [, name, index, quoted] = STEP.exec(path) ?? [];
    if (name !== undefined) place.push(name);
    else if (index !== undefined) place.push(Number(index));
    else if (quoted !== undefined) place.push(JSON.parse(quoted) as string);
    else break;
  }
  return place;
}
