import { describe, expect, it } from 'vitest';

import { isOnAir, nowPlayingOf, pressMediaKey, type MediaKeyPress } from '../../src/runtime/now-playing.js';
import type { PlayerCommands, PlayerView } from '../../src/runtime/player-view.js';
import { aGraph } from '../fixtures.js';
import { ScriptedMedia } from './scripted-media.js';

const BASE = 'https://example.test/graphs/intro.json';
const graph = aGraph({ branches: { welcome: ['team'], team: ['end'], end: [] } });

function aView(wish: Partial<PlayerView>): PlayerView {
  const scene = graph.scenes['welcome'] ?? { title: '' };
  const fixed = { graph, sceneId: 'welcome', scene, question: undefined, given: undefined, seen: [], way: [] };
  return {
    ...fixed,
    life: 'playing',
    failure: undefined,
    reading: false,
    canGoBack: false,
    choice: 'unrecorded',
    ...wish,
  };
}

function aMedia(): ScriptedMedia {
  const media = new ScriptedMedia();
  media.state = { ...media.state, currentSeconds: 4, durationSeconds: 10, rate: 1.5 };
  return media;
}

const shownIn = (wish: Partial<PlayerView>) => nowPlayingOf(aView(wish), aMedia().facts(), BASE);

/** What a key comes to, as commands. */
function press(key: MediaKeyPress, wish: Partial<PlayerView> = {}): readonly (readonly unknown[])[] {
  const calls: unknown[][] = [];
  const note =
    (_: unknown, name: string) =>
    (...given: unknown[]) =>
      calls.push([name, ...given]);
  const commands = new Proxy({}, { get: note }) as PlayerCommands;
  pressMediaKey({ view: aView(wish), commands, media: aMedia() }, key);
  return calls;
}

describe('nowPlayingOf', () => {
  it('tells the scene, the graph, the poster and the place in the clip', () => {
    expect(shownIn({ life: 'playing' })).toEqual({
      title: 'Title of welcome',
      album: 'A look at the company',
      artwork: 'https://example.test/graphs/clips/welcome.jpg',
      playing: true,
      canGoBack: false,
      durationSeconds: 10,
      currentSeconds: 4,
      rate: 1.5,
    });
  });

  it.each(['paused', 'asking'] as const)('stands paused while %s', (life) => {
    expect(shownIn({ life })).toMatchObject({ title: 'Title of welcome', playing: false });
  });

  it.each(['notice', 'reading', 'failed', 'ended'] as const)('tells nothing in the life "%s"', (life) => {
    expect(shownIn({ life })).toBeUndefined();
  });

  it('tells nothing of a viewing that is read', () => {
    expect(shownIn({ life: 'asking', reading: true })).toBeUndefined();
  });
});

describe('isOnAir', () => {
  it('holds while the clip runs or waits for its line, and in no pause', () => {
    const onAir = (['loading', 'playing', 'stalled', 'paused', 'asking', 'failed', 'ended'] as const).filter((life) =>
      isOnAir({ life, reading: false }),
    );

    expect(onAir).toEqual(['loading', 'playing', 'stalled']);
  });
});

describe('pressMediaKey', () => {
  it('plays and pauses', () => {
    expect(press({ action: 'play' }, { life: 'paused' })).toEqual([['play']]);
    expect(press({ action: 'pause' }, { life: 'playing' })).toEqual([['pause']]);
  });

  it('jumps ten seconds within the clip, or as far as the device says', () => {
    expect(press({ action: 'seekbackward' })).toEqual([['seek', 0]]);
    expect(press({ action: 'seekforward' })).toEqual([['seek', 10]]);
    expect(press({ action: 'seekforward', seekOffset: 3 })).toEqual([['seek', 7]]);
    expect(press({ action: 'seekto', seekTime: 2.5 })).toEqual([['seek', 2.5]]);
  });

  it('goes back to the scene before, where there is one', () => {
    expect(press({ action: 'previoustrack' }, { canGoBack: true })).toEqual([['goBack']]);
    expect(press({ action: 'previoustrack' }, { canGoBack: false })).toEqual([]);
  });

  it('never plays the clip behind a question, and still goes back from it', () => {
    const asking = { life: 'asking', canGoBack: true } as const;

    expect(press({ action: 'play' }, asking)).toEqual([]);
    expect(press({ action: 'seekto', seekTime: 1 }, asking)).toEqual([]);
    expect(press({ action: 'previoustrack' }, asking)).toEqual([['goBack']]);
  });

  it('leaves a viewing that is read alone', () => {
    expect(press({ action: 'play' }, { life: 'paused', reading: true })).toEqual([]);
  });
});
