import { PRESUMED_BYTES_PER_SECOND } from './clip-bytes.js';
import type { PlayableClip } from './media.js';
import type { Source } from './media-engine.js';

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

interface Fetched extends Opening {
  /** What came, if it is the beginning of the clip. */
  readonly parts?: BlobPart[] | undefined;
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
  /**
   * Whether an origin gives anything. Where the first request fails, CORS or the page's policy is why, or the server
   * forbids to keep anything: asking again would only fill the console. Later it may be the line.
   */
  readonly #origins = new Map<string, 'open' | 'closed'>();

  constructor(options: OpeningsOptions) {
    this.#options = options;
  }

  has(clip: PlayableClip, seconds: number): boolean {
    const source = this.#sourceOf(clip);
    if (!source || !('userAgentData' in navigator)) return true;
    const { bytes, complete } = this.#openings.get(source.src) ?? NOTHING;
    return complete || bytes >= bytesOf(clip, source, seconds);
  }

  /** Resolves when it is there, or never will be; to all that came, where that is the clip from its beginning on. */
  async bring(clip: PlayableClip, seconds: number, signal: AbortSignal): Promise<Blob | undefined> {
    const source = this.#sourceOf(clip);
    if (!source || this.has(clip, seconds)) return undefined;
    const { src } = source;
    const { origin } = new URL(src, location.href);
    try {
      const fetched: Fetched =
        this.#origins.get(origin) === 'closed' ? COMPLETE : await this.#fetch(clip, source, seconds, signal);
      const { parts, ...opening } = fetched;
      this.#openings.set(src, opening);
      return parts && new Blob(parts, { type: source.type });
    } catch {
      // A clip that cannot be fetched now says so when it is chosen, as any clip does.
      if (signal.aborted) return undefined;
      if (!this.#origins.has(origin)) this.#origins.set(origin, 'closed');
      this.#openings.set(src, COMPLETE);
    }
    return undefined;
  }

  async #fetch(clip: PlayableClip, source: Source, seconds: number, signal: AbortSignal): Promise<Fetched> {
    const { fetch } = this.#options;
    const from = this.#openings.get(source.src)?.bytes ?? 0;
    const to = bytesOf(clip, source, seconds);
    const headers = { range: `bytes=${from}-${to - 1}` };
    const response = await fetch(source.src, { headers, priority: 'low', signal });
    const isKept = !/no-store/i.test(response.headers.get('cache-control') ?? '');
    this.#origins.set(new URL(source.src, location.href).origin, isKept ? 'open' : 'closed');
    if (response.ok && isKept) return this.#read(response, clip, from, to);
    await response.body?.cancel();
    return COMPLETE;
  }

  /** Reads all of it: what is not read does not reach the cache. */
  async #read(response: Response, clip: PlayableClip, from: number, to: number): Promise<Fetched> {
    const isPart = response.status === 206;
    const reader = response.body?.getReader();
    if (!reader) return COMPLETE;
    let bytes = isPart ? from : 0;
    const parts: BlobPart[] | undefined = bytes === 0 ? [] : undefined;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes, complete: !isPart || bytes < to, parts };
      parts?.push(value);
      bytes += value.byteLength;
      this.#options.onBytes(clip, value.byteLength);
      if (bytes < to || isPart) continue;
      // A server without range requests sends the whole.
      await reader.cancel();
      return { bytes, complete: true, parts };
    }
  }

  /** The source that will be played. HLS is none: its beginning is a list, and what is behind that hangs on the line. */
  #sourceOf(clip: PlayableClip): Source | undefined {
    const source = clip.sources.find(({ type }) => this.#options.canPlay(type));
    return source && /mpegurl/i.test(source.type) ? undefined : source;
  }
}

const NOTHING: Opening = { bytes: 0, complete: false };
const COMPLETE: Opening = { bytes: 0, complete: true };

function bytesOf({ durationSeconds }: PlayableClip, { bytes }: Source, seconds: number): number {
  const perSecond = bytes !== undefined && durationSeconds ? bytes / durationSeconds : PRESUMED_BYTES_PER_SECOND;
  return Math.min(Math.ceil(Math.max(LEAST_BYTES, seconds * perSecond)), bytes ?? MOST_BYTES, MOST_BYTES);
}
