import type { Identity, Reaction, ViewingId } from '../domain/reaction.js';
import { hashCode } from './deletion-codes.js';
import type { Statements } from './libsql-statements.js';
import { factsOf } from './reaction-row.js';
import type { Incoming, Kept, SiteId } from './reaction-store.js';
import type { StoredRecord } from './stored-record.js';

/** Writes what came in one request. Runs inside a transaction. */
export function keepIncoming(statements: Statements, incoming: Incoming, site: SiteId, received: string): Kept {
  const { reactions, identities = [], codes = [] } = incoming;
  const stored = reactions.filter((one) => keepReaction(statements, one, site, received)).map(({ id }) => id);
  const isStored = new Set(stored);
  for (const identity of identities) keepName(statements, identity, received);
  for (const { viewing, code } of codes) keepCode(statements, viewing, hashCode(code), received);
  return {
    stored,
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
  if (record.type === 'reaction') keepReaction(statements, record.reaction, record.site, record.received);
}

export function keepCode(statements: Statements, viewing: ViewingId, hash: string, received: string): void {
  statements.addCode.run(viewing, hash, received);
}

function keepName(statements: Statements, identity: Identity, received: string): void {
  if (statements.findGone.get(identity.viewing, 'name')) return;
  statements.addName.run(identity.viewing, JSON.stringify(identity), received);
}

/** Tells whether it was new. */
function keepReaction(statements: Statements, reaction: Reaction, site: SiteId, received: string): boolean {
  const { id, viewing, graph, sequence, type } = reaction;
  if (statements.findReaction.get(id) || statements.findGone.get(viewing, id)) return false;
  const { named, ...facts } = factsOf(reaction);
  statements.touchViewing.run({ viewing, graph, site, at: facts.at, named: named ? 1 : 0 });
  const { number } = statements.findViewing.get(viewing, graph) as { readonly number: number };
  statements.addReaction.run({
    id,
    viewing: number,
    sequence,
    type,
    ...facts,
    body: JSON.stringify(reaction),
    received,
  });
  return true;
}
