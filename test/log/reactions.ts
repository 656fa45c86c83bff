import type { Identity, Reaction } from '../../src/domain/reaction.js';
import type { ViewingCode, Withdrawal } from '../../src/domain/withdrawal.js';
import type { OwnViewing } from '../../src/log/outbox.js';

/** A made-up id that tells which one it is: `id(7)` ends in 7. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const viewing = (number: number): string => `11111111-0000-4000-8000-${String(number).padStart(12, '0')}`;

interface Wanted {
  readonly viewing?: string;
  readonly sequence?: number;
  readonly text?: string;
}

/** Something that a viewer asked, with the id `id(number)`. */
export function aReaction(number: number, wanted: Wanted = {}): Reaction {
  return {
    type: 'asked',
    id: id(number),
    viewing: wanted.viewing ?? viewing(1),
    sequence: wanted.sequence ?? number,
    graph: 'company',
    graphVersion: '1',
    at: '2026-11-21T09:00:00Z',
    scene: 'welcome',
    text: wanted.text ?? 'Pay?',
    signals: [],
  };
}

export const reactions = (from: number, to: number): readonly Reaction[] =>
  Array.from({ length: to - from + 1 }, (_, index) => aReaction(from + index));

export function anIdentity(number: number): Identity {
  return { viewing: viewing(number), name: '内定 花子' };
}

/** A deletion code that tells which one it is. */
export const code = (number: number): string => String(number).padStart(20, '0');

export const aCode = (number: number): ViewingCode => ({ viewing: viewing(number), code: code(number) });

export const anOwnViewing = (number: number): OwnViewing => ({ ...aCode(number), graph: 'company' });

/** A wish to delete, with the id `id(1000 + number)`. */
export function aWithdrawal(number: number, wish: Partial<Withdrawal> = {}): Withdrawal {
  return { id: id(1_000 + number), ...aCode(number), of: 'everything', ...wish };
}

export const idsOf = (list: readonly Reaction[]): readonly string[] => list.map((reaction) => reaction.id);
