import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Graph } from '../../src/domain/graph.js';

const PUBLIC = new URL('../../demo/public/', import.meta.url);
const GRAPHS = new URL('graphs/', PUBLIC);

export const LANGUAGES = ['ja', 'en'] as const;

export function readDemoGraph(language: (typeof LANGUAGES)[number]): Graph {
  return JSON.parse(readFileSync(new URL(`asanagi.${language}.json`, GRAPHS), 'utf8')) as Graph;
}

/** Where a file lies that a graph names by a relative address. */
export function pathOf(address: string): string {
  return fileURLToPath(new URL(address, GRAPHS));
}

export const isThere = (address: string): boolean => existsSync(pathOf(address));

export function listMedia(): readonly { readonly name: string; readonly bytes: number }[] {
  const folder = new URL('media/', PUBLIC);
  return readdirSync(folder).map((name) => ({ name, bytes: statSync(new URL(name, folder)).size }));
}
