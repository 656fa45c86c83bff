import type { Batch } from '../domain/reaction.js';
import { bytesOf, splitBatch } from './batch.js';
import { readAnswer, type CollectorAnswer } from './collector-answer.js';
import type { Delivery, Sender } from './sender.js';

export interface BeaconSenderOptions {
  /** Address of the collector, absolute or relative to the page. */
  readonly collector: string;
  readonly base?: string;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly sendBeacon?: (url: string, body: string) => boolean;
  readonly now?: () => number;
}

/** Beyond it, browsers refuse `keepalive`. */
const KEEPALIVE_BYTES = 60_000;
/** All beacons under way together carry 65,536 bytes; smaller ones leave room for what comes after. */
const BEACON_BYTES = 15_000;
const TIMEOUT_MS = 20_000;
/** A receipt of 200 ids is 10 kB. Rubbish may have no end. */
const ANSWER_BYTES = 200_000;

/** Sends batches over HTTP. As `text/plain`, which needs no preflight that a page going away could not wait for. */
export class BeaconSender implements Sender {
  readonly #options: BeaconSenderOptions;
  /** Undefined if what the page gave is no address. That must not stop the film, and shows in every delivery. */
  readonly #url: string | undefined;

  constructor(options: BeaconSenderOptions) {
    this.#options = options;
    this.#url = tryReactionsUrl(options);
  }

  async send(batch: Batch): Promise<Delivery> {
    const { now = Date.now, collector } = this.#options;
    if (this.#url === undefined) return { type: 'postponed', reason: `"${collector}" is no address of a collector.` };
    try {
      return readAnswer(await this.#post(this.#url, batch), batch, now());
    } catch (cause) {
      const reason = cause instanceof Error || cause instanceof DOMException ? cause.message : String(cause);
      return { type: 'postponed', reason: `The collector cannot be reached: ${reason}` };
    }
  }

  sendOnLeaving(batch: Batch): void {
    const { sendBeacon = (url, body) => navigator.sendBeacon(url, body) } = this.#options;
    if (this.#url === undefined) return;
    let room = KEEPALIVE_BYTES;
    for (const chunk of splitBatch(batch, BEACON_BYTES)) {
      room -= bytesOf(chunk);
      // What does not go now is in the outbox, and goes when the viewer comes back.
      if (room < 0 || !sendBeacon(this.#url, JSON.stringify(chunk))) return;
    }
  }

  async #post(url: string, batch: Batch): Promise<CollectorAnswer> {
    // Called without `this`: the browser's own fetch refuses any other receiver.
    const { fetch: post = fetch, timeoutMs = TIMEOUT_MS } = this.#options;
    const body = JSON.stringify(batch);
    const response = await post(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      keepalive: bytesOf(batch) < KEEPALIVE_BYTES,
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

/** `/collector`, `/collector/` and `https://…/collector?key=…` all lead to `reactions` below it. */
export function reactionsUrl(collector: string, base: string = document.baseURI): string {
  const url = new URL(collector, base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/reactions`;
  return url.href;
}

function tryReactionsUrl({ collector, base }: BeaconSenderOptions): string | undefined {
  try {
    return reactionsUrl(collector, base);
  } catch {
    // Told with each delivery instead.
    return undefined;
  }
}

/**
 * Reads at most so many bytes and lets go of the rest. Where the length is told it is read in one go: Chromium shows
 * keepalive answers that are read piece by piece as cancelled.
 */
async function readText(response: Response, limit: number): Promise<string> {
  if (!response.body) return '';
  const length = response.headers.get('content-length');
  if (length !== null && Number(length) <= limit) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; read < limit;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
