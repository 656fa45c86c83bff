/**
 * Writes `docs/data.md`: every field that is sent or stored, made from the schemas that the collector checks by. Run it
 * after a change of them: `node scripts/make-data-doc.mjs`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const root = new URL('../', import.meta.url);

/** The page's text. `domain` has what `src/domain/data-tables.ts` and `src/domain/data-page-words.ts` export. */
export async function makeDataDoc({ makeDataTables, DATA_PAGE_WORDS }) {
  const parts = [
    '# What is sent and stored',
    '<!-- Made by scripts/make-data-doc.mjs from src/domain. Change the words there. -->',
    'Every field that leaves a browser, stays in it, or lies in the collector: what for, who sees it, how long. The collector serves the same as a page (`/data`, `/data?language=en`), with the notices of its graphs on it, and the package has it as `followup-player/data.ja.html` and `followup-player/data.en.html`, with `data.css`, to be put on a site of your own: link it as the 外部送信 notice (電気通信事業法).',
    ...['en', 'ja'].flatMap((language) => section(makeDataTables(language), DATA_PAGE_WORDS[language], language)),
  ];
  const path = fileURLToPath(new URL('docs/data.md', root));
  return format(parts.join('\n\n'), { ...(await resolveConfig(path)), filepath: path });
}

function section(tables, words, language) {
  const other = language === 'ja' ? '日本語' : 'English';
  return [
    `## ${other}: ${words.title}`,
    ...words.lead,
    words.where,
    ...tables.flatMap(({ title, rows }) => [`### ${title}`, tableOf(rows, words.heads)]),
    `### ${words.absentTitle}`,
    words.absent.map((sentence) => `- ${sentence}`).join('\n'),
  ];
}

function tableOf(rows, heads) {
  const lines = rows.map((row) => [`\`${row.field}\``, row.what, row.purpose, row.readers, row.life]);
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = await Promise.all(
    ['data-tables', 'data-page-words'].map((name) =>
      runnerImport(fileURLToPath(new URL(`src/domain/${name}.ts`, root)), { configFile: false, logLevel: 'error' }),
    ),
  );
  const text = await makeDataDoc(Object.assign({}, ...modules.map(({ module }) => module)));
  await writeFile(new URL('docs/data.md', root), text);
}
