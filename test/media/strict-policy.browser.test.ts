import { expect } from '@open-wc/testing';

/** Plays in a frame with this policy, and resolves to what the policy stopped. */
async function playUnder(policy: string, hls: 'none' | 'native' | 'script' | 'picture'): Promise<readonly string[]> {
  const frame = document.createElement('iframe');
  frame.allow = 'autoplay';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <body data-hls="${hls}"><script type="module" src="/test/media/strict-page.ts"></script></body>`;
  const answer = new Promise<readonly string[]>((resolve) => {
    addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow) resolve((data as { stopped: readonly string[] }).stopped);
    });
  });
  document.body.append(frame);
  const stopped = await answer;
  frame.remove();
  return stopped;
}

describe('createVideojsMedia under a strict content security policy', () => {
  it("needs nothing but the page's own files", async () => {
    expect(await playUnder("default-src 'self'", 'none')).to.deep.equal([]);
  });

  it('asks once whether pictures may be made of openings, and plays without them', async () => {
    expect(await playUnder("default-src 'self'", 'picture')).to.deep.equal(['media-src blob']);
    expect(await playUnder("default-src 'self'; media-src 'self' blob:", 'picture')).to.deep.equal([]);
  });

  it("plays HLS with the browser's own means where blobs are forbidden", async () => {
    const stopped = await playUnder("default-src 'self'", 'native');

    expect([...new Set(stopped)].sort()).to.deep.equal(['media-src blob', 'worker-src blob']);
  });

  it('needs blobs for HLS by script, and no styles even then', async () => {
    const policy = "default-src 'self'; media-src 'self' blob:; worker-src 'self' blob:";

    expect(await playUnder(policy, 'script')).to.deep.equal([]);
  });
});
