import { openLog } from '/dist/log/open-log.js';

/** What one answer leaves in the log: the answer itself, the scene left, and the next one entered. */
function makeReactions(viewing, sequence) {
  const base = () => ({
    id: crypto.randomUUID(),
    viewing,
    sequence: (sequence += 1),
    graph: 'bench',
    graphVersion: '1',
    at: '2026-11-21T09:30:15Z',
  });
  const step = { scene: 'one', to: 'two' };
  return [
    { type: 'answered', ...base(), ...step, question: 'first', options: ['next'], signals: [] },
    { type: 'scene-left', ...base(), ...step, watchedSeconds: 31.4 },
    { type: 'scene-entered', ...base(), scene: 'two', from: 'one' },
  ];
}

function openBare() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench-bare', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('entries', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** The least that keeps an answer as safely: one put, flushed. */
function putBare(database, value) {
  return new Promise((resolve, reject) => {
    const writing = database.transaction('entries', 'readwrite', { durability: 'strict' });
    writing.objectStore('entries').put(value);
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  });
}

const findAll = (root, selector) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? findAll(shadowRoot, selector) : [])),
];

let answered;

/** The option of a question that was not answered yet. */
async function findOption() {
  for (;;) {
    const option = findAll(document, 'button[part~=option]')[0];
    if (option && option.getRootNode() !== answered) return option;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function press(option) {
  answered = option.getRootNode();
  const heard = new Promise((resolve) => document.addEventListener('followup-answer', resolve, { once: true }));
  option.click();
  await heard;
}

async function time(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const [database, log] = await Promise.all([openBare(), openLog({ name: 'bench-log' })]);
const viewing = crypto.randomUUID();
await log.outbox.begin({ viewing, graph: 'bench', code: '0'.repeat(20) });
let turns = 0;

/** One answer each way, another way first each time. Resolves to milliseconds by way. */
globalThis.takeTurn = async () => {
  const reactions = makeReactions(viewing, turns * 3);
  const option = await findOption();
  const works = [
    ['bare', () => putBare(database, reactions)],
    ['log', () => log.outbox.add(reactions)],
    ['player', () => press(option)],
  ];
  const first = (turns += 1) % works.length;
  const ms = {};
  for (const [way, work] of [...works.slice(first), ...works.slice(0, first)]) ms[way] = await time(work);
  if (log.outbox.durability !== 'disk')
    throw new Error('The browser keeps the log in memory: there is nothing to measure.');
  return ms;
};

globalThis.findAll = findAll;
