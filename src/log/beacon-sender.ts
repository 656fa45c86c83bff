import type { Batch } from '../domain/reaction.js';
import type { Withdrawal, WithdrawalReceipt } from '../domain/withdrawal.js';
import { bytesOf, splitBatch } from './batch.js';
import { readAnswer, readWithdrawalAnswer, type CollectorAnswer } from './collector-answer.js';
import { collectorUrl } from './collector-url.js';
import { findDeferral, type Deferral } from './deferral.js';
import { readText } from './read-text.js';
import type { Delivery, Sender } from './sender.js';

export interface BeaconSenderOptions {
  /** Address of the collector, absolute or relative to the page. */
  readonly collector: string;
  readonly base?: string;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly sendBeacon?: (url: string, body: string) => boolean;
  readonly deferral?: Deferral | undefined;
  readonly now?: () => number;
}

/** Beyond it, browsers refuse `keepalive` and beacons: 65,536 bytes for all that is under way, with room for headers. */
const UNDER_WAY_BYTES = 60_000;
/** All beacons under way together carry 65,536 bytes; smaller ones leave room for what comes after. */
const BEACON_BYTES = 15_000;
const TIMEOUT_MS = 20_000;
/** A receipt of 200 ids is 10 kB. Rubbish may have no end. */
const ANSWER_BYTES = 200_000;

/** Sends batches over HTTP. As `text/plain`, which needs no preflight that a page going away could not wait for. */
export class BeaconSender implements Sender {
  readonly #options: BeaconSenderOptions;
  /** Undefined if what the page gave is no address. That must not stop the film, and shows in every delivery. */
  readonly #urls: Readonly<Record<'reactions' | 'withdrawals', string>> | undefined;
  readonly #deferral: Deferral | undefined;
  /** Of requests that outlive the page, and have no answer yet. */
  #bytesUnderWay = 0;

  constructor(options: BeaconSenderOptions) {
    this.#options = options;
    this.#urls = tryUrls(options);
    this.#deferral = 'deferral' in options ? options.deferral : findDeferral();
  }

  async send(batch: Batch): Promise<Delivery> {
    return this.#post('reactions', batch, (answer, now) => readAnswer(answer, batch, now));
  }

  async withdraw(withdrawals: readonly Withdrawal[]): Promise<Delivery<WithdrawalReceipt>> {
    return this.#post('withdrawals', { format: 1, withdrawals }, readWithdrawalAnswer);
  }

  sendOnLeaving(batch: Batch, withdrawals: readonly Withdrawal[] = []): readonly Batch[] {
    const { sendBeacon = (url, body) => navigator.sendBeacon(url, body) } = this.#options;
    const taken: Batch[] = [];
    if (!this.#urls) return taken;
    let room = UNDER_WAY_BYTES - this.#bytesUnderWay;
    const beacon = (url: string, content: unknown): boolean => {
      room -= bytesOf(content);
      return room >= 0 && sendBeacon(url, JSON.stringify(content));
    };
    // What does not go now is kept on disk, and goes when the viewer comes back.
    if (withdrawals.length > 0 && !beacon(this.#urls.withdrawals, { format: 1, withdrawals })) return taken;
    for (const chunk of splitBatch(batch, BEACON_BYTES)) {
      if (!beacon(this.#urls.reactions, chunk)) return taken;
      taken.push(chunk);
    }
    return taken;
  }

  leaveWithBrowser(batch: Batch | undefined): void {
    const first = batch && splitBatch(batch, BEACON_BYTES)[0];
    if (this.#urls) this.#deferral?.replace(this.#urls.reactions, first && JSON.stringify(first));
  }

  async #post<Receipt>(
    path: 'reactions' | 'withdrawals',
    content: unknown,
    read: (answer: CollectorAnswer, now: number) => Delivery<Receipt>,
  ): Promise<Delivery<Receipt>> {
    const { now = Date.now, collector } = this.#options;
    if (!this.#urls) return { type: 'postponed', reason: `"${collector}" is no address of a collector.` };
    const bytes = bytesOf(content);
    const keepalive = this.#bytesUnderWay + bytes < UNDER_WAY_BYTES;
    if (keepalive) this.#bytesUnderWay += bytes;
    try {
      return read(await this.#fetch(this.#urls[path], JSON.stringify(content), keepalive), now());
    } catch (cause) {
      const reason = cause instanceof Error || cause instanceof DOMException ? cause.message : String(cause);
      return { type: 'postponed', reason: `The collector cannot be reached: ${reason}` };
    } finally {
      if (keepalive) this.#bytesUnderWay -= bytes;
    }
  }

  async #fetch(url: string, body: string, keepalive: boolean): Promise<CollectorAnswer> {
    // Called without `this`: the browser's own fetch refuses any other receiver.
    const { fetch: post = fetch, timeoutMs = TIMEOUT_MS } = this.#options;
    const response = await post(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      keepalive,
      credentials: 'omit',
      cache: 'no-store',
      // The collector checks the origin; which page it was is none of its business.
      referrerPolicy: 'strict-origin',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      status: response.status,
      body: await readText(response, ANSWER_BYTES),
      retryAfter: response.headers.get('retry-after'),
    };
  }
}

function tryUrls({ collector, base }: BeaconSenderOptions) {
  try {
    return {
      reactions: collectorUrl(collector, 'reactions', base),
      withdrawals: collectorUrl(collector, 'withdrawals', base),
    };
  } catch {
    // Told with each delivery instead.
    return undefined;
  }
}
