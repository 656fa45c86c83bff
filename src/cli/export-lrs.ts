import { FollowupError } from '../domain/error.js';
import { XAPI_VERSION } from '../domain/xapi-statement.js';
import { fetchPatiently, type Patience } from './patient-fetch.js';

/** A learning record store, and who we are to it. */
export interface Lrs {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** What became of the statements. Those that it had already are counted as sent: sending is for ever the same. */
export interface Sent {
  readonly sent: number;
  /** It has a statement of that id which says something else, and keeps it. */
  readonly differing: readonly string[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
}

const NOTHING: Sent = { sent: 0, differing: [], refused: [] };

/** Most statements, and most bytes, in one request. */
const BATCH = 100;
const BATCH_BYTES = 500_000;

/** Sends statements, each as a line of JSON. A batch that is refused is halved until the one at fault stands alone. */
export async function sendStatements(lines: readonly string[], lrs: Lrs, patience: Patience): Promise<Sent> {
  let all = NOTHING;
  for (const batch of inBatches(lines)) all = added(all, await sendBatch(batch, lrs, patience));
  return all;
}

export function added(a: Sent, b: Sent): Sent {
  return {
    sent: a.sent + b.sent,
    differing: [...a.differing, ...b.differing],
    refused: [...a.refused, ...b.refused],
  };
}

async function sendBatch(lines: readonly string[], lrs: Lrs, patience: Patience): Promise<Sent> {
  const response = await fetchPatiently(
    `${lrs.address}/statements`,
    {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${lrs.user}:${lrs.password}`).toString('base64')}`,
        'content-type': 'application/json',
        'x-experience-api-version': XAPI_VERSION,
      },
      body: `[${lines.join(',')}]`,
    },
    'The record store',
    patience,
  );
  if (response.ok) {
    await response.body?.cancel();
    return { ...NOTHING, sent: lines.length };
  }
  if (![400, 409, 413].includes(response.status)) throw stopped(response.status);
  if (lines.length > 1) {
    const half = Math.ceil(lines.length / 2);
    const first = await sendBatch(lines.slice(0, half), lrs, patience);
    return added(first, await sendBatch(lines.slice(half), lrs, patience));
  }
  const { id } = JSON.parse(lines[0] ?? '{}') as { readonly id: string };
  if (response.status === 409) return { ...NOTHING, differing: [id] };
  const reason = (await response.text()).replace(/\s+/g, ' ').trim().slice(0, 200);
  return { ...NOTHING, refused: [{ id, reason: reason || `status ${response.status}` }] };
}

function stopped(status: number): FollowupError {
  if (status === 401 || status === 403) {
    return new FollowupError(
      'lrs-refused',
      'The record store refuses this user. Check FOLLOWUP_LRS_USER and FOLLOWUP_LRS_PASSWORD, and that they may write statements.',
    );
  }
  return new FollowupError(
    'lrs-refused',
    `The record store answered ${status}. Check that --to is its endpoint, the address that "/statements" comes after.`,
  );
}

function* inBatches(lines: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    const length = Buffer.byteLength(line);
    if (batch.length > 0 && (batch.length === BATCH || bytes + length > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += length;
  }
  if (batch.length > 0) yield batch;
}
