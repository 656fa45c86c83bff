import { expect } from 'chai';

import { findBoard, MediaSessionBoard } from '../../src/runtime/media-session-board.js';
import type { MediaKeyPress, NowPlaying } from '../../src/runtime/now-playing.js';

const welcome: NowPlaying = {
  title: 'Welcome',
  album: 'A look at the company',
  artwork: 'https://example.test/welcome.jpg',
  playing: true,
  canGoBack: false,
  durationSeconds: 10,
  currentSeconds: 0,
  rate: 1,
};

/** A session that keeps what it was told. */
class FakeMediaSession implements MediaSession {
  metadata: MediaMetadata | null = null;
  playbackState: MediaSessionPlaybackState = 'none';
  readonly handlers = new Map<string, MediaSessionActionHandler>();
  readonly positions: (MediaPositionState | undefined)[] = [];
  async setCameraActive(): Promise<void> {}
  async setMicrophoneActive(): Promise<void> {}
  setActionHandler(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
    if (action === 'seekto') throw new TypeError('This browser knows no such key.');
    if (handler) this.handlers.set(action, handler);
    else this.handlers.delete(action);
  }
  setPositionState(state?: MediaPositionState): void {
    this.positions.push(state);
  }
}

function aBoard(session = new FakeMediaSession()) {
  const time = { ms: 0 };
  const pressed: MediaKeyPress[] = [];
  const board = new MediaSessionBoard(session, () => time.ms);
  return {
    session,
    time,
    pressed,
    board,
    show: (wish: Partial<NowPlaying> = {}) => board.show({ ...welcome, ...wish }, (press) => pressed.push(press)),
  };
}

describe('MediaSessionBoard', () => {
  it('shows scene, graph and poster, and hears the keys that the browser knows', () => {
    const { session, pressed, show } = aBoard();

    show();
    session.handlers.get('seekforward')?.({ action: 'seekforward', seekOffset: 5 });

    expect(session.metadata?.title).to.equal('Welcome');
    expect(session.metadata?.album).to.equal('A look at the company');
    expect(session.metadata?.artwork[0]?.src).to.equal('https://example.test/welcome.jpg');
    expect(session.playbackState).to.equal('playing');
    expect([...session.handlers.keys()]).to.deep.equal(['play', 'pause', 'seekbackward', 'seekforward']);
    expect(pressed).to.deep.equal([{ action: 'seekforward', seekTime: undefined, seekOffset: 5 }]);
  });

  it('has a key back only while there is a scene to go back to', () => {
    const { session, show } = aBoard();

    show({ canGoBack: true });
    const withWayBack = session.handlers.has('previoustrack');
    show({ canGoBack: false });

    expect(withWayBack).to.equal(true);
    expect(session.handlers.has('previoustrack')).to.equal(false);
  });

  it('tells the position when it is other than the browser would count, and not with every tick', () => {
    const { session, time, show } = aBoard();

    show();
    for (const second of [1, 2, 3]) {
      time.ms = second * 1_000;
      show({ currentSeconds: second });
    }
    show({ currentSeconds: 8 });
    show({ currentSeconds: 8, playing: false });
    time.ms = 60_000;
    show({ currentSeconds: 8, playing: false });

    expect(session.positions).to.deep.equal([
      { duration: 10, position: 0, playbackRate: 1 },
      { duration: 10, position: 8, playbackRate: 1 },
      { duration: 10, position: 8, playbackRate: 1 },
    ]);
  });

  it('tells no position of a clip whose length is not known', () => {
    const { session, show } = aBoard();

    show({ durationSeconds: 0 });

    expect(session.positions).to.deep.equal([]);
  });

  it('clears all that it showed', () => {
    const { session, board, show } = aBoard();
    show({ canGoBack: true });

    board.clear();

    expect(session.metadata).to.equal(null);
    expect(session.playbackState).to.equal('none');
    expect([...session.handlers]).to.deep.equal([]);
    expect(session.positions.at(-1)).to.equal(undefined);
  });

  it('leaves what another player shows alone, paused or cleared, and takes it over when it plays', () => {
    const session = new FakeMediaSession();
    const first = aBoard(session);
    const second = aBoard(session);
    first.show();
    second.show({ title: 'Another player' });

    first.show({ playing: false });
    first.board.clear();
    const afterPause = session.metadata?.title;
    first.show({ title: 'The first again' });

    expect(afterPause).to.equal('Another player');
    expect(session.metadata?.title).to.equal('The first again');
  });
});

describe('findBoard', () => {
  it('shows on the real session of the browser', () => {
    const board = findBoard();

    board?.show(welcome, () => undefined);
    const title = navigator.mediaSession.metadata?.title;
    board?.clear();

    expect(title).to.equal('Welcome');
    expect(navigator.mediaSession.metadata).to.equal(null);
  });
});
