import type { Reaction } from '../../src/domain/reaction.js';
import type { OwnRecord, RecordedViewing } from '../../src/runtime/record-desk.js';

const VIEWING = '11111111-0000-4000-8000-000000000001';

const stamp = (sequence: number) => ({
  id: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
  viewing: VIEWING,
  sequence,
  graph: 'graph',
  graphVersion: '1',
  at: `2026-11-21T09:00:${String(sequence).padStart(2, '0')}Z`,
});

/** A viewing through the graph of `visible-states`, in which everything that a viewer can say was said. */
export function aRecordedViewing(choice: 'unnamed' | 'named' = 'unnamed'): RecordedViewing {
  const signals = [{ kind: 'anxiety', topic: 'relationships' } as const];
  const reactions: readonly Reaction[] = [
    { type: 'notice-answered', choice, ...stamp(1) },
    { type: 'scene-entered', scene: 'welcome', ...stamp(2) },
    { type: 'question-shown', scene: 'welcome', question: 'welcome', ...stamp(3) },
    {
      type: 'answered',
      scene: 'welcome',
      question: 'welcome',
      options: ['people'],
      to: 'several',
      signals,
      ...stamp(4),
    },
    { type: 'scene-left', scene: 'welcome', to: 'several', watchedSeconds: 12.4, ...stamp(5) },
    { type: 'scene-entered', scene: 'several', from: 'welcome', ...stamp(6) },
    {
      type: 'asked',
      scene: 'several',
      text: '初日は何を持っていけばよいですか。',
      topic: 'preparation',
      signals: [],
      ...stamp(7),
    },
    { type: 'skipped', scene: 'several', question: 'several', to: 'rating', ...stamp(8) },
    { type: 'went-back', scene: 'rating', to: 'several', ...stamp(9) },
    { type: 'left', scene: 'several', watchedSeconds: 3, ...stamp(10) },
  ];
  return { viewing: VIEWING, code: '7K3QF2M9XA0C4DW8RT1E', current: true, reactions };
}

export function aRecord(choice: 'unnamed' | 'named' = 'unnamed', wish: Partial<OwnRecord> = {}): OwnRecord {
  return { choice, viewings: [aRecordedViewing(choice)], waiting: 0, refusals: [], ...wish };
}
