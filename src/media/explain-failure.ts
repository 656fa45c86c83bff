import type { ClipFailure } from '../domain/clip-failure.js';
import { isHls } from './early-video.js';
import type { EngineFault, Source } from './media-engine.js';

/** A failure with its reason, for the page's developer. */
export interface Explained {
  readonly failure: ClipFailure;
  readonly detail: string;
}

/** What the server says of a file. */
interface Answer {
  /** 0 if nobody answered. */
  readonly status: number;
  readonly type: string;
  /** Somebody answered who does not let this page read it. */
  readonly closed: boolean;
}

const PROBE_MS = 4_000;
/** Of the 4xx, these two are over in a moment: too slow, too many. */
const PASSING = [408, 429];

/**
 * Says why a clip does not play. Browsers answer a missing file and a broken one alike (`MEDIA_ERR_SRC_NOT_SUPPORTED`),
 * so the address is asked once more; only what it answers, not the file itself, is waited for.
 */
export async function explainFailure(
  fault: EngineFault,
  { source, begun }: { readonly source: Source; readonly begun: boolean },
  probe = fetch,
): Promise<Explained> {
  const { src } = source;
  const detail = `${src}: ${fault.message || `media error ${fault.code}`}`;
  // What the page holds itself no server can tell of.
  if (fault.code === MediaError.MEDIA_ERR_DECODE || src.startsWith('blob:')) return { failure: 'unplayable', detail };
  if (fault.code === MediaError.MEDIA_ERR_NETWORK && begun) return { failure: 'network', detail };
  const { status, type, closed } = statusIn(fault.message) ?? (await ask(src, probe));
  if (status === 0) return { failure: 'network', detail: `${src}: no server answered.` };
  if (status >= 500 || PASSING.includes(status))
    return { failure: 'network', detail: `${src}: the server answered ${status}.` };
  if (status >= 400) return { failure: 'not-found', detail: `${src}: the server answered ${status}.` };
  if (closed && isHls(source.type)) {
    return {
      failure: 'unplayable',
      detail: `${src}: the server does not let this page read it. HLS needs the header Access-Control-Allow-Origin on its lists and on its segments.`,
    };
  }
  if (fault.code === MediaError.MEDIA_ERR_NETWORK) return { failure: 'network', detail };
  const isOther = type !== '' && !/^(video|audio)\/|mpegurl|octet-stream/i.test(type);
  return {
    failure: 'unplayable',
    detail: isOther ? `${detail}. The server calls it ${type}, and the graph ${source.type}.` : detail,
  };
}

/** Firefox says it at once: `404: Not Found`. */
function statusIn(message: string): Answer | undefined {
  const status = /^([45]\d\d):/.exec(message)?.[1];
  return status === undefined ? undefined : { status: Number(status), type: '', closed: false };
}

async function ask(src: string, probe: typeof fetch): Promise<Answer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PROBE_MS);
  const fetchAs = (mode: RequestMode) => probe(src, { mode, cache: 'no-store', signal: controller.signal });
  try {
    const response = await fetchAs('cors').catch(() => fetchAs('no-cors'));
    if (response.type === 'opaque') return { status: 200, type: '', closed: true };
    return { status: response.status, type: response.headers.get('content-type') ?? '', closed: false };
  } catch {
    // Nobody there: the answer is 0.
    return { status: 0, type: '', closed: false };
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
