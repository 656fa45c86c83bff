import { EXAMPLES, type Example } from '../../src/editor/examples.js';

/** The graphs of the demo site, as they lie there. */
const DEMOS = import.meta.glob<string>('../../demo/public/graphs/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Where Storybook serves them: their clips are found from there. */
const served = (path: string) => path.replace('../../demo/public/', './');

const demos = Object.entries(DEMOS).map(([path, text]) => {
  const { title, language } = JSON.parse(text) as { title: string; language: string };
  return { language, example: { name: title, text, base: new URL(served(path), document.baseURI).href } };
});

export const demoExamples: readonly Example[] = demos.map(({ example }) => example);

const threeScenes = EXAMPLES.ja[0]?.text ?? '';

/** What a newcomer sees first: the demo in Japanese, or three scenes where there is no demo. */
export const fresh: Example = demos.find(({ language }) => language === 'ja')?.example ?? {
  name: '',
  text: threeScenes,
};

/** A branch that leads nowhere, an option that does not exist, and no word of how long anything is kept. */
export const withProblems = threeScenes
  .replace('"to": "people"', '"to": "poeple"')
  .replace('"option": "people"', '"option": "someone"')
  .replace(/,\s*"retentionDays": 180/, '');

/** A comma too few, in the middle of writing. */
export const notJson = threeScenes.replace('"language": "ja",', '"language": "ja"');

export const small = threeScenes;
export const empty = EXAMPLES.ja[1]?.text ?? '';
