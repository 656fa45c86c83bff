import { join } from 'node:path';

import { top } from '../../scripts/run.mjs';

/** The package's own modules find what they leave to the consumer. */
const IMPORTS = {
  imports: { idb: '/modules/idb/build/index.js', valibot: '/modules/valibot/dist/index.mjs' },
};

export const FOLDERS = {
  '/dist/': join(top, 'dist'),
  '/modules/': join(top, 'node_modules'),
  '/in-page/': join(import.meta.dirname, 'in-page'),
};

const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<script type="importmap">${JSON.stringify(IMPORTS)}</script>${body}</html>`;

const player = (collector) =>
  `<script type="module" src="/dist/cdn/followup-player.min.js"></script>
<followup-player src="/graph.json"${collector ? ` collector="${collector}"` : ''}></followup-player>`;

/** Two questions that lead to one another, without a clip: what is waited for is the log. */
const scene = (question, to) => ({
  title: question,
  text: 'Read this.',
  question: {
    id: question,
    type: 'single-choice',
    prompt: 'Go on?',
    options: [
      { id: 'next', label: 'Go on' },
      { id: 'end', label: 'To the end' },
    ],
  },
  branches: [{ to: 'end', when: { type: 'answer', question, option: 'end' } }, { to }],
});

const GRAPH = {
  format: 1,
  id: 'bench',
  version: '1',
  language: 'en',
  title: 'Bench',
  notice: { collector: 'Bench', purpose: 'None.', readers: 'Nobody.', retentionDays: 30 },
  start: 'one',
  scenes: {
    one: scene('first', 'two'),
    two: scene('second', 'one'),
    end: { title: 'End', text: 'The end.', ending: { message: 'Bye.' } },
  },
};

export const COMMIT_PAGES = {
  '/graph.json': JSON.stringify(GRAPH),
  '/commit.html': page(`${player()}<script type="module" src="/in-page/turns.mjs"></script>`),
};

/** `collector` is the collector's address. */
export const recoveryPages = (collector) => ({
  '/graph.json': JSON.stringify(GRAPH),
  '/fill.html': page('<script type="module" src="/in-page/fill.mjs"></script>'),
  '/recovery.html': page(player(collector)),
});
