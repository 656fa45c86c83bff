import { expect } from '@open-wc/testing';

import type { Deck } from '../../src/media/deck.js';
import { beginVideo, pictureStands } from '../../src/media/early-video.js';
import type { PlayableClip } from '../../src/media/media.js';
import { createNativeMedia } from '../../src/media/native-media.js';
import { createVideojsMedia } from '../../src/media/videojs-media.js';
import { aClipOf, hls, letter, missing, threeSeconds, twoSeconds } from './clips.js';
import { nextFrame } from './deck-eye.js';
import { Watching } from './watching.js';

/** An element that loads a clip in the page, and what it told of beginning anew. */
function begin(clip: PlayableClip, seconds = 0) {
  const video = beginVideo({ clip, seconds });
  if (!video) throw new Error('There is no video.');
  document.body.append(video);
  const restarts: string[] = [];
  for (const type of ['emptied', 'loadstart', 'abort']) video.addEventListener(type, () => restarts.push(type));
  return { video, restarts };
}

function once(video: HTMLVideoElement, type: string): Promise<void> {
  return new Promise((resolve) => video.addEventListener(type, () => resolve(), { once: true }));
}

describe('beginVideo', () => {
  it('loads the first format that the browser plays, and plays nothing', async () => {
    const { sources } = threeSeconds;
    const { video } = begin({ ...threeSeconds, sources: [{ src: '/nowhere.xyz', type: 'video/xyz' }, ...sources] });

    await once(video, 'canplay');

    expect([video.currentSrc, video.paused, video.currentTime]).to.deep.equal([sources[0]?.src, true, 0]);
    video.remove();
  });

  it('leaves HLS to those who know it, and shows the poster', () => {
    const { video } = begin({ ...hls, poster: `${window.origin}/poster.jpg` });

    expect([video.getAttribute('src'), video.poster]).to.deep.equal([null, `${window.origin}/poster.jpg`]);
    video.remove();
  });

  it('makes nothing of a clip that nobody can play', () => {
    expect(beginVideo({ clip: aClipOf('/clip.xyz', 'video/xyz'), seconds: 0 }) === undefined).to.equal(true);
  });
});

describe('pictureStands', () => {
  it('knows a picture that stood before it was asked', async () => {
    const { video } = begin(threeSeconds);
    await once(video, 'canplay');
    for (let frames = 0; frames < 3; frames += 1) await nextFrame();
    let stands = false;

    void pictureStands(video).then(() => (stands = true));
    // It is not waited for as one that may still come, which is two seconds.
    for (let frames = 0; frames < 5; frames += 1) await nextFrame();

    expect(stands).to.equal(true);
    video.remove();
  });
});

const makers: Readonly<Record<string, (video: HTMLVideoElement) => Deck>> = {
  createVideojsMedia: (video) => createVideojsMedia({ video }),
  createNativeMedia: (video) => createNativeMedia({ video }),
};

for (const [name, make] of Object.entries(makers)) {
  describe(`${name}, given a video`, () => {
    let media: Deck;

    afterEach(() => {
      media.dispose();
      media.element.remove();
    });

    function takeOver(video: HTMLVideoElement, clip: PlayableClip): Watching {
      media = make(video);
      document.body.append(media.element);
      const watching = new Watching(media);
      media.load(clip);
      return watching;
    }

    it('goes on with the clip that it loads already, and plays it to its end', async () => {
      const { video, restarts } = begin(threeSeconds);
      await once(video, 'canplay');
      restarts.length = 0;

      const watching = takeOver(video, threeSeconds);
      await watching.hears('ready');
      media.setRate(2);
      await media.play();
      await watching.hears('ended');

      expect(media.video === video).to.equal(true);
      expect(restarts).to.deep.equal([]);
      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
      expect(media.facts().watchedSeconds).to.be.closeTo(3, 0.2);
    });

    it('asks for no poster under a picture that stands', async () => {
      const { video } = begin(threeSeconds);
      await once(video, 'canplay');

      takeOver(video, { ...threeSeconds, poster: `${window.origin}/poster.jpg` });

      expect(video.poster).to.equal('');
    });

    it('stays at the place where it stands', async () => {
      const { video } = begin(threeSeconds, 1.5);
      await once(video, 'canplay');
      let seeks = 0;
      video.addEventListener('seeking', () => (seeks += 1));

      const watching = takeOver(video, threeSeconds);
      media.seek(1.5);
      await watching.hears('ready');

      expect([video.currentTime, seeks]).to.deep.equal([1.5, 0]);
    });

    it('goes on with one that has only just begun', async () => {
      const { video, restarts } = begin(threeSeconds);

      const watching = takeOver(video, threeSeconds);
      await watching.hears('ready');

      expect(restarts.filter((type) => type !== 'loadstart')).to.deep.equal([]);
      expect(watching.types).to.deep.equal(['ready']);
    });

    it('brings the captions along', async () => {
      const { video } = begin(threeSeconds);
      await once(video, 'canplay');

      const watching = takeOver(video, threeSeconds);
      media.setCaptions('en');
      await watching.hears('ready');

      expect(media.facts().captions).to.equal('en');
    });

    it('plays another clip, if that is the one', async () => {
      const { video } = begin(threeSeconds);
      await once(video, 'canplay');

      const watching = takeOver(video, twoSeconds);
      await watching.hears('ready');

      expect(media.facts().durationSeconds).to.be.closeTo(2, 0.2);
    });

    it('begins the same clip anew when it is loaded once more', async () => {
      const { video, restarts } = begin(threeSeconds);
      const watching = takeOver(video, threeSeconds);
      await watching.hears('ready');
      restarts.length = 0;

      media.load(threeSeconds);
      await watching.until(() => watching.types.length === 2);

      expect(restarts).to.include('emptied');
    });

    for (const [what, clip, failure] of [
      ['is missing', missing, 'not-found'],
      ['is broken', letter, 'unplayable'],
    ] as const) {
      it(`tells of a clip that ${what}, although that was known before`, async () => {
        const { video } = begin(clip);
        await once(video, 'error');

        const watching = takeOver(video, clip);
        await watching.hears('failed');

        expect(watching.told.at(-1)).to.include({ type: 'failed', failure });
      });
    }
  });
}
