import { setImmediate } from 'node:timers/promises';

import type { ViewingId } from '../domain/reaction.js';
import type { Withdrawal } from '../domain/withdrawal.js';
import { hashCode, judgeWithdrawal } from './deletion-codes.js';
import { commitTogether, type Databases } from './libsql-database.js';
import { keepCode } from './libsql-keep.js';
import type { Statements } from './libsql-statements.js';
import type { Erased, Expiry, ViewerSought } from './reaction-store.js';

/** How many arrivals are looked at in one transaction. */
const STRETCH = 20_000;

/** Does what a viewer asks for, or says why not. Runs inside a transaction. */
export function withdrawOne(statements: Statements, withdrawal: Withdrawal, received: string): string | undefined {
  const hash = hashCode(withdrawal.code);
  const { viewing: named } = withdrawal;
  const judged = judgeWithdrawal(withdrawal, {
    holders: listViewings(statements.listHolders.all(hash)),
    hasCode: named !== undefined && statements.findCode.get(named) !== undefined,
    isKept: named !== undefined && statements.listNumbers.get(named) !== undefined,
  });
  if ('reason' in judged) return judged.reason;
  for (const viewing of judged.viewings) {
    keepCode(statements, viewing, hash, received);
    removePart(statements, viewing, withdrawal);
  }
  return undefined;
}

function removePart(statements: Statements, viewing: ViewingId, { of, reactions = [] }: Withdrawal): void {
  if (of === 'everything') eraseOne(statements, viewing);
  if (of === 'name') {
    statements.addGone.run(viewing, 'name');
    statements.removeName.run(viewing);
  }
  if (of === 'reactions') {
    for (const id of reactions) {
      statements.addGone.run(viewing, id);
      statements.removeReaction.run(id, viewing);
    }
  }
}

/** Deletes a viewing, and remembers that it is gone. Its code stays, so that asking once more is answered. */
export function eraseOne(statements: Statements, viewing: ViewingId): Erased {
  statements.addGone.run(viewing, 'viewing');
  return {
    reactions: statements.removeReactions.run(viewing).changes,
    viewings: statements.removeViewing.run(viewing).changes,
    names: statements.removeName.run(viewing).changes,
  };
}

export function listViewer(statements: Statements, viewer: ViewerSought): readonly ViewingId[] {
  return listViewings(
    'reference' in viewer ? statements.listByReference.all(viewer.reference) : statements.listByName.all(viewer.name),
  );
}

/** Deletes what is too old of a graph, and names and codes that nothing is left of. */
export async function expireGraph(
  databases: Databases,
  statements: Statements,
  { graph, before }: Expiry,
): Promise<Erased> {
  const { arrival: last } = statements.lastArrival.get() as { readonly arrival: number };
  let reactions = 0;
  for (let from = 0; from < last; from += STRETCH) {
    const stretch = { from, to: Math.min(from + STRETCH, last), graph, before };
    reactions += commitTogether([databases.reactions], () => statements.expire.run(stretch).changes);
    await setImmediate();
  }
  return commitTogether([databases.names, databases.reactions], () => {
    const viewings = statements.dropEmpty.run(graph).changes;
    statements.dropCodes.run(before);
    const over = listViewings(statements.listOldNames.all(before)).filter((one) => !statements.listNumbers.get(one));
    for (const viewing of over) statements.removeName.run(viewing);
    return { viewings, reactions, names: over.length };
  });
}

function listViewings(rows: unknown[]): readonly ViewingId[] {
  return (rows as readonly { readonly viewing: ViewingId }[]).map(({ viewing }) => viewing);
}
