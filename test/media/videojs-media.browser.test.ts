import { expect } from '@open-wc/testing';

import { createVideojsMedia } from '../../src/media/videojs-media.js';
import { mediaContract } from '../shared/media-contract.js';
import { hls, twoSeconds } from './clips.js';
import { nextFrame } from './deck-eye.js';
import { Watching } from './watching.js';

mediaContract('createVideojsMedia', createVideojsMedia);

/** A media that has loaded HLS by script. What was told until then is not kept. */
async function openOnHls() {
  const media = createVideojsMedia({ nativeHls: false });
  const watching = new Watching(media);
  document.body.append(media.element);
  media.load(hls);
  await watching.hears('ready');
  watching.told.length = 0;
  return { media, watching };
}

describe('createVideojsMedia', () => {
  it('writes no style into the page, and leaves no flag behind', () => {
    const media = createVideojsMedia();

    expect(document.querySelectorAll('style[class^="vjs"]')).to.have.length(0);
    expect('VIDEOJS_NO_DYNAMIC_STYLE' in window).to.equal(false);
    media.dispose();
  });

  it('brings no region or label of its own', () => {
    const media = createVideojsMedia();
    const labelled = media.element.querySelectorAll('[role], [aria-label], [lang], [tabindex]');

    expect(labelled).to.have.length(0);
    media.dispose();
  });

  it("plays HLS with the browser's own means, where it has any and the script cannot be had", async () => {
    const media = createVideojsMedia({ loadHls: () => Promise.reject(new Error('offline')) });
    const watching = new Watching(media);
    document.body.append(media.element);
    media.load(hls);
    await media.play();
    await watching.hears('ended');

    expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    media.dispose();
  });

  it('plays HLS by script, in the same element, and mp4 after it', async () => {
    const media = createVideojsMedia({ nativeHls: false });
    const watching = new Watching(media);
    document.body.append(media.element);
    const video = media.element.querySelector('video');
    media.setCaptions('ja');
    media.setVolume(0.3);

    media.load(hls);
    await media.play();
    await watching.hears('ended');
    expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    expect(media.facts().watchedSeconds).to.be.closeTo(3, 0.3);
    expect(media.facts().captions).to.equal('ja');

    watching.told.length = 0;
    media.load(twoSeconds);
    await media.play();
    await watching.hears('ended');

    expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    expect(media.element.querySelector('video') === video).to.equal(true);
    expect(media.facts().volume).to.equal(0.3);
    expect(document.querySelectorAll('style[class^="vjs"]')).to.have.length(0);
    media.dispose();
  });

  it('loads HLS by script once, and only the last of several clips', async () => {
    let loaded = 0;
    const media = createVideojsMedia({
      nativeHls: false,
      loadHls: async () => {
        loaded += 1;
        return (await import('video.js')).default;
      },
    });
    const watching = new Watching(media);
    document.body.append(media.element);

    media.load(hls);
    media.load(twoSeconds);
    await media.play();
    await watching.hears('ended');
    expect(media.facts().durationSeconds).to.be.closeTo(2, 0.2);

    watching.told.length = 0;
    media.load(hls);
    await watching.hears('ready');
    expect(watching.types).to.deep.equal(['ready']);
    expect(media.facts().durationSeconds).to.be.closeTo(3, 0.2);
    expect(loaded).to.equal(1);
    media.dispose();
  });

  it('fails when HLS by script cannot be loaded', async () => {
    const media = createVideojsMedia({ nativeHls: false, loadHls: () => Promise.reject(new Error('offline')) });
    const watching = new Watching(media);
    media.load(hls);
    await watching.hears('failed');

    expect(watching.told.map((event) => 'failure' in event && event.failure)).to.deep.equal(['network']);
    media.dispose();
  });

  it('fails on an HLS stream that is not there, by script too', async () => {
    const media = createVideojsMedia({ nativeHls: false });
    const watching = new Watching(media);
    document.body.append(media.element);
    media.load({
      captions: [],
      sources: [{ src: `${location.origin}/nowhere.m3u8`, type: 'application/vnd.apple.mpegurl' }],
    });
    await watching.hears('failed');

    expect(watching.told.map((event) => 'failure' in event && event.failure)).to.deep.equal(['not-found']);
    media.dispose();
  });

  for (const [format, clip] of [
    ['mp4', twoSeconds],
    ['HLS by script', hls],
  ] as const) {
    it(`plays ${format} that was loaded, let go of and loaded again in one breath`, async () => {
      const { media, watching } = await openOnHls();

      media.load(clip);
      media.unload();
      media.load(clip);
      await media.play();
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
      media.dispose();
    });

    it(`has nothing of ${format} that was let go of in one breath`, async () => {
      const { media, watching } = await openOnHls();

      media.load(clip);
      media.unload();
      for (let frame = 0; frame < 30; frame += 1) await nextFrame();

      expect([media.video.hasAttribute('src'), media.video.readyState, watching.types]).to.deep.equal([false, 0, []]);
      media.dispose();
    });
  }

  it('lets go of HLS by script, and plays it again', async () => {
    const media = createVideojsMedia({ nativeHls: false });
    const watching = new Watching(media);
    document.body.append(media.element);
    media.load(hls);
    await media.play();
    await watching.hears('playing');
    watching.told.length = 0;

    media.unload();
    expect([media.video.paused, media.video.hasAttribute('src')]).to.deep.equal([true, false]);
    media.load(hls);
    await media.play();
    await watching.hears('ended');

    expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    media.dispose();
  });
});
