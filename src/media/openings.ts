import { PRESUMED_BYTES_PER_SECOND } from './clip-bytes.js';
import type { PlayableClip } from './media.js';

/** Chromium plays from blocks of 32 kB, and begins once it has two of them. */
const LEAST_BYTES = 64 * 1024;
const MOST_BYTES = 4 * 1024 * 1024;

export interface OpeningsOptions {
  readonly fetch: typeof fetch;
  canPlay(type: string): boolean;
  /** Called with every bit that came. */
  onBytes(clip: PlayableClip, bytes: number): void;
}

interface Opening {
  readonly bytes: number;
  /** There is no more to fetch, or it cannot be fetched from here. */
  readonly complete: boolean;
}

/**
 * Fetches the first bytes of clips into the browser's cache, where the video element finds them later.
 *
 * Only Chromium gives a video what a range request left in the cache. Safari plays by a loader of its own and Firefox
 * keeps no parts, so that there it would be fetched twice.
 */
export class Openings {
  readonly #options: OpeningsOptions;
  readonly #openings = new Map<string, Opening>();
  /** Origins that take no part in CORS. Asking again would only fill the console. */
  readonly #closed = new Set<string>();

  constructor(options: OpeningsOptions) {
    this.#options = options;
  }

  has(clip: PlayableClip, seconds: number): boolean {
    const source = this.#sourceOf(clip);
    if (!source || !('userAgentData' in navigator)) return true;
    const { bytes, complete } = this.#openings.get(source.src) ?? NOTHING;
    return complete || bytes >= bytesOf(clip, source, seconds);
  }

  /** Resolves when it is there, or never will be. */
  async bring(clip: PlayableClip, seconds: number, signal: AbortSignal): Promise<void> {
    const source = this.#sourceOf(clip);
    if (!source || this.has(clip, seconds)) return;
    const { src } = source;
    const { origin } = new URL(src, location.href);
    const from = this.#openings.get(src)?.bytes ?? 0;
    const to = bytesOf(clip, source, seconds);
    try {
      const response = this.#closed.has(origin) ? undefined : await this.#ask(src, from, to, signal);
      const opening = response ? await this.#read(response, clip, from, to) : COMPLETE;
      this.#openings.set(src, opening);
    } catch {
      // A clip that cannot be fetched now says so when it is chosen, as any clip does.
      if (signal.aborted) return;
      if (origin !== location.origin) this.#closed.add(origin);
      this.#openings.set(src, COMPLETE);
    }
  }

  #ask(src: string, from: number, to: number, signal: AbortSignal): Promise<Response> {
    const { fetch } = this.#options;
    return fetch(src, { headers: { range: `bytes=${from}-${to - 1}` }, priority: 'low', signal });
  }

  /** Reads all of it: what is not read does not reach the cache. */
  async #read(response: Response, clip: PlayableClip, from: number, to: number): Promise<Opening> {
    if (!response.ok || !response.body) return COMPLETE;
    const isPart = response.status === 206;
    const reader = response.body.getReader();
    let bytes = isPart ? from : 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes, complete: !isPart || bytes < to };
      bytes += value.byteLength;
      this.#options.onBytes(clip, value.byteLength);
      if (bytes < to || isPart) continue;
      // A server without range requests sends the whole.
      await reader.cancel();
      return { bytes, complete: true };
    }
  }

  /** The source that will be played. HLS is none: its beginning is a list, and what is behind that hangs on the line. */
  #sourceOf(clip: PlayableClip): PlayableClip['sources'][number] | undefined {
    const source = clip.sources.find(({ type }) => this.#options.canPlay(type));
    return source && /mpegurl/i.test(source.type) ? undefined : source;
  }
}

const NOTHING: Opening = { bytes: 0, complete: false };
const COMPLETE: Opening = { bytes: 0, complete: true };

function bytesOf(
  { durationSeconds }: PlayableClip,
  { bytes }: PlayableClip['sources'][number],
  seconds: number,
): number {
  const perSecond = bytes !== undefined && durationSeconds ? bytes / durationSeconds : PRESUMED_BYTES_PER_SECOND;
  return Math.min(Math.ceil(Math.max(LEAST_BYTES, seconds * perSecond)), bytes ?? MOST_BYTES, MOST_BYTES);
}
