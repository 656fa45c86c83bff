/**
 * Writes what is made from the graph's one definition: `schema/graph.schema.json` for editors, and
 * `docs/graph-format.md` for people. Run it after a change in src/domain: `node scripts/make-schema.mjs`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

import { makeFormatDoc } from './graph-format/format-doc.mjs';
import { makeJsonSchema } from './graph-format/json-schema.mjs';

const root = new URL('../', import.meta.url);

/** The files and what belongs in them, formatted as the project is. `domain` has the definitions by their names. */
export async function makeFiles(domain) {
  const schema = makeJsonSchema(domain.graphSchema, {
    topic: domain.topicSchema,
    condition: domain.conditionSchema,
    branch: domain.branchSchema,
    signal: domain.signalSchema,
    option: domain.optionSchema,
    question: domain.questionSchema,
    source: domain.sourceSchema,
    captions: domain.captionsSchema,
    clip: domain.clipSchema,
    link: domain.linkSchema,
    ending: domain.endingSchema,
    scene: domain.sceneSchema,
  });
  return [
    { path: 'schema/graph.schema.json', text: await pretty('x.json', JSON.stringify(schema)) },
    { path: 'docs/graph-format.md', text: await pretty('x.md', makeFormatDoc(schema)) },
  ];
}

async function pretty(filepath, text) {
  const options = await resolveConfig(fileURLToPath(new URL(filepath, root)));
  return format(text, { ...options, filepath });
}

const MODULES = ['graph', 'topic', 'condition', 'signal', 'scene', 'questions/question', 'questions/question-base'];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = await Promise.all(
    MODULES.map((name) =>
      runnerImport(fileURLToPath(new URL(`src/domain/${name}.ts`, root)), { configFile: false, logLevel: 'error' }),
    ),
  );
  const files = await makeFiles(Object.assign({}, ...modules.map(({ module }) => module)));
  for (const { path, text } of files) await writeFile(new URL(path, root), text);
}
