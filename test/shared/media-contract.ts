import { expect } from '@open-wc/testing';

import type { Media } from '../../src/media/media.js';
import { elsewhere, faulty, letter, missing, threeSeconds, twoSeconds, webm } from '../media/clips.js';
import { Watching } from '../media/watching.js';

/** What every media does, whatever plays. */
export function mediaContract(name: string, make: (options?: { readonly stallTimeoutMs?: number }) => Media): void {
  describe(`${name}, as a media`, () => {
    let media: Media;
    let watching: Watching;

    function begin(options?: { readonly stallTimeoutMs?: number }): void {
      media = make(options);
      watching = new Watching(media);
      document.body.append(media.element);
    }

    beforeEach(() => begin());

    afterEach(() => {
      media.dispose();
      media.element.remove();
    });

    const videoOf = () => {
      const { element } = media;
      // Of several, the one in sight.
      const videos = element instanceof HTMLVideoElement ? [element] : [...element.querySelectorAll('video')];
      const video = videos.find((one) => getComputedStyle(one).visibility === 'visible');
      if (!video) throw new Error('There is no video.');
      return video;
    };

    for (const [type, clip] of [
      ['mp4', threeSeconds],
      ['WebM', webm],
    ] as const) {
      it(`plays ${type} to its end`, async () => {
        media.load(clip);
        await watching.hears('ready');
        media.setRate(2);

        expect(await media.play()).to.equal(true);
        await watching.hears('ended');

        expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
        expect(media.facts().currentSeconds).to.be.closeTo(3, 0.2);
        expect(media.facts().watchedSeconds).to.be.closeTo(3, 0.2);
      });
    }

    it('knows the length before it plays, and plays nothing by itself', async () => {
      media.load(threeSeconds);
      await watching.hears('ready');

      const { durationSeconds, currentSeconds, watchedSeconds, paused } = media.facts();
      expect(durationSeconds).to.be.closeTo(3, 0.2);
      expect([currentSeconds, watchedSeconds, paused]).to.deep.equal([0, 0, true]);
      expect(watching.types).to.deep.equal(['ready']);
    });

    it('plays as soon as it can when asked at once', async () => {
      media.load(threeSeconds);

      expect(await media.play()).to.equal(true);
      await watching.hears('playing');
    });

    it('plays inside a shadow root', async () => {
      const host = document.createElement('div');
      document.body.append(host);
      host.attachShadow({ mode: 'open' }).append(media.element);

      media.load(twoSeconds);
      await media.play();
      await watching.hears('playing');

      host.remove();
    });

    it('pauses and goes on', async () => {
      media.load(threeSeconds);
      await media.play();
      await watching.hears('playing');

      media.pause();
      await watching.hears('paused');
      expect(media.facts().paused).to.equal(true);
      await media.play();
      await watching.until(() => watching.types.length === 4, 'played again');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'paused', 'playing']);
    });

    it('does not play when it was paused while it loaded', async () => {
      media.load(threeSeconds);
      const mayPlay = media.play();
      media.pause();

      expect(await mayPlay).to.equal(true);
      await watching.hears('ready');
      expect(videoOf().paused).to.equal(true);
    });

    it('says when the browser asks for a tap first', async () => {
      media.load(threeSeconds);
      await watching.hears('ready');
      videoOf().play = () => Promise.reject(new DOMException('tap first', 'NotAllowedError'));

      expect(await media.play()).to.equal(false);
      expect(watching.types).to.deep.equal(['ready']);
    });

    it('seeks, also before anything is loaded', async () => {
      media.load(threeSeconds);
      media.seek(2);
      expect(media.facts().currentSeconds).to.equal(2);
      await watching.hears('ready');
      await watching.until(() => Math.abs(videoOf().currentTime - 2) < 0.2, 'sought to 2 s');

      media.seek(1);
      await watching.until(() => Math.abs(media.facts().currentSeconds - 1) < 0.2, 'sought to 1 s');
    });

    it('does not count what was sought over', async () => {
      media.load(threeSeconds);
      await watching.hears('ready');
      media.seek(2);
      await media.play();
      await watching.hears('ended');

      expect(media.facts().watchedSeconds).to.be.closeTo(1, 0.3);
    });

    it('counts each second once when a part is watched again', async () => {
      media.load(twoSeconds);
      await watching.hears('ready');
      media.setRate(2);
      await media.play();
      await watching.hears('ended');

      media.seek(0);
      await media.play();
      await watching.until(() => watching.types.filter((type) => type === 'ended').length === 2, 'ended twice');

      expect(media.facts().watchedSeconds).to.be.closeTo(2, 0.3);
    });

    it('begins the next clip at its beginning, with nothing watched', async () => {
      media.load(threeSeconds);
      await media.play();
      await watching.until(() => media.facts().currentSeconds > 0.3, 'played a bit');

      media.load(twoSeconds);

      const { currentSeconds, durationSeconds, watchedSeconds, bufferedSeconds } = media.facts();
      expect([currentSeconds, durationSeconds, watchedSeconds, bufferedSeconds]).to.deep.equal([0, 0, 0, 0]);
      await watching.until(() => media.facts().durationSeconds > 0, 'loaded');
      expect(media.facts().durationSeconds).to.be.closeTo(2, 0.2);
      expect(media.facts().watchedSeconds).to.equal(0);
    });

    it('tells nothing of the old clip after the next one is loaded', async () => {
      media.load(threeSeconds);
      await media.play();
      await watching.until(() => media.facts().currentSeconds > 0.3, 'played a bit');
      watching.told.length = 0;

      media.load(twoSeconds);
      await watching.hears('ready');
      expect(watching.types).to.deep.equal(['ready']);
      await media.play();
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    });

    it('plays the last of several clips loaded in one breath', async () => {
      media.load(missing);
      media.load(threeSeconds);
      media.load(twoSeconds);
      await media.play();
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
      expect(media.facts().durationSeconds).to.be.closeTo(2, 0.2);
    });

    it('carries volume, speed and captions over to the next clip', async () => {
      media.load(threeSeconds);
      await watching.hears('ready');
      media.setVolume(0.4);
      media.setMuted(true);
      media.setRate(1.5);
      media.setCaptions('en');

      media.load(twoSeconds);
      watching.told.length = 0;
      await watching.hears('ready');

      const { volume, muted, rate, captions } = media.facts();
      expect({ volume, muted, rate, captions }).to.deep.equal({ volume: 0.4, muted: true, rate: 1.5, captions: 'en' });
    });

    it('shows captions in one language at a time, or none', async () => {
      media.load(threeSeconds);
      await watching.hears('ready');
      expect(media.facts().captions).to.equal(undefined);

      media.setCaptions('ja');
      expect(media.facts().captions).to.equal('ja');
      await watching.until(() => [...videoOf().textTracks].some(({ cues }) => cues?.length === 1), 'loaded cues');
      media.setCaptions('en-GB');
      expect(media.facts().captions).to.equal('en');
      media.setCaptions('fr');
      expect(media.facts().captions).to.equal(undefined);
    });

    it('keeps captions off where the next clip has none in that language, and on again after it', async () => {
      media.setCaptions('ja');
      media.load({ ...threeSeconds, captions: threeSeconds.captions.slice(1) });
      await watching.hears('ready');
      expect(media.facts().captions).to.equal(undefined);

      media.load(twoSeconds);
      await watching.until(() => media.facts().captions === 'ja', 'showed Japanese again');
    });

    it('shows the poster of the clip, and none where it has none', () => {
      media.load({ ...threeSeconds, poster: 'https://example.test/poster.jpg' });
      expect(videoOf().poster).to.equal('https://example.test/poster.jpg');

      media.load(twoSeconds);
      expect(videoOf().hasAttribute('poster')).to.equal(false);
    });

    it('plays in its place, without controls of its own', () => {
      const video = videoOf();

      expect([video.playsInline, video.controls, video.hasAttribute('tabindex')]).to.deep.equal([true, false, false]);
    });

    it('tells a missing clip from one that cannot be played', async () => {
      media.load(missing);
      await watching.hears('failed');
      expect(watching.told).to.deep.include({
        type: 'failed',
        failure: 'not-found',
        detail: `${missing.sources[0]?.src}: the server answered 404.`,
      });

      watching.told.length = 0;
      media.load(letter);
      await watching.hears('failed');
      expect(watching.told.map((event) => 'failure' in event && event.failure)).to.deep.equal(['unplayable']);
    });

    it('tells a failure once, and answers a play that was waiting', async () => {
      media.load(faulty('503'));

      expect(await media.play()).to.equal(true);
      await watching.hears('failed');
      expect(watching.types).to.deep.equal(['failed']);
      expect(await media.play()).to.equal(true);
    });

    it('plays another clip after a failure', async () => {
      media.load(missing);
      await watching.hears('failed');

      media.load(twoSeconds);
      await media.play();
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['failed', 'ready', 'playing', 'ended']);
    });

    it('takes the first format that plays', async () => {
      const [good] = twoSeconds.sources;
      const [bad] = letter.sources;
      if (!good || !bad) throw new Error('Clips have sources.');
      media.load({ ...twoSeconds, sources: [{ src: 'about:blank', type: 'video/unheard-of' }, bad, good] });
      await media.play();
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    });

    it('fails when the browser knows none of the formats', async () => {
      media.load({ captions: [], sources: [{ src: 'https://example.test/x', type: 'video/unheard-of' }] });
      await watching.hears('failed');

      expect(watching.told).to.deep.equal([
        { type: 'failed', failure: 'unplayable', detail: 'This browser plays none of the formats of this clip.' },
      ]);
    });

    it('shows captions of another origin, if both servers let it', async () => {
      const src = elsewhere('/faulty/cors/three-seconds.mp4');
      const captions = [{ src: elsewhere('/faulty/cors/captions.ja.vtt'), language: 'ja', label: '日本語' }];
      media.setCaptions('ja');
      media.load({ sources: [{ src, type: 'video/mp4' }], captions });
      await watching.hears('ready');

      await watching.until(() => [...videoOf().textTracks].some(({ cues }) => cues?.length === 1), 'loaded cues');
    });

    it('plays a clip whose server knows nothing of CORS, though its captions are elsewhere too', async () => {
      const src = elsewhere('/faulty/no-cors/two-seconds.mp4');
      const captions = [{ src: elsewhere('/faulty/no-cors/captions.ja.vtt'), language: 'ja', label: '日本語' }];
      media.load({ sources: [{ src, type: 'video/mp4' }], captions });
      await media.play();
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    });

    it('says that it stalls, and that it plays again', async () => {
      media.load(faulty('pause'));
      await media.play();
      await watching.hears('stalled');
      const stalled = watching.types;
      await watching.until(() => watching.told.at(-1)?.type === 'playing', 'played again');

      expect(stalled).to.deep.equal(['ready', 'playing', 'stalled']);
    });

    it('says that it stalls when it is played on, and nothing has come meanwhile', async () => {
      media.load(faulty('hang'));
      await media.play();
      await watching.hears('stalled');
      media.pause();
      await watching.hears('paused');
      watching.told.length = 0;

      void media.play();
      await watching.hears('stalled');

      expect(watching.types).to.deep.equal(['stalled']);
    });

    it('does not wait for ever for a server that hangs', async () => {
      media.dispose();
      begin({ stallTimeoutMs: 3_000 });
      media.load(faulty('hang'));
      await media.play();
      await watching.hears('failed');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'stalled', 'failed']);
      expect(watching.told.at(-1)).to.deep.include({ type: 'failed', failure: 'network' });
    });

    it('fails when the connection breaks in the middle', async () => {
      media.dispose();
      begin({ stallTimeoutMs: 3_000 });
      media.load(faulty('cut'));
      await media.play();
      await watching.hears('failed');

      expect(watching.told.at(-1)).to.deep.include({ type: 'failed', failure: 'network' });
    });

    it('lets go of everything when disposed', async () => {
      media.load(threeSeconds);
      await media.play();
      const video = videoOf();
      watching.told.length = 0;

      media.dispose();
      media.dispose();

      expect([video.paused, video.hasAttribute('src'), watching.types.length]).to.deep.equal([true, false, 0]);
      expect(media.element.isConnected).to.equal(false);
    });

    it('answers a play that was waiting when disposed', async () => {
      media.load(faulty('hang'));
      const mayPlay = media.play();

      media.dispose();

      expect(await mayPlay).to.equal(true);
    });
  });
}
