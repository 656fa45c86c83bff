import type { Language } from '../elements/language.js';
import emptyEn from './examples/empty.en.json';
import emptyJa from './examples/empty.ja.json';
import threeScenesEn from './examples/three-scenes.en.json';
import threeScenesJa from './examples/three-scenes.ja.json';
import { formatJson } from './format-json.js';

/** A graph to start from. */
export interface Example {
  readonly name: string;
  readonly text: string;
  /** What relative addresses in it are relative to. The page's own address when left out. */
  readonly base?: string;
}

const lay = (graph: object) => formatJson(JSON.stringify(graph));

/** The examples that come with the editor. None needs a clip of its own. */
export const EXAMPLES: Readonly<Record<Language, readonly Example[]>> = {
  ja: [
    { name: '3つのシーン', text: lay(threeScenesJa) },
    { name: '空のグラフ', text: lay(emptyJa) },
  ],
  en: [
    { name: 'Three scenes', text: lay(threeScenesEn) },
    { name: 'An empty graph', text: lay(emptyEn) },
  ],
};
