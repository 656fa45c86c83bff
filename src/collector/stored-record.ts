import type { Identity, Reaction, ViewingId } from '../domain/reaction.js';

/**
 * One thing that a store keeps, with all that belongs to it: what `migrate`, `backup` and `restore` carry. `received` is
 * the second at which it came in, from which its retention counts.
 */
export type StoredRecord =
  | {
      readonly type: 'reaction';
      readonly reaction: Reaction;
      readonly site: string;
      readonly received: string;
    }
  | { readonly type: 'name'; readonly identity: Identity; readonly received: string }
  | { readonly type: 'code'; readonly viewing: ViewingId; readonly hash: string; readonly received: string }
  | { readonly type: 'gone'; readonly viewing: ViewingId; readonly item: GoneItem };

/** What of a viewing is gone and stays gone: `viewing`, `name`, or the id of a reaction. */
export type GoneItem = string;
