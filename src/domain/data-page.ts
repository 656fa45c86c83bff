import type { Graph } from './graph.js';
import { DATA_PAGE_WORDS } from './data-page-words.js';
import { makeDataTables, type DataTable } from './data-tables.js';
import type { DataLanguage } from './data-words.js';

export interface DataPageOptions {
  readonly language: DataLanguage;
  /** Whose notices stand on the page: the graphs that the collector was given. */
  readonly graphs?: readonly Pick<Graph, 'title' | 'language' | 'notice'>[];
  /** Address of the same page in the other language. */
  readonly other: string;
}

/** Writes the notice of what is sent to whom (外部送信) as a page. It runs nothing, and takes its looks from `data.css` beside it. */
export function writeDataPage({ language, graphs = [], other }: DataPageOptions): string {
  const words = DATA_PAGE_WORDS[language];
  const otherLanguage = language === 'ja' ? 'en' : 'ja';
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(words.title)}</title>
    <link rel="stylesheet" href="data.css" />
  </head>
  <body>
    <main>
      <p class="other"><a href="${escaped(other)}" lang="${otherLanguage}" hreflang="${otherLanguage}">${escaped(words.other)}</a></p>
      <h1>${escaped(words.title)}</h1>
      ${words.lead.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n      ')}
      <h2>${escaped(words.whereTitle)}</h2>
      <p>${escaped(words.where)}</p>
      ${graphs.map((graph) => writeNotice(graph, language)).join('\n      ')}
      ${makeDataTables(language)
        .map((table) => writeTable(table, words.heads))
        .join('\n      ')}
      <h2>${escaped(words.absentTitle)}</h2>
      <ul>${words.absent.map((sentence) => `<li>${escaped(sentence)}</li>`).join('')}</ul>
    </main>
  </body>
</html>
`;
}

function writeNotice(
  { title, language: own, notice }: Pick<Graph, 'title' | 'language' | 'notice'>,
  language: DataLanguage,
): string {
  const { notice: names, days } = DATA_PAGE_WORDS[language];
  const lines: (readonly [string, string | undefined])[] = [
    [names.collector, notice.collector],
    [names.purpose, notice.purpose],
    [names.readers, notice.readers],
    [names.contact, notice.contact],
    // Relative addresses are the page's own, and lead nowhere from here.
    [names.policy, /^https?:/.test(notice.policy ?? '') ? notice.policy : undefined],
  ];
  const told = lines.flatMap(([name, text]) =>
    text === undefined ? [] : [`<dt>${escaped(name)}</dt><dd lang="${escaped(own)}">${escaped(text)}</dd>`],
  );
  const retention = `<dt>${escaped(names.retention)}</dt><dd>${escaped(days(notice.retentionDays))}</dd>`;
  return `<h3 lang="${escaped(own)}">${escaped(title)}</h3><dl>${told.slice(0, 3).join('')}${retention}${told.slice(3).join('')}</dl>`;
}

function writeTable({ title, rows }: DataTable, heads: readonly string[]): string {
  const lines = rows.map(({ field, what, purpose, readers, life }) => {
    const cells = [what, purpose, readers, life].map(
      (text, index) => `<td data-head="${escaped(heads[index + 1] ?? '')}">${escaped(text)}</td>`,
    );
    return `<tr><th scope="row"><code>${escaped(field)}</code></th>${cells.join('')}</tr>`;
  });
  const columns = heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('');
  return `<h2>${escaped(title)}</h2><table><thead><tr>${columns}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** How the page looks: a table where there is room, a list of cards on a phone. */
export const DATA_PAGE_CSS = `:root { color-scheme: light dark; --ink: light-dark(#1c2430, #e6eaf0); --muted: light-dark(#566072, #a3adbd); --line: light-dark(#d9dee7, #39424f); --ground: light-dark(#ffffff, #14181e); --link: light-dark(#0b57a4, #8ec1ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.75 system-ui, 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif; overflow-wrap: anywhere; }
main { max-inline-size: 68rem; margin-inline: auto; padding: 1.5rem 1.25rem 4rem; }
h1 { margin-block: 0 1rem; font-size: 1.6rem; line-height: 1.4; }
h2 { margin-block: 2.75rem 0.75rem; font-size: 1.15rem; line-height: 1.5; }
h3 { margin-block: 1.5rem 0.5rem; font-size: 1rem; }
p, ul { max-inline-size: 46rem; }
a { color: var(--link); }
.other { margin: 0; text-align: end; max-inline-size: none; }
.other a { display: inline-block; padding: 0.5rem 0.25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.5rem; margin: 0; max-inline-size: 46rem; }
dt { color: var(--muted); }
dd { margin: 0; white-space: pre-line; }
table { inline-size: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.65; table-layout: fixed; }
th, td { padding: 0.6rem 0.9rem 0.6rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { color: var(--muted); font-weight: 600; }
tbody th { font-weight: 400; }
th:nth-child(1) { inline-size: 15%; } th:nth-child(2) { inline-size: 25%; } th:nth-child(3) { inline-size: 25%; }
code { font-size: 0.9em; }
@media (max-width: 44rem) {
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-block-end: 0.75rem; }
  h1 { font-size: 1.3rem; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, th, td { display: block; inline-size: auto !important; }
  tbody tr { padding-block: 0.9rem; border-block-end: 1px solid var(--line); }
  tbody th, td { padding: 0; border: 0; }
  td:nth-child(2) { font-weight: 600; margin-block-end: 0.35rem; }
  td:nth-child(n + 3) { display: grid; grid-template-columns: 6rem 1fr; gap: 0.75rem; }
  td:nth-child(n + 3)::before { content: attr(data-head); color: var(--muted); }
}
`;
