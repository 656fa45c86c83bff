import { randomBytes } from 'node:crypto';

/** Fills a store as viewers do: ten reactions a viewing, in their order, some with words. Of a process of its own. */
const [file, rows, dist] = process.argv.slice(2);
const { openLibsqlStore } = await import(`${dist}/collector/index.js`);
const store = openLibsqlStore(file);
const VIEWING_ROWS = 10;

let sequence = 0;
let viewing = uuid();
for (let kept = 0; kept < Number(rows);) {
  const reactions = Array.from({ length: Math.min(2_000, Number(rows) - kept) }, () => {
    if (sequence === VIEWING_ROWS) {
      sequence = 0;
      viewing = uuid();
    }
    sequence += 1;
    return reactionOf(viewing, sequence);
  });
  await store.keep({ reactions });
  kept += reactions.length;
}
await store.close();

function reactionOf(viewing, sequence) {
  const minute = String(sequence).padStart(2, '0');
  const base = {
    id: uuid(),
    viewing,
    sequence,
    graph: 'welcome',
    graphVersion: '3',
    at: `2026-11-20T05:${minute}:05Z`,
  };
  const signals = [{ kind: 'interest', topic: 'job-content', weight: 2 }];
  if (sequence % 5 === 1) return { ...base, type: 'scene-entered', scene: 'hub', from: 'welcome' };
  if (sequence % 5 === 2) return { ...base, type: 'scene-left', scene: 'hub', to: 'a-day', watchedSeconds: 42.5 };
  if (sequence % 5 === 3) return { ...base, type: 'question-shown', scene: 'hub', question: 'what-first' };
  if (sequence % 5 === 4) {
    return {
      ...base,
      type: 'asked',
      scene: 'hub',
      text: '残業は月に何時間くらいですか。',
      topic: 'terms',
      signals: [],
    };
  }
  return { ...base, type: 'answered', scene: 'hub', question: 'what-first', options: ['a-day'], to: 'a-day', signals };
}

function uuid() {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
