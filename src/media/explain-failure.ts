import type { MediaFailure } from './media.js';
import type { EngineFault, Source } from './media-engine.js';

/** A failure with its reason, for the page's developer. */
export interface Explained {
  readonly failure: MediaFailure;
  readonly detail: string;
}

const PROBE_MS = 4_000;

/**
 * Says why a clip does not play. Browsers answer a missing file and a broken one alike (`MEDIA_ERR_SRC_NOT_SUPPORTED`),
 * so the address is asked once more; only what it answers, not the file itself, is waited for.
 */
export async function explainFailure(
  fault: EngineFault,
  { source, begun }: { readonly source: Source; readonly begun: boolean },
  probe = fetch,
): Promise<Explained> {
  const detail = `${source.src}: ${fault.message || `media error ${fault.code}`}`;
  if (fault.code === MediaError.MEDIA_ERR_DECODE) return { failure: 'unplayable', detail };
  if (fault.code === MediaError.MEDIA_ERR_NETWORK && begun) return { failure: 'network', detail };
  // Firefox says it at once: `404: Not Found`.
  const status = Number(/^([45]\d\d):/.exec(fault.message)?.[1] ?? (await askStatus(source.src, probe)));
  if (status >= 400) return { failure: 'not-found', detail: `${source.src}: the server answered ${status}.` };
  if (status === 0) return { failure: 'not-found', detail: `${source.src}: no server answered.` };
  return { failure: fault.code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'unplayable', detail };
}

/** The status that the address answers with; 0 if nobody answers, 200 if somebody does who may not be read from here. */
async function askStatus(src: string, probe: typeof fetch): Promise<number> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PROBE_MS);
  const ask = (mode: RequestMode) => probe(src, { mode, cache: 'no-store', signal: controller.signal });
  try {
    const response = await ask('cors').catch(() => ask('no-cors'));
    return response.type === 'opaque' ? 200 : response.status;
  } catch {
    // Nobody there: the answer is 0.
    return 0;
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
