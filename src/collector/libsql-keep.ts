import type { Identity, Reaction, ReactionId, ViewingId } from '../domain/reaction.js';
import { hashCode } from './deletion-codes.js';
import type { Statements } from './libsql-statements.js';
import { factsOf } from './reaction-row.js';
import type { Incoming, Kept, SiteId } from './reaction-store.js';
import type { StoredRecord } from './stored-record.js';

/** Writes what came in one request. Runs inside a transaction. */
export function keepIncoming(statements: Statements, incoming: Incoming, site: SiteId, received: string): Kept {
  const { reactions, identities = [], codes = [] } = incoming;
  const added = new Set(keepReactions(statements, reactions, site, received));
  const isStored = new Set(added);
  for (const identity of identities) keepName(statements, identity, received);
  for (const { viewing, code } of codes) keepCode(statements, viewing, hashCode(code), received);
  return {
    stored: reactions.filter(({ id }) => added.delete(id)).map(({ id }) => id),
    known: reactions.map(({ id }) => id).filter((id) => !isStored.has(id)),
    identities: identities.map(({ viewing }) => viewing),
    codes: codes.map(({ viewing }) => viewing),
  };
}

/** Writes a record as another store handed it out. Runs inside a transaction. */
export function loadRecord(statements: Statements, record: StoredRecord): void {
  if (record.type === 'gone') statements.addGone.run(record.viewing, record.item);
  if (record.type === 'code') keepCode(statements, record.viewing, record.hash, record.received);
  if (record.type === 'name') keepName(statements, record.identity, record.received);
  if (record.type === 'reaction') keepReactions(statements, [record.reaction], record.site, record.received);
}

export function keepCode(statements: Statements, viewing: ViewingId, hash: string, received: string): void {
  statements.addCode.run(viewing, hash, received);
}

function keepName(statements: Statements, identity: Identity, received: string): void {
  if (statements.findGone.get(identity.viewing, 'name')) return;
  statements.addName.run(identity.viewing, JSON.stringify(identity), received);
}

/** Tells which were new. Everything that is of the viewing is asked and written once for all of its reactions. */
function keepReactions(
  statements: Statements,
  reactions: readonly Reaction[],
  site: SiteId,
  received: string,
): readonly ReactionId[] {
  const stored: ReactionId[] = [];
  for (const ofViewing of groupByViewing(reactions)) {
    const rows = listTaken(statements, ofViewing).map((reaction) => ({ reaction, ...factsOf(reaction) }));
    const [first] = rows;
    if (!first) continue;
    const { viewing, graph } = first.reaction;
    const times = rows.map(({ at }) => at).toSorted();
    const named = rows.some((row) => row.named) ? 1 : 0;
    statements.touchViewing.run({ viewing, graph, site, began: times[0], latest: times.at(-1), named });
    const { number } = statements.findViewing.get(viewing, graph) as { readonly number: number };
    for (const { reaction, at, scene, question, topics } of rows) {
      const { id, sequence, type } = reaction;
      const body = JSON.stringify(reaction);
      const row = { id, viewing: number, sequence, at, type, scene, question, topics, body, received };
      if (statements.addReaction.run(row).changes > 0) stored.push(id);
    }
  }
  return stored;
}

/** Viewings in the order in which they came. A viewing is one way through one graph. */
function groupByViewing(reactions: readonly Reaction[]): Iterable<readonly Reaction[]> {
  const groups = new Map<string, Reaction[]>();
  for (const reaction of reactions) {
    const key = `${reaction.viewing} ${reaction.graph}`;
    const group = groups.get(key);
    if (group) group.push(reaction);
    else groups.set(key, [reaction]);
  }
  return groups.values();
}

/** Those of one viewing that were not withdrawn. */
function listTaken(statements: Statements, reactions: readonly Reaction[]): readonly Reaction[] {
  const rows = statements.listGone.all(reactions[0]?.viewing) as readonly { readonly item: string }[];
  if (rows.length === 0) return reactions;
  const gone = new Set(rows.map(({ item }) => item));
  return gone.has('viewing') ? [] : reactions.filter(({ id }) => !gone.has(id));
}
