import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of one site that shows the player of another in a frame. */
export interface StrangeSite {
  /** The page; `sandbox` as in the frame's attribute of that name. */
  host(sandbox?: string): string;
  /** What stands in the frame, as a page of its own. */
  readonly framed: string;
  readonly origin: string;
  close(): void;
}

/** Serves the demo's files to whoever asks, as a file server for other sites does, under two names of one machine. */
export async function openStrangeSite(demo: string, collector: () => string): Promise<StrangeSite> {
  const framed = () => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Framed</title>
<link rel="icon" href="data:,"><script type="module" src="/lib/followup-player.min.js"></script>
<followup-player src="/graphs/asanagi.ja.json" collector="${collector()}"></followup-player></html>`;
  const host = (sandbox: string | null) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,"><iframe src="${address('127.0.0.1')}/framed" width="900" height="900"
allow="autoplay" ${sandbox === null ? '' : `sandbox="${sandbox}"`}></iframe></html>`;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    const html = (text: string) => void response.setHeader('content-type', 'text/html').end(text);
    if (url.pathname === '/host') return html(host(url.searchParams.get('sandbox')));
    if (url.pathname === '/framed') return html(framed());
    const { range } = request.headers;
    fetch(`${demo}${url.pathname}`, { headers: range ? { range } : {} })
      .then(async (answer) => {
        for (const name of ['content-type', 'content-range', 'accept-ranges']) {
          const value = answer.headers.get(name);
          if (value) response.setHeader(name, value);
        }
        response.setHeader('access-control-allow-origin', '*');
        response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = (name: string) => `http://${name}:${(server.address() as AddressInfo).port}`;
  return {
    host: (sandbox) =>
      `${address('localhost')}/host${sandbox === undefined ? '' : `?sandbox=${encodeURIComponent(sandbox)}`}`,
    framed: `${address('127.0.0.1')}/framed`,
    origin: address('127.0.0.1'),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
