import type { ViewingId } from '../domain/reaction.js';
import type { Withdrawal } from '../domain/withdrawal.js';
import { hashCode, judgeWithdrawal } from './deletion-codes.js';
import { addCodes } from './postgres-keep.js';
import { holdAlone } from './postgres-locks.js';
import type { Runner } from './postgres-pool.js';
import type { Erased, ViewerSought } from './reaction-store.js';

/** What deleting needs: a transaction on the reactions, and somebody who may touch names. */
export interface Eraser {
  readonly reactions: Runner;
  readonly names: Runner;
}

/** Does what a viewer asks for, or says why not. */
export async function withdrawOne(
  eraser: Eraser,
  withdrawal: Withdrawal,
  received: string,
): Promise<string | undefined> {
  const { reactions } = eraser;
  const hash = hashCode(withdrawal.code);
  const named = withdrawal.viewing ?? null;
  const holders = await listViewings(reactions, 'SELECT viewing FROM codes WHERE hash = $1 ORDER BY viewing', hash);
  await holdAlone(reactions, named === null ? holders : [named]);
  const { rows } = await reactions.query<{ hasCode: boolean; isKept: boolean; isHolder: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM codes WHERE viewing = $1::uuid) AS "hasCode",
       EXISTS (SELECT 1 FROM codes WHERE viewing = $1::uuid AND hash = $2) AS "isHolder",
       EXISTS (SELECT 1 FROM viewings WHERE viewing = $1::uuid) AS "isKept"`,
    [named, hash],
  );
  const { hasCode = false, isKept = false, isHolder = false } = rows[0] ?? {};
  const judged = judgeWithdrawal(withdrawal, {
    holders: named === null ? holders : isHolder ? [named] : [],
    hasCode,
    isKept,
  });
  if ('reason' in judged) return judged.reason;
  await addCodes(
    reactions,
    judged.viewings.map((viewing) => ({ viewing, hash, received })),
  );
  for (const viewing of judged.viewings) await removePart(eraser, viewing, withdrawal);
  return undefined;
}

async function removePart(eraser: Eraser, viewing: ViewingId, { of, reactions = [] }: Withdrawal): Promise<void> {
  if (of === 'everything') await eraseOne(eraser, viewing);
  if (of === 'name') {
    await markGone(eraser.reactions, viewing, ['name']);
    await eraser.names.query('DELETE FROM names WHERE viewing = $1', [viewing]);
  }
  if (of === 'reactions') {
    await markGone(
      eraser.reactions,
      viewing,
      reactions.map((id) => id.toLowerCase()),
    );
    await eraser.reactions.query('DELETE FROM reactions WHERE viewing = $1 AND id = ANY ($2::uuid[])', [
      viewing,
      reactions,
    ]);
  }
}

/** Deletes a viewing whose lock is held, and remembers that it is gone. Its code stays, to answer who asks once more. */
export async function eraseOne({ reactions, names }: Eraser, viewing: ViewingId): Promise<Erased> {
  await markGone(reactions, viewing, ['viewing']);
  const named = await names.query('DELETE FROM names WHERE viewing = $1', [viewing]);
  const removed = await reactions.query('DELETE FROM reactions WHERE viewing = $1', [viewing]);
  const viewings = await reactions.query('DELETE FROM viewings WHERE viewing = $1', [viewing]);
  return { viewings: viewings.rowCount ?? 0, reactions: removed.rowCount ?? 0, names: named.rowCount ?? 0 };
}

/** Name and reference lie there as JSON. */
export function listViewer(names: Runner, viewer: ViewerSought): Promise<readonly ViewingId[]> {
  return 'reference' in viewer
    ? listViewings(names, 'SELECT viewing FROM names WHERE reference = $1', JSON.stringify(viewer.reference))
    : listViewings(names, 'SELECT viewing FROM names WHERE name = $1', JSON.stringify(viewer.name));
}

async function markGone(reactions: Runner, viewing: ViewingId, items: readonly string[]): Promise<void> {
  await reactions.query('INSERT INTO gone (viewing, item) SELECT $1::uuid, unnest($2::text[]) ON CONFLICT DO NOTHING', [
    viewing,
    items,
  ]);
}

async function listViewings(runner: Runner, text: string, value: string): Promise<readonly ViewingId[]> {
  const { rows } = await runner.query<{ viewing: string }>(text, [value]);
  return rows.map(({ viewing }) => viewing);
}
