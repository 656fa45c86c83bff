import { FollowupError } from '../domain/error.js';

/** Fetches, and the pauses in between. */
export interface Patience {
  readonly fetch: typeof fetch;
  readonly pause: (ms: number) => Promise<void>;
}

export const PATIENCE: Patience = {
  fetch: (...request) => fetch(...request),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const TRIES = 7;
const LONGEST_PAUSE_MS = 300_000;
const ANSWER_WITHIN_MS = 60_000;

/**
 * Asks again while the other side is out of reach or busy, and waits as long as it says. Every other answer is handed
 * back as it is.
 */
export async function fetchPatiently(
  address: string,
  request: RequestInit,
  who: string,
  { fetch, pause }: Patience,
): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    const answer = await tryOnce(fetch, address, request);
    if (answer instanceof Response && !isBusy(answer.status)) return answer;
    if (tried === TRIES) throw givenUp(who, answer);
    await pause(Math.min(LONGEST_PAUSE_MS, Math.max(2 ** (tried - 1) * 500, saidPauseMs(answer))));
  }
}

/** The answer has to begin in time. How long the rest of it takes depends on how large a file is. */
async function tryOnce(fetch: Patience['fetch'], address: string, request: RequestInit): Promise<unknown> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_WITHIN_MS);
  try {
    return await fetch(address, { ...request, signal: late.signal, redirect: 'manual' });
  } catch (cause) {
    return cause;
  } finally {
    clearTimeout(timer);
  }
}

function isBusy(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function saidPauseMs(answer: unknown): number {
  const said = answer instanceof Response ? Number(answer.headers.get('retry-after') ?? 0) : 0;
  return Number.isFinite(said) ? said * 1_000 : 0;
}

function givenUp(who: string, answer: unknown): FollowupError {
  const why = answer instanceof Response ? `answered ${answer.status}` : 'gave no answer';
  return new FollowupError(
    'unreachable',
    `${who} ${why}, ${TRIES} times. What was handed over is safe; run the same command again to go on.`,
    { cause: answer },
  );
}
