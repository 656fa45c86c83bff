import type { FastifyInstance } from 'fastify';

import {
  WITHDRAWALS,
  withdrawalBatchSchema,
  withdrawalSchema,
  type Withdrawal,
  type WithdrawalReceipt,
} from '../domain/withdrawal.js';
import { BODY_BYTES } from './collector-options.js';
import type { Metrics } from './metrics.js';
import { readEnvelope, sift } from './read-batch.js';
import type { ReactionStore } from './reaction-store.js';
import type { Senders } from './senders.js';

const BATCH = {
  kind: 'a list of withdrawals',
  shape: `A list is { "format": 1, "withdrawals": [...] } with at most ${WITHDRAWALS} of them.`,
};

/** `POST /withdrawals`: deletes what viewers take back, and answers once it is gone. */
export function addWithdrawRoute(
  server: FastifyInstance,
  path: string,
  { sending }: Senders,
  store: Pick<ReactionStore, 'withdraw'>,
  metrics: Metrics,
): void {
  server.post(path, { ...sending, bodyLimit: BODY_BYTES }, async ({ body }): Promise<WithdrawalReceipt> => {
    const { withdrawals } = readEnvelope(body, withdrawalBatchSchema, BATCH);
    const { good, refused } = sift<Withdrawal>(withdrawals, withdrawalSchema, 'withdrawal', 'id');
    const taken = await store.withdraw(good);
    const receipt = { done: taken.done, refused: [...refused, ...taken.refused] };
    metrics.countWithdrawals(receipt);
    return receipt;
  });
}
