import { expect } from '@open-wc/testing';

import { createDecks } from '../../src/media/decks.js';
import type { Media, PlayableClip } from '../../src/media/media.js';
import { Throughput } from '../../src/media/throughput.js';
import { createVideojsMedia } from '../../src/media/videojs-media.js';
import { CountingServer } from './asked.js';
import { ladder, ladderWithCaptions, twoSeconds } from './clips.js';
import { Watching } from './watching.js';

const HLS = 'application/vnd.apple.mpegurl';

/** The same stream as another clip. */
const again = (clip: PlayableClip): PlayableClip => ({
  ...clip,
  sources: clip.sources.map(({ src, type }) => ({ src: `${src}?again`, type })),
});

describe('HLS on decks of createVideojsMedia', () => {
  let media: Media;
  let watching: Watching;
  let server: CountingServer;
  let box: HTMLElement;

  beforeEach(() => {
    const throughput = new Throughput(() => 2_000_000);
    media = createDecks({ makeDeck: () => createVideojsMedia({ throughput }) });
    watching = new Watching(media);
    server = new CountingServer();
    box = document.createElement('div');
    box.style.width = '640px';
    box.style.height = '360px';
    box.append(media.element);
    document.body.append(box);
  });

  afterEach(() => {
    media.dispose();
    box.remove();
  });

  async function plays(clip: PlayableClip): Promise<void> {
    media.load(clip);
    watching.told.length = 0;
    await media.play();
    await watching.until(() => media.facts().currentSeconds > 0.2, 'played');
  }

  it('plays a ladder to its end, and offers its sounds', async () => {
    await plays(ladder);
    expect(media.facts().audios).to.deep.equal([
      { language: 'ja', label: '日本語' },
      { language: 'en', label: 'English' },
    ]);
    expect(media.facts().audio).to.equal('ja');
    media.setRate(2);
    await watching.hears('ended');

    expect(media.facts().watchedSeconds).to.be.closeTo(4, 0.3);
  });

  it('changes the sound while it plays', async () => {
    await plays(server.clip('plain', 'ladder/film.m3u8', HLS));

    media.setAudio('en');

    expect(media.facts().audio).to.equal('en');
    await server.until((asked) => asked.some(({ file }) => file.endsWith('sound-en.m4s')));
    media.setRate(2);
    await watching.hears('ended');
  });

  it('keeps the sound and the captions across clips, with mp4 in between, which has no choice of sounds', async () => {
    media.setCaptions('ja');
    await plays(ladder);
    media.setAudio('en');

    await plays(twoSeconds);
    expect(media.facts().audios).to.deep.equal([]);
    expect(media.facts().audio).to.equal(undefined);
    expect(media.facts().captions).to.equal('ja');

    await plays(server.clip('plain', 'ladder/film.m3u8', HLS));
    // It is told a moment after the first picture; that nothing of the other was fetched is seen below.
    await watching.until(() => media.facts().audio === 'en', 'took up the sound that was wished for');
    const asked = await server.asked();
    expect(asked.filter(({ file }) => file.endsWith('sound-en.m4s'))).not.to.be.empty;
    expect(asked.filter(({ file }) => file.endsWith('sound-ja.m4s'))).to.be.empty;

    await plays(again(ladder));
    await watching.until(() => media.facts().audio === 'en', 'took it up once more');
    expect(media.facts().captions).to.equal('ja');
  });

  it('keeps them on a clip that was made ready beforehand', async () => {
    media.setCaptions('ja');
    await plays(ladder);
    const next = again(ladder);
    media.prepare([{ clip: next, seconds: 1, how: 'deck' }]);
    media.setAudio('en');

    await plays(next);

    expect(media.facts().audio).to.equal('en');
    expect(media.facts().captions).to.equal('ja');
  });

  it('offers and shows the captions that the stream brings', async () => {
    await plays(ladderWithCaptions);
    expect(media.facts().streamCaptions).to.deep.equal([
      { language: 'ja', label: '日本語' },
      { language: 'en', label: 'English' },
    ]);
    expect(media.facts().captions).to.equal(undefined);

    media.setCaptions('ja');

    expect(media.facts().captions).to.equal('ja');
    const cues = () =>
      [...box.querySelectorAll('video')]
        .flatMap(({ textTracks }) => [...textTracks])
        .filter(({ mode }) => mode === 'showing')
        .flatMap((track) => [...(track.cues ?? [])].map((cue) => (cue as VTTCue).text));
    await watching.until(() => cues().length > 0, 'loaded cues');
    expect(cues()).to.deep.equal(['ようこそ。']);
  });

  it('leaves the stream its captions where the graph has others in that language', async () => {
    await plays({ ...ladderWithCaptions, captions: ladder.captions.slice(0, 1) });

    expect(media.facts().streamCaptions).to.deep.equal([{ language: 'en', label: 'English' }]);
  });

  /** The renditions of a clip in the order in which they were asked for. */
  const renditions = async (asked: CountingServer) =>
    (await asked.asked()).flatMap(({ file }) => /(low|mid|high)\.m4s$/.exec(file)?.[1] ?? []);

  it('begins the second clip on a good line where the first has come to, not at the bottom', async () => {
    await plays(server.clip('plain', 'ladder/film.m3u8', HLS));
    const second = new CountingServer();

    await plays(second.clip('plain', 'ladder/film.m3u8', HLS));

    expect((await renditions(second))[0]).to.equal('high');
  });

  it('does so for a clip that is made ready while a text stands in place of the video', async () => {
    await plays(server.clip('plain', 'ladder/film.m3u8', HLS));
    box.style.display = 'none';
    const second = new CountingServer();

    media.prepare([{ clip: second.clip('plain', 'ladder/film.m3u8', HLS), seconds: 1, how: 'deck' }]);
    await second.until((asked) => asked.some(({ file }) => file.endsWith('.m4s')));

    expect((await renditions(second))[0]).to.equal('high');
  });

  it('begins the second clip on a thin line at the bottom', async () => {
    await plays(server.clip('thin', 'ladder/film.m3u8', HLS));
    expect((await renditions(server))[0]).to.equal('high');
    const second = new CountingServer();

    await plays(second.clip('thin', 'ladder/film.m3u8', HLS));

    expect((await renditions(second))[0]).to.equal('low');
  });

  it('knows the line on the deck that is made ready, too', async () => {
    await plays(server.clip('thin', 'ladder/film.m3u8', HLS));
    const second = new CountingServer();
    media.prepare([{ clip: second.clip('thin', 'ladder/film.m3u8', HLS), seconds: 1, how: 'deck' }]);

    await second.until((asked) => asked.some(({ file }) => file.endsWith('.m4s')));

    expect((await renditions(second))[0]).to.equal('low');
  });

  it('stores nothing of the line', async () => {
    await plays(ladder);

    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });
});
