import { randomUUID } from 'node:crypto';

/** Reactions in a batch: a whole short viewing. */
export const BATCH = 20;

const at = (second) => new Date(Date.now() + second * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');

/** One viewing as a player sends it: what is entered, shown, answered and left. About 400 bytes each. */
export function makeBatch() {
  const viewing = randomUUID();
  return Array.from({ length: BATCH }, (_, index) => {
    const base = {
      id: randomUUID(),
      viewing,
      sequence: index + 1,
      graph: 'acme-2027',
      graphVersion: '2026-11-20',
      at: at(index * 7),
    };
    const scene = `scene-${index >> 2}`;
    const to = `scene-${(index >> 2) + 1}`;
    switch (index % 4) {
      case 0:
        return { type: 'scene-entered', ...base, scene, from: 'hub' };
      case 1:
        return { type: 'question-shown', ...base, scene, question: 'what-do-you-worry-about' };
      case 2:
        return {
          type: 'answered',
          ...base,
          scene,
          question: 'what-do-you-worry-about',
          options: ['relationships'],
          text: '配属先の先輩とうまくやっていけるか、少し心配です。',
          to,
          signals: [{ kind: 'anxiety', topic: 'relationships', weight: 2 }],
        };
      default:
        return { type: 'scene-left', ...base, scene, to, watchedSeconds: 31.4 };
    }
  });
}
