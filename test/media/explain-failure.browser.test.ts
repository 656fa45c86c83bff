import { expect } from '@open-wc/testing';

import { explainFailure } from '../../src/media/explain-failure.js';

const source = { src: 'https://example.test/clip-404.mp4', type: 'video/mp4' };
const [NETWORK, DECODE, UNSUPPORTED] = [2, 3, 4];

const explain = async (code: number, message: string, begun: boolean, probe: typeof fetch) =>
  (await explainFailure({ code, message }, { source, begun }, probe)).failure;
const answers = (status: number) => async () => new Response(null, { status });
const nobody = () => Promise.reject(new TypeError('Failed to fetch'));
const unasked = () => {
  throw new Error('Nobody had to ask.');
};

describe('explainFailure', () => {
  it('blames the file where decoding failed', async () => {
    expect(await explain(DECODE, '', true, unasked)).to.equal('unplayable');
  });

  it('blames the line where it broke in the middle', async () => {
    expect(await explain(NETWORK, '', true, unasked)).to.equal('network');
  });

  it("believes the browser's own words about the status", async () => {
    expect(await explain(UNSUPPORTED, '404: Not Found', false, unasked)).to.equal('not-found');
  });

  it('asks the server where the browser does not say', async () => {
    expect(await explain(UNSUPPORTED, 'Format error', false, answers(404))).to.equal('not-found');
    expect(await explain(UNSUPPORTED, 'Format error', false, answers(403))).to.equal('not-found');
    expect(await explain(UNSUPPORTED, 'Format error', false, answers(200))).to.equal('unplayable');
    expect(await explain(UNSUPPORTED, 'Format error', false, nobody)).to.equal('network');
    for (const status of [408, 429, 500, 503])
      expect(await explain(UNSUPPORTED, 'Format error', false, answers(status))).to.equal('network');
    expect(await explain(NETWORK, 'playlist', false, answers(404))).to.equal('not-found');
    expect(await explain(NETWORK, 'playlist', false, answers(200))).to.equal('network');
  });

  it('blames the file where another origin answers and does not say what', async () => {
    const opaque: typeof fetch = async (_, init) => {
      if (init?.mode === 'cors') throw new TypeError('CORS');
      return Object.defineProperty(new Response(), 'type', { value: 'opaque' });
    };

    expect(await explain(UNSUPPORTED, 'Format error', false, opaque)).to.equal('unplayable');
    const fault = { code: NETWORK, message: 'HLS playlist request error' };
    const hls = { src: 'https://example.test/film.m3u8', type: 'application/vnd.apple.mpegurl' };
    expect(await explainFailure(fault, { source: hls, begun: false }, opaque)).to.deep.equal({
      failure: 'unplayable',
      detail:
        'https://example.test/film.m3u8: the server does not let this page read it. HLS needs the header Access-Control-Allow-Origin on its lists and on its segments.',
    });
  });

  it('tells the developer of a type that is none of a video', async () => {
    const asText: typeof fetch = async () => new Response('', { headers: { 'content-type': 'text/html' } });

    const { detail } = await explainFailure({ code: UNSUPPORTED, message: '' }, { source, begun: false }, asText);

    expect(detail).to.equal(
      'https://example.test/clip-404.mp4: media error 4. The server calls it text/html, and the graph video/mp4.',
    );
  });
});
