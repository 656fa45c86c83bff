/** A string (closed or not), a bracket, a comma, a colon, or anything else in one piece. */
const TOKEN = /"(?:\\[^]|[^"\\\n])*"?|[{}[\],:]|[^\s"{}[\],:]+/g;
const INDENT = '  ';
const WIDTH = 100;
/** The document, its scenes and each scene are always opened up, however short. */
const OPEN_DEPTH = 3;

/**
 * Lays JSON text out anew. It moves white space only and reads no values, so it drops nothing: not a name that was
 * written twice, not the half of a mistake.
 */
export function formatJson(text: string): string {
  const tokens = text.match(TOKEN) ?? [];
  const ends = matchBrackets(tokens);
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  const endLine = () => {
    if (line.trim()) lines.push(line.trimEnd());
    line = INDENT.repeat(depth);
  };

  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const end = ends.get(index);
    const flat = end === undefined ? undefined : flatten(tokens, index, end, depth, WIDTH - line.length);
    if (flat !== undefined && end !== undefined) {
      line += flat;
      index = end;
    } else if (token === '{' || token === '[') {
      line += token;
      depth += 1;
      endLine();
    } else if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      endLine();
      line += token;
    } else if (token === ',') {
      line = (line.trim() ? line : takeLast(lines, line)) + token;
      endLine();
    } else {
      line += token === ':' ? ': ' : apart(line, token);
    }
  }
  endLine();
  return lines.length ? `${lines.join('\n')}\n` : '';
}

/** Which bracket closes which. Brackets without a partner are left out. */
function matchBrackets(tokens: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token === '{' || token === '[') open.push(index);
    if (token === '}' || token === ']') {
      const start = open.pop();
      if (start !== undefined) ends.set(start, index);
    }
  });
  return ends;
}

/** The whole bracket on one line, if it fits there. Gives up early, so that long ones cost nothing. */
function flatten(
  tokens: readonly string[],
  start: number,
  end: number,
  depth: number,
  width: number,
): string | undefined {
  if (end === start + 1) return `${tokens[start]}${tokens[end]}`;
  // What stands in a list, such as a topic, is no scene.
  if (depth < OPEN_DEPTH - (tokens[start - 1] === ':' ? 0 : 1)) return undefined;
  let flat = '';
  for (let index = start; index <= end; index += 1) {
    flat += spaced(apart(flat, tokens[index] ?? ''), tokens[index + 1]);
    if (flat.length > width + 4) return undefined;
  }
  return flat.length <= width ? flat : undefined;
}

function spaced(token: string, next: string | undefined): string {
  if (token === ',' || token === ':') return `${token} `;
  if (token === '{') return next === '}' ? token : '{ ';
  return next === '}' ? `${token} ` : token;
}

/** Two words without anything between them stay two, whatever the author meant by them. */
function apart(before: string, token: string): string {
  const isWord = !/^[{}[\],:]/.test(token);
  return isWord && /[^\s{}[\],:]$/.test(before) ? ` ${token}` : token;
}

/** A comma that follows nothing on its own line belongs to the line before. */
function takeLast(lines: string[], otherwise: string): string {
  return lines.pop() ?? otherwise;
}
