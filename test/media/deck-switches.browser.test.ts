import { expect } from '@open-wc/testing';

import type { Deck } from '../../src/media/deck.js';
import { createDecks } from '../../src/media/decks.js';
import type { Media, PreparedClip } from '../../src/media/media.js';
import { createNativeMedia } from '../../src/media/native-media.js';
import { createVideojsMedia } from '../../src/media/videojs-media.js';
import { threeSeconds, twoSeconds, webm } from './clips.js';
import { DeckEye, nextFrame } from './deck-eye.js';
import { HoldingsCount, type Holdings } from './holdings.js';
import { SoundWatch } from './sound-watch.js';
import { Watching } from './watching.js';

const CLIPS = [threeSeconds, twoSeconds, webm] as const;
const DECKS = 3;
const MAKERS: Readonly<Record<string, () => Deck>> = { createNativeMedia, createVideojsMedia };

for (const [name, makeDeck] of Object.entries(MAKERS)) {
  describe(`createDecks of ${name}, switch after switch`, () => {
    let media: Media;
    let watching: Watching;
    let eye: DeckEye;
    let sounds: SoundWatch;

    beforeEach(() => {
      sounds = new SoundWatch();
      media = createDecks({
        most: DECKS,
        makeDeck: () => {
          const deck = makeDeck();
          sounds.add(deck.video);
          return deck;
        },
      });
      watching = new Watching(media);
      document.body.append(media.element);
      eye = new DeckEye(media);
    });

    afterEach(() => {
      eye.stop();
      media.dispose();
    });

    const moves = () => watching.until(() => media.facts().currentSeconds > 0, 'moved');

    /** Each clip in turn: ready, on its way, or not prepared at all, and sometimes left before it is there. */
    async function switchTo(turn: number): Promise<void> {
      const [next, other] = [clipOf(turn), clipOf(turn + 1)];
      if (turn % 3 > 0) media.prepare([onDeck(next), onDeck(other)]);
      if (turn % 4 === 0) await nextFrame();
      media.load(next);
      void media.play();
      if (turn % 2 === 0) await moves();
    }

    it('never lets two clips sound, and shows one picture at every frame', async () => {
      media.load(threeSeconds);
      await media.play();
      await moves();
      // Sound may run before the first picture is there, and without one there is nothing yet that could stay.
      await nextPicture(eye.inSight);
      eye.glances.length = 0;

      for (let turn = 1; turn <= 50; turn += 1) await switchTo(turn);
      await moves();

      expect(sounds.most).to.equal(1);
      expect(eye.faults).to.deep.equal([]);
      expect(Math.max(...eye.glances.map(({ decks }) => decks))).to.be.at.most(DECKS);
    }).timeout(120_000);

    it('holds on to nothing more after 200 switches than after the first', async () => {
      const count = new HoldingsCount();
      const rest = async (): Promise<Holdings> => {
        media.prepare([]);
        media.load(threeSeconds);
        await media.play();
        await moves();
        media.pause();
        return staysTheSame(() => count.read());
      };
      for (let turn = 1; turn <= 12; turn += 1) await switchTo(turn);
      media.prepare([onDeck(twoSeconds), onDeck(webm)]);
      await watching.until(() => eye.videos.length === DECKS, 'made all decks');
      const before = await rest();

      for (let turn = 1; turn <= 200; turn += 1) await switchTo(turn);
      const after = await rest();
      count.end();

      const { listeners: listening, ...others } = after;
      const { listeners: listened, ...othersBefore } = before;
      expect(others).to.deep.equal(othersBefore);
      expect(grown(listening, listened)).to.deep.equal({});
    }).timeout(240_000);
  });
}

function clipOf(turn: number): (typeof CLIPS)[number] {
  return CLIPS[turn % CLIPS.length] ?? threeSeconds;
}

/** Resolves to what is read once nothing of it changes any more for about two seconds: what is under way has ended. */
async function staysTheSame<Value>(read: () => Value): Promise<Value> {
  let last = read();
  for (let frames = 0; frames < 120; frames += 1) {
    await nextFrame();
    const value = read();
    if (JSON.stringify(value) !== JSON.stringify(last)) frames = 0;
    last = value;
  }
  return last;
}

const nextPicture = ([video]: readonly HTMLVideoElement[]) =>
  new Promise((resolve) => video?.requestVideoFrameCallback(resolve));

/**
 * What 200 switches piled up. Video.js listens once for the next play or the next movement of a player
 * that waits (its live tracker), so each deck may have one listener more, or one less, from rest to rest.
 */
function grown(after: Holdings['listeners'], before: Holdings['listeners']): Record<string, number> {
  const more = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count > DECKS));
}

function onDeck(clip: (typeof CLIPS)[number]): PreparedClip {
  return { clip, seconds: 3, how: 'deck' };
}
