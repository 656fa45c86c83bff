import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';

import type { Deck } from '../../src/media/deck.js';
import { createDecks } from '../../src/media/decks.js';
import type { Media, PlayableClip, PreparedClip } from '../../src/media/media.js';
import { CountingServer } from '../media/asked.js';
import { faulty, missing, threeSeconds, twoSeconds, webm } from '../media/clips.js';
import { DeckEye, fileOf, nextFrame, PictureWatch } from '../media/deck-eye.js';
import { Watching } from '../media/watching.js';

const onDeck = (clip: PlayableClip): PreparedClip => ({ clip, seconds: 3, how: 'deck' });
const chosen = (clip: PlayableClip): PreparedClip => ({ clip, seconds: 0, how: 'chosen' });
const opening = (clip: PlayableClip, seconds = 1): PreparedClip => ({ clip, seconds, how: 'opening' });
const picture = (clip: PlayableClip): PreparedClip => ({ clip, seconds: 1, how: 'picture' });
const poster =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180"/></svg>',
  );

interface Beginning {
  readonly most?: number;
  readonly fetch?: typeof fetch;
  readonly stallTimeoutMs?: number;
  /** Changes each video before anything is done with it. */
  tune?(video: HTMLVideoElement): void;
}

/** As a viewer does, anywhere on the page. */
async function tap(): Promise<void> {
  await sendMouse({ type: 'click', position: [5, 5] });
}

/** What decks do beyond a media of one element, whatever they are made of. */
export function decksContract(name: string, makeDeck: (options?: { readonly stallTimeoutMs?: number }) => Deck): void {
  describe(`createDecks of ${name}`, () => {
    let media: Media;
    let watching: Watching;
    let eye: DeckEye;
    let server: CountingServer;
    let pictures: PictureWatch;

    function begin({ most = 3, tune, stallTimeoutMs, ...options }: Beginning = {}): void {
      pictures = new PictureWatch();
      media = createDecks({
        ...options,
        most,
        makeDeck: () => {
          const deck = makeDeck(stallTimeoutMs === undefined ? {} : { stallTimeoutMs });
          pictures.add(deck.video);
          tune?.(deck.video);
          return deck;
        },
      });
      watching = new Watching(media);
      document.body.append(media.element);
      eye = new DeckEye(media);
    }

    beforeEach(() => {
      server = new CountingServer();
      begin();
    });

    afterEach(() => {
      eye.stop();
      media.dispose();
    });

    /** Plays until the picture stands. */
    async function play(clip: PlayableClip): Promise<void> {
      watching.told.length = 0;
      media.load(clip);
      await media.play();
      await watching.hears('playing');
      await watching.until(
        () => eye.inSight.some((video) => video.currentSrc === clip.sources[0]?.src && pictures.has(video)),
        'in sight',
      );
      await nextFrame();
    }

    /** A hidden deck that has the first picture of this clip. */
    const readyDeckOf = (clip: PlayableClip) =>
      eye.hidden.find(
        (video) =>
          video.currentSrc === clip.sources[0]?.src &&
          video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA &&
          pictures.has(video),
      );

    async function prepare(...clips: readonly PlayableClip[]): Promise<void> {
      media.prepare(clips.map(onDeck));
      await watching.until(() => clips.every(readyDeckOf), 'ready');
      await pictureCounts();
    }

    /** A frame that came before the element said that it has one counts as the first picture two frames after that. */
    async function pictureCounts(): Promise<void> {
      for (let frames = 0; frames < 4; frames += 1) await nextFrame();
    }

    it('makes a clip ready out of sight: its first picture, paused, muted, at its beginning', async () => {
      await play(threeSeconds);
      media.pause();
      await watching.hears('paused');
      watching.told.length = 0;
      await prepare(twoSeconds);

      const deck = readyDeckOf(twoSeconds);
      expect([deck?.paused, deck?.muted, deck?.currentTime, deck?.played.length]).to.deep.equal([true, true, 0, 0]);
      expect(watching.types).to.deep.equal([]);
      expect(media.facts().durationSeconds).to.be.closeTo(3, 0.2);
    });

    it('puts a ready clip on air in the frame in which it is loaded', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds);
      const deck = readyDeckOf(twoSeconds);
      watching.told.length = 0;
      eye.glances.length = 0;

      media.load(twoSeconds);
      const playing = media.play();

      expect(eye.inSight.map(fileOf)).to.deep.equal(['two-seconds.mp4']);
      expect(eye.inSight[0] === deck).to.equal(true);
      expect(await playing).to.equal(true);
      await watching.hears('ended');
      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
      expect(media.facts().watchedSeconds).to.be.closeTo(2, 0.2);
      expect(eye.faults).to.deep.equal([]);
    });

    it('says of a ready clip that it is ready, after it was loaded', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds);
      watching.told.length = 0;

      media.load(twoSeconds);
      expect(watching.types).to.deep.equal([]);
      await watching.hears('ready');
      await media.play();
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    });

    it('lets the old picture stand until that of a clip which was not ready is presented', async () => {
      await play(threeSeconds);
      const slow = server.clip('slow', 'noise.mp4');
      const order: string[] = [];
      eye.glances.length = 0;

      media.load(slow);
      expect(eye.inSight.map(fileOf)).to.deep.equal(['three-seconds.mp4']);
      void media.play();
      const [next] = eye.hidden;
      next?.requestVideoFrameCallback(() => order.push('presented'));
      await watching.until(() => {
        if (eye.inSight[0] === next && order.at(-1) !== 'in sight') order.push('in sight');
        return order.includes('in sight');
      }, 'in sight');

      expect(order).to.deep.equal(['presented', 'in sight']);
      expect(eye.films).to.deep.equal(['three-seconds.mp4', 'noise.mp4']);
      expect(eye.faults).to.deep.equal([]);
    });

    it('bridges with the poster at once, where a clip is not ready, and with none afterwards', async () => {
      await play(threeSeconds);
      const slow = { ...server.clip('slow', 'noise.mp4'), poster };
      media.prepare([opening(slow)]);
      await server.until((asked) => asked.length > 0);

      media.load(slow);
      expect(eye.bridge).to.equal(poster);
      expect(eye.inSight.map(fileOf)).to.deep.equal(['three-seconds.mp4']);
      await media.play();
      await watching.until(() => eye.inSight.map(fileOf)[0] === 'noise.mp4', 'in sight');

      expect(eye.bridge).to.equal(undefined);
    });

    it('tells nothing but what is of the chosen clip while it waits for it', async () => {
      await play(threeSeconds);
      watching.told.length = 0;

      media.load(server.clip('slow', 'noise.mp4'));
      void media.play();
      const { currentSeconds, watchedSeconds } = media.facts();
      await watching.hears('playing');

      expect([currentSeconds, watchedSeconds]).to.deep.equal([0, 0]);
      expect(watching.types).to.deep.equal(['ready', 'playing']);
    });

    it('carries volume, speed, silence and captions over to a ready clip', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds);
      media.setVolume(0.4);
      media.setRate(1.5);
      media.setCaptions('en');
      media.setMuted(true);

      media.load(twoSeconds);
      await watching.until(() => media.facts().volume === 0.4);

      const { volume, muted, rate, captions } = media.facts();
      expect({ volume, muted, rate, captions }).to.deep.equal({ volume: 0.4, muted: true, rate: 1.5, captions: 'en' });
      const [video] = eye.inSight;
      expect([video?.volume, video?.muted, video?.playbackRate]).to.deep.equal([0.4, true, 1.5]);
      await watching.until(() => [...(video?.textTracks ?? [])].some(({ cues }) => cues?.length === 1), 'loaded cues');
    });

    it('takes the sound of the old clip away before the new one has its own', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds);
      const [old] = eye.inSight;
      const order: string[] = [];
      const note = () => {
        const [next] = eye.inSight;
        const sounds = (video?: HTMLVideoElement) => video && !video.paused && !video.muted && video.volume > 0;
        order.push(`${sounds(old) ? 'old' : ''}${sounds(next) ? 'new' : ''}`);
      };
      for (const video of eye.videos) video.addEventListener('volumechange', note);

      media.load(twoSeconds);
      void media.play();
      note();
      await watching.until(() => order.includes('new'), 'heard the new one');

      expect(order).to.not.include('oldnew');
      expect([old?.paused, old?.muted]).to.deep.equal([true, true]);
      expect(media.facts().volume).to.equal(1);
    });

    it('makes clips ready one after the other', async () => {
      await play(threeSeconds);
      const first = server.clip('slow', 'three-seconds.mp4');
      const second = server.clip('plain', 'two-seconds.mp4');
      const third = server.clip('plain', 'noise.mp4');

      media.prepare([onDeck(first), opening(third), onDeck(second)]);
      await watching.until(() => readyDeckOf(second) !== undefined, 'ready');

      const files = (await server.asked()).map(({ file }) => file);
      expect([...new Set(files)]).to.deep.equal(['three-seconds.mp4', 'noise.mp4', 'two-seconds.mp4']);
    });

    it('fetches the opening of a clip by a range request, and no more', async () => {
      await play(threeSeconds);
      const clip = server.clip('plain', 'noise.mp4');

      media.prepare([opening(clip)]);
      const asked = await server.until((all) => all.some(({ state }) => state === 'done'));

      // 160 000 bytes are presumed for a second: more than the least, 64 KiB.
      expect(asked).to.deep.equal([{ file: 'noise.mp4', range: 'bytes=0-159999', state: 'done' }]);
    });

    it('reckons an opening by the size of the clip where that is known, and fetches only what is missing of a longer one', async () => {
      await play(threeSeconds);
      const bare = server.clip('plain', 'noise.mp4');
      const clip = {
        ...bare,
        durationSeconds: 4,
        sources: bare.sources.map((source) => ({ ...source, bytes: 320_000 })),
      };

      media.prepare([opening(clip)]);
      await server.until((all) => all.some(({ state }) => state === 'done'));
      media.prepare([opening(clip, 2)]);

      const [first, more] = await server.until((all) => all.length === 2);
      expect(first?.range).to.equal('bytes=0-79999');
      expect(more?.range).to.match(/^bytes=80000-/);
    });

    it('plays from its opening, and fetches the rest alone', async () => {
      await play(threeSeconds);
      const bare = server.clip('plain', 'noise.mp4');
      const clip = {
        ...bare,
        durationSeconds: 4,
        sources: bare.sources.map((source) => ({ ...source, bytes: 80_000 })),
      };
      media.prepare([opening(clip)]);
      await server.until((all) => all.some(({ state }) => state === 'done'));

      await play(clip);

      const [, rest] = await server.until((all) => all.length === 2 && all.every(({ state }) => state === 'done'));
      expect(rest?.range).to.match(/^bytes=65536-/);
    });

    it('stops reading where the server knows no range requests', async () => {
      await play(threeSeconds);
      const bare = server.clip('whole', 'noise.mp4');
      const clip = {
        ...bare,
        durationSeconds: 4,
        sources: bare.sources.map((source) => ({ ...source, bytes: 92_706 })),
      };

      media.prepare([opening(clip)]);
      await server.until((all) => all.length === 1 && all[0]?.state !== 'open');
      await play(clip);

      expect(media.facts().durationSeconds).to.be.closeTo(4, 0.2);
    });

    it('fetches no opening that the browser may not keep', async () => {
      await play(threeSeconds);
      const clip = faulty('pause');
      const next = faulty('pause', 'two-seconds.mp4');
      const fetched: string[] = [];
      media.dispose();
      begin({
        fetch: async (address, init) => {
          if (typeof address === 'string') fetched.push(address.split('/').at(-1) ?? '');
          return fetch(address, init);
        },
      });

      media.prepare([opening(clip), opening(next), opening(server.clip('plain', 'two-seconds.mp4'))]);
      await watching.until(() => fetched.length > 0, 'fetched');
      for (let frame = 0; frame < 10; frame += 1) await nextFrame();

      // The server of the first says `no-store`, and is not asked for another.
      expect(fetched).to.deep.equal(['noise.mp4']);
      expect(media.facts().unusedBytes).to.equal(0);
    });

    it('asks for nothing of HLS, and for nothing twice', async () => {
      await play(threeSeconds);
      const list = server.clip('plain', 'list.m3u8', 'application/vnd.apple.mpegurl');
      const clip = server.clip('plain', 'two-seconds.mp4');

      for (let turn = 0; turn < 3; turn += 1) {
        media.prepare([opening(list), opening(clip)]);
        await server.until((all) => all.some(({ state }) => state === 'done'));
      }

      expect((await server.asked()).map(({ file }) => file)).to.deep.equal(['two-seconds.mp4']);
    });

    it('ends the requests of what is dropped: an opening and a deck', async () => {
      await play(threeSeconds);
      const early = server.clip('slow', 'noise.mp4');
      media.prepare([opening(early)]);
      await server.until((all) => all.some(({ state }) => state === 'open'));

      media.prepare([]);
      await server.until((all) => all.length === 1 && all[0]?.state === 'aborted');

      const late = new CountingServer();
      media.prepare([onDeck(late.clip('slow', 'noise.mp4'))]);
      await late.until((all) => all.some(({ state }) => state === 'open'));
      media.prepare([]);
      await late.until((all) => all.length === 1 && all[0]?.state === 'aborted');
      expect(eye.hidden.every(({ src }) => src === '')).to.equal(true);
    });

    it('ends the requests of what is not ready when another clip is chosen', async () => {
      await play(threeSeconds);
      media.prepare([onDeck(server.clip('slow', 'noise.mp4')), opening(server.clip('plain', 'two-seconds.mp4'))]);
      await server.until((all) => all.some(({ state }) => state === 'open'));

      media.load(webm);
      await server.until((all) => all.every(({ state }) => state === 'aborted'));
      await media.play();
      await watching.hears('playing');

      expect((await server.asked()).map(({ file }) => file)).to.deep.equal(['noise.mp4']);
    });

    it('takes over a clip that is on its way, without asking for it again', async () => {
      await play(threeSeconds);
      const slow = server.clip('slow', 'noise.mp4');
      media.prepare([onDeck(slow)]);
      await server.until((all) => all.some(({ state }) => state === 'open'));

      await play(slow);

      expect((await server.asked()).filter(({ range }) => range === 'bytes=0-')).to.have.length(1);
      expect(media.facts().durationSeconds).to.be.closeTo(4, 0.2);
    });

    it('begins the chosen clip before it is loaded, and ends what else is on its way', async () => {
      await play(threeSeconds);
      media.prepare([onDeck(server.clip('slow', 'noise.mp4')), opening(server.clip('plain', 'two-seconds.mp4'))]);
      await server.until((all) => all.some(({ state }) => state === 'open'));
      const others = new CountingServer();
      const clip = others.clip('plain', 'two-seconds.mp4');

      media.prepare([chosen(clip)]);
      await server.until((all) => all.every(({ state }) => state === 'aborted'));
      await others.until((all) => all.length > 0);
      const asked = (await others.asked()).length;
      await play(clip);

      expect((await others.asked()).length).to.equal(asked);
      expect((await server.asked()).map(({ file }) => file)).to.deep.equal(['noise.mp4']);
    });

    it('gets a ready clip going out of sight once it is chosen, and tells of it when it is loaded', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds);
      const deck = readyDeckOf(twoSeconds);
      watching.told.length = eye.glances.length = 0;

      media.prepare([chosen(twoSeconds)]);
      await watching.until(() => deck?.paused === false && deck.currentTime > 0, 'under way');
      expect(watching.types).to.deep.equal([]);
      expect([deck?.muted, eye.hidden.some((video) => video === deck)]).to.deep.equal([true, true]);

      media.load(twoSeconds);
      await media.play();
      await watching.hears('playing');
      expect(eye.inSight.map((video) => video === deck)).to.deep.equal([true]);
      await watching.hears('ended');
      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
      expect(eye.faults).to.deep.equal([]);
    });

    it('begins a chosen clip at its beginning, where it had to wait for its load', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds);
      const deck = readyDeckOf(twoSeconds);
      media.prepare([chosen(twoSeconds)]);
      await watching.until(() => (deck?.currentTime ?? 0) > 0.5, 'half a second on');

      media.load(twoSeconds);
      void media.play();

      expect(media.facts().currentSeconds).to.be.lessThan(0.1);
      await watching.hears('ended');
    });

    it('brings a chosen clip back to its beginning, where something else comes of it', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds);
      const deck = readyDeckOf(twoSeconds);
      media.prepare([chosen(twoSeconds)]);
      await watching.until(() => (deck?.currentTime ?? 0) > 0, 'under way');

      media.prepare([onDeck(twoSeconds)]);

      expect([deck?.paused, deck?.currentTime]).to.deep.equal([true, 0]);
    });

    it('keeps what is ready as long as it is wished for, and frees it then', async () => {
      await play(threeSeconds);
      await prepare(twoSeconds, webm);
      const deck = readyDeckOf(webm);

      media.prepare([onDeck(webm)]);
      expect(readyDeckOf(webm) === deck).to.equal(true);
      expect(readyDeckOf(twoSeconds) === undefined).to.equal(true);

      media.prepare([]);
      expect(eye.hidden.every(({ src }) => src === '')).to.equal(true);
      expect(eye.inSight.map(fileOf)).to.deep.equal(['three-seconds.mp4']);
    });

    it('has no more decks than it may, and makes do with openings beyond', async () => {
      media.dispose();
      begin({ most: 2 });
      await play(threeSeconds);
      const [first, second] = [server.clip('plain', 'two-seconds.mp4'), server.clip('plain', 'noise.mp4')];

      media.prepare([onDeck(first), onDeck(second)]);
      await server.until((all) => all.some(({ file }) => file === 'noise.mp4'));

      expect(eye.videos).to.have.length(2);
      expect(readyDeckOf(first)).to.not.equal(undefined);
      expect((await server.asked()).at(-1)?.range).to.equal('bytes=0-479999');
      await play(second);
      expect(eye.videos).to.have.length(2);
    });

    it('makes do with a single deck: the old picture stands as a copy, and openings are fetched', async () => {
      media.dispose();
      begin({ most: 1 });
      await play(threeSeconds);
      const next = server.clip('slow', 'noise.mp4');
      media.prepare([onDeck(next)]);
      await server.until((all) => all.some(({ state }) => state === 'open'));
      eye.glances.length = 0;

      media.load(next);
      const { bridge } = eye;
      await media.play();
      await watching.until(() => eye.bridge === undefined, 'uncovered');

      expect(bridge).to.equal('still');
      expect(eye.videos).to.have.length(1);
      expect(eye.films).to.include('noise.mp4');
      expect(eye.faults).to.deep.equal([]);
    });

    it('leaves the clip on air alone, though it is wished for', async () => {
      await play(threeSeconds);
      const [video] = eye.inSight;

      media.prepare([onDeck(threeSeconds)]);
      await nextFrame();

      expect([eye.videos.length, video?.paused]).to.deep.equal([1, false]);
      media.prepare([]);
      await watching.hears('ended');
      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    });

    it('is silent about a clip that fails, until it is chosen', async () => {
      await play(threeSeconds);
      watching.told.length = 0;
      media.prepare([onDeck(missing), onDeck(twoSeconds)]);
      await watching.until(() => readyDeckOf(twoSeconds) !== undefined, 'ready');
      expect(watching.types.filter((type) => type === 'failed')).to.deep.equal([]);

      media.load(missing);
      expect(await media.play()).to.equal(true);
      await watching.hears('failed');

      expect(watching.told.at(-1)).to.deep.include({ type: 'failed', failure: 'not-found' });
      expect(eye.inSight.map(fileOf)).to.deep.equal(['three-seconds.mp4']);
    });

    it('plays a clip on the second try, after it failed', async () => {
      await play(threeSeconds);
      const clip = server.clip('gone-once', 'two-seconds.mp4');
      media.load(clip);
      await watching.hears('failed');
      eye.glances.length = 0;

      await play(clip);
      await watching.hears('ended');

      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
      expect(eye.faults).to.deep.equal([]);
      expect(eye.films).to.deep.equal(['three-seconds.mp4', 'two-seconds.mp4']);
    });

    it('asks anew for a clip whose line went dead, and lets its last picture stand until there is a new one', async () => {
      media.dispose();
      begin({ stallTimeoutMs: 3_000 });
      const clip = { ...server.clip('hang-once', 'noise.mp4'), poster };
      await play(clip);
      await watching.hears('failed');
      const { length: decks } = eye.videos;
      watching.told.length = 0;
      eye.glances.length = 0;

      media.load(clip);
      const { bridge } = eye;
      await media.play();
      await watching.hears('ended');

      expect(watching.types.at(0)).to.equal('ready');
      expect(bridge).to.equal('still');
      expect(media.facts().durationSeconds).to.be.closeTo(4, 0.2);
      expect(eye.faults).to.deep.equal([]);
      expect(eye.bridge).to.equal(undefined);
      expect(eye.videos).to.have.length(decks);
    });

    describe('with a picture made of an opening', () => {
      /** Of 92,706 bytes an opening has 64 KiB, and shows a picture without the rest. */
      const aNoise = (kind: 'plain' | 'slow' = 'plain') => {
        const bare = server.clip(kind, 'noise.mp4');
        const sources = bare.sources.map((source) => ({ ...source, bytes: 80_000 }));
        return { ...bare, durationSeconds: 4, sources, poster };
      };
      const pictureDecks = () =>
        eye.hidden.filter(
          (video) =>
            video.src.startsWith('blob:') &&
            video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA &&
            pictures.has(video),
        );

      async function prepareOpenings(...wishes: readonly PreparedClip[]): Promise<void> {
        media.prepare(wishes);
        await watching.until(() => pictureDecks().length === wishes.length, 'pictures');
        await pictureCounts();
      }

      it('asks for the opening, and for nothing behind it', async () => {
        await play(threeSeconds);
        watching.told.length = 0;

        await prepareOpenings(picture(aNoise()));

        expect(await server.asked()).to.deep.equal([{ file: 'noise.mp4', range: 'bytes=0-65535', state: 'done' }]);
        const [deck] = pictureDecks();
        expect([deck?.paused, deck?.muted, deck?.played.length]).to.deep.equal([true, true, 0]);
        expect(watching.types).to.deep.equal([]);
      });

      it('shows it in the frame in which the clip is loaded, until the clip has its own', async () => {
        await play(threeSeconds);
        const clip = aNoise('slow');
        await prepareOpenings(picture(clip));
        const [deck] = pictureDecks();
        watching.told.length = eye.glances.length = 0;

        media.load(clip);
        void media.play();
        expect([eye.inSight[0] === deck, eye.bridge]).to.deep.equal([true, undefined]);
        const { currentSeconds, watchedSeconds } = media.facts();
        expect([currentSeconds, watchedSeconds]).to.deep.equal([0, 0]);
        await watching.until(() => eye.inSight.map(fileOf)[0] === 'noise.mp4', 'in sight');
        await watching.until(() => deck?.src === '', 'free again');

        expect(watching.types.slice(0, 2)).to.deep.equal(['ready', 'playing']);
        expect(eye.faults).to.deep.equal([]);
        expect((await server.asked()).map(({ range }) => range.split('-')[0])).to.deep.equal([
          'bytes=0',
          'bytes=65536',
        ]);
      });

      it('takes the deck of another picture for the chosen clip, where none is free', async () => {
        await play(threeSeconds);
        const clip = aNoise();
        const other = new CountingServer().clip('plain', 'two-seconds.mp4');
        await prepareOpenings(picture(clip), picture(other));
        eye.glances.length = 0;

        media.prepare([chosen(clip)]);
        expect(pictureDecks()).to.have.length(1);
        media.load(clip);
        expect(eye.inSight[0]?.src).to.match(/^blob:/);
        await media.play();
        await watching.until(() => eye.inSight.map(fileOf)[0] === 'noise.mp4', 'in sight');

        expect(eye.videos).to.have.length(3);
        expect(eye.faults).to.deep.equal([]);
        expect(media.facts().unusedBytes).to.equal(12_281);
      });

      it('lets it go where another clip is chosen, and counts its opening', async () => {
        await play(threeSeconds);
        await prepareOpenings(picture(aNoise()));

        await play(twoSeconds);
        media.prepare([]);
        // Not before the new picture is drawn.
        await watching.until(() => pictureDecks().length === 0, 'let go');

        expect(media.facts().unusedBytes).to.equal(65_536);
      });

      it('makes the clip itself ready, where that is wished for later', async () => {
        await play(threeSeconds);
        const clip = aNoise();
        await prepareOpenings(picture(clip));

        await prepare(clip);

        expect(pictureDecks()).to.deep.equal([]);
        expect(media.facts().unusedBytes).to.equal(0);
      });

      it('makes no more of them once one could not be shown', async () => {
        await play(threeSeconds);
        const first = { ...server.clip('plain', 'letter.mp4'), poster };
        const second = aNoise();
        eye.glances.length = 0;
        media.prepare([picture(first), picture(second)]);
        await server.until((all) => all.length === 2 && all.every(({ state }) => state === 'done'));

        await play(second);

        expect(eye.films).to.deep.equal(['three-seconds.mp4', 'noise.mp4']);
        expect(eye.faults).to.deep.equal([]);
      });

      it('has none of a stream, and fetches nothing of it', async () => {
        await play(threeSeconds);
        const stream = server.clip('plain', 'hls/three-seconds.m3u8', 'application/vnd.apple.mpegurl');

        media.prepare([picture(stream), picture(aNoise())]);
        await watching.until(() => pictureDecks().length === 1, 'a picture');

        expect((await server.asked()).map(({ file }) => file)).to.deep.equal(['noise.mp4']);
      });
    });

    it('counts what came for clips that were never shown', async () => {
      await play(threeSeconds);
      const [shown, dropped] = [server.clip('plain', 'noise.mp4'), server.clip('plain', 'two-seconds.mp4')];
      media.prepare([opening(shown), opening(dropped)]);
      await server.until((all) => all.length === 2 && all.every(({ state }) => state === 'done'));
      expect(media.facts().unusedBytes).to.equal(0);

      await play(shown);
      media.prepare([]);

      // The size of two-seconds.mp4.
      expect(media.facts().unusedBytes).to.equal(12_281);
      await play(dropped);
      expect(media.facts().unusedBytes).to.equal(0);
    });

    it('counts what came for a deck that was never shown', async () => {
      await play(threeSeconds);
      const clip = server.clip('plain', 'two-seconds.mp4');
      await prepare(clip);

      media.prepare([]);

      expect(media.facts().unusedBytes).to.be.greaterThan(0);
    });

    it('brings a clip to its first picture where the browser loads nothing before play, and counts nothing of it', async () => {
      await play(threeSeconds);
      media.dispose();
      begin({
        tune: (video) => {
          video.preload = 'none';
        },
      });
      await play(threeSeconds);
      await prepare(twoSeconds);
      // Not ready for a moment, while it goes back to its beginning.
      const deck = eye.hidden.find(({ currentSrc }) => currentSrc === twoSeconds.sources[0]?.src);
      await watching.until(() => deck?.paused === true && deck.currentTime === 0, 'stopped at its beginning');

      media.load(twoSeconds);

      expect([media.facts().watchedSeconds, media.facts().currentSeconds, media.facts().paused]).to.deep.equal([
        0,
        0,
        true,
      ]);
    });

    it("gives each deck its permission to play within the viewer's first tap, and tells nothing of it", async () => {
      let inTap = false;
      const permitted = new Set<HTMLVideoElement>();
      const taps = new AbortController();
      const { signal } = taps;
      window.addEventListener('click', () => (inTap = true), { capture: true, signal });
      window.addEventListener('click', () => (inTap = false), { signal });
      media.dispose();
      begin({
        tune: (video) => {
          const { play } = video;
          video.play = () => {
            if (inTap) permitted.add(video);
            return play.call(video);
          };
        },
      });
      media.load(threeSeconds);
      await watching.hears('ready');

      // What is tapped may be played only later, when the log has written it.
      await tap();
      await nextFrame();
      const told = watching.types;
      await media.play();
      await watching.hears('ended');
      taps.abort();

      expect(eye.videos).to.have.length(3);
      expect(eye.videos.every((video) => permitted.has(video))).to.equal(true);
      expect(eye.hidden.every(({ paused }) => paused)).to.equal(true);
      expect(told).to.deep.equal(['ready']);
      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
      expect(media.facts().watchedSeconds).to.be.closeTo(3, 0.2);
    });

    it('leaves a clip that plays alone at a tap, and asks for no permission twice', async () => {
      await play(threeSeconds);
      const asked: string[] = [];
      await tap();
      for (const video of eye.videos) video.addEventListener('play', () => asked.push(fileOf(video)));

      await tap();
      await watching.hears('ended');

      expect(asked).to.deep.equal([]);
      expect(watching.types).to.deep.equal(['ready', 'playing', 'ended']);
    });

    it('stays hidden where its parent is hidden', async () => {
      await play(threeSeconds);
      document.body.style.visibility = 'hidden';
      const { inSight } = eye;
      document.body.style.visibility = '';

      expect(inSight).to.have.length(0);
    });

    it('keeps its size while a clip of another shape is made ready', async () => {
      await play(threeSeconds);
      const before = media.element.getBoundingClientRect().height;
      await prepare(server.clip('plain', 'noise.mp4'));

      expect(media.element.getBoundingClientRect().height).to.equal(before);
    });

    it('frees every deck when disposed, and ends what is on its way', async () => {
      await play(threeSeconds);
      media.prepare([onDeck(server.clip('slow', 'noise.mp4'))]);
      await server.until((all) => all.some(({ state }) => state === 'open'));
      const { videos } = eye;
      watching.told.length = 0;

      media.dispose();
      media.dispose();
      media.load(twoSeconds);
      media.prepare([onDeck(twoSeconds)]);

      await server.until((all) => all.every(({ state }) => state === 'aborted'));
      expect(videos.map(({ paused, src }) => [paused, src])).to.deep.equal(videos.map(() => [true, '']));
      expect([media.element.isConnected, watching.types.length]).to.deep.equal([false, 0]);
    });
  });
}
