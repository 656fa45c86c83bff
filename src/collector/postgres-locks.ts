import { createHash } from 'node:crypto';

import type { ViewingId } from '../domain/reaction.js';
import type { Runner } from './postgres-pool.js';

/**
 * Between "nothing of this viewing is here" and "nothing more of it is taken" no batch may slip in. Whoever adds to a
 * viewing holds its lock together with others, whoever deletes holds it alone. A few locks for all viewings: one each
 * could be more than the server has room for.
 */
const LOCKS = 64;
/** Tells our locks from other programs'. */
const CLASS = 7_262_002;

const HOLD_TOGETHER = `SELECT pg_advisory_xact_lock_shared(${CLASS}, n) FROM unnest($1::integer[]) AS n`;
const HOLD_ALONE = `SELECT pg_advisory_xact_lock(${CLASS}, n) FROM unnest($1::integer[]) AS n`;

/** Until the transaction ends. Always in the same order, so that nobody waits in a circle. */
export async function holdTogether(runner: Runner, viewings: Iterable<ViewingId>): Promise<void> {
  await runner.query(HOLD_TOGETHER, [locksOf(viewings)]);
}

export async function holdAlone(runner: Runner, viewings: Iterable<ViewingId>): Promise<void> {
  await runner.query(HOLD_ALONE, [locksOf(viewings)]);
}

/** Keeps every batch of every collector waiting. For short work only. */
export async function holdEverything(runner: Runner): Promise<void> {
  await runner.query(HOLD_ALONE, [Array.from({ length: LOCKS }, (_, index) => index)]);
}

function locksOf(viewings: Iterable<ViewingId>): readonly number[] {
  const locks = new Set([...viewings].map(lockOf));
  return [...locks].toSorted((a, b) => a - b);
}

function lockOf(viewing: ViewingId): number {
  return (createHash('sha1').update(viewing.toLowerCase()).digest()[0] ?? 0) % LOCKS;
}
