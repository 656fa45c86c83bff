import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { readGraphText, type GraphTextRead } from '../authoring/graph-text.js';
import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';

/** A graph's document, and what was found in it. */
export interface GraphFile extends GraphTextRead {
  readonly file: string;
}

/** Lists the documents that are meant: files as they are, of a folder everything that ends in `.json`. */
export function listGraphFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (!statOf(path).isDirectory()) return [path];
    const files = readdirSync(path).filter((name) => name.endsWith('.json'));
    return files.toSorted().map((name) => join(path, name));
  });
}

export function readGraphFile(file: string): GraphFile {
  try {
    return { file, ...readGraphText(readFileSync(file, 'utf8')) };
  } catch (cause) {
    throw new FollowupError('unreadable-file', `"${file}" cannot be read. Check its name and who may read it.`, {
      cause,
    });
  }
}

/** A graph that cannot be played costs its words, not the reactions that are on their way. */
export function readGraphs(paths: readonly string[], warn: (line: string) => void): readonly Graph[] {
  return listGraphFiles(paths).flatMap((file) => {
    const { graph } = readGraphFile(file);
    if (!graph)
      warn(`"${file}" is no graph that can be played, so its words are not used. Run: followup-player check ${file}`);
    return graph ? [graph] : [];
  });
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (cause) {
    throw new FollowupError('missing-file', `There is no file or folder "${path}".`, { cause });
  }
}
