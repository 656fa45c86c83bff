import type { Reaction, ReactionDraft } from '../../src/domain/reaction.js';

/** A valid UUID that a reader of a failed test can tell from another: `aUuid(7)`. */
export function aUuid(number: number, kind: 'reaction' | 'viewing' = 'reaction'): string {
  const head = kind === 'viewing' ? 'aaaaaaaa' : 'bbbbbbbb';
  return `${head}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Where a reaction belongs: what its type does not say. */
export interface Place {
  readonly viewing?: number;
  readonly sequence?: number;
  readonly graph?: string;
  readonly at?: string;
  readonly id?: number;
}

/** A whole reaction. Its id follows from viewing and sequence. */
export function aReaction(draft: ReactionDraft, place: Place = {}): Reaction {
  const { viewing = 1, sequence = 1, graph = 'graph', at = '2026-11-20T05:03:05Z' } = place;
  return {
    id: aUuid(place.id ?? viewing * 1_000 + sequence),
    viewing: aUuid(viewing, 'viewing'),
    sequence,
    graph,
    graphVersion: '1',
    at,
    ...draft,
  };
}

/** Left one scene for another. */
export function aLeaving(scene: string, to: string | undefined, place: Place = {}): Reaction {
  return aReaction({ type: 'scene-left', scene, ...(to !== undefined && { to }), watchedSeconds: 1 }, place);
}

/** An answer to `about-hub`, of one option. */
export function anAnswer(option: string, place: Place = {}): Reaction {
  return aReaction(
    { type: 'answered', scene: 'hub', question: 'about-hub', options: [option], to: option, signals: [] },
    place,
  );
}
