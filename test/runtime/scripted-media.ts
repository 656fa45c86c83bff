import type { Media, MediaEvent, MediaFacts, PlayableClip, PreparedClip } from '../../src/media/media.js';

/** A media port that a test plays by hand. It notes what it was told to do. */
export class ScriptedMedia implements Media {
  readonly element = {} as HTMLElement;
  readonly orders: string[] = [];
  /** What was last wished to be made ready. */
  prepared: readonly PreparedClip[] = [];
  /** What `play()` answers: false as in a browser that waits for a tap. */
  mayPlay = true;
  state: MediaFacts = {
    currentSeconds: 0,
    durationSeconds: 10,
    bufferedSeconds: 0,
    watchedSeconds: 0,
    paused: true,
    volume: 1,
    muted: false,
    rate: 1,
    captions: undefined,
    streamCaptions: [],
    audio: undefined,
    audios: [],
    unusedBytes: 0,
  };
  readonly #listeners = new Set<(event: MediaEvent) => void>();

  load(clip: PlayableClip): void {
    this.state = { ...this.state, currentSeconds: 0, watchedSeconds: 0 };
    this.orders.push(`load ${clip.sources[0]?.src.split('/').pop() ?? ''}`);
  }
  prepare(wishes: readonly PreparedClip[]): void {
    this.prepared = wishes;
  }
  async play(): Promise<boolean> {
    this.orders.push('play');
    this.state = { ...this.state, paused: !this.mayPlay };
    if (this.mayPlay) this.tell({ type: 'playing' });
    return this.mayPlay;
  }
  pause(): void {
    this.orders.push('pause');
    this.state = { ...this.state, paused: true };
  }
  seek(seconds: number): void {
    this.orders.push(`seek ${seconds}`);
    this.state = { ...this.state, currentSeconds: seconds };
  }
  setVolume(): void {}
  setMuted(): void {}
  setRate(): void {}
  setCaptions(language: string | undefined): void {
    this.state = { ...this.state, captions: language };
  }
  setAudio(language: string): void {
    this.state = { ...this.state, audio: language };
  }
  facts(): MediaFacts {
    return this.state;
  }
  listen(listener: (event: MediaEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  dispose(): void {
    this.orders.push('dispose');
  }

  tell(event: MediaEvent): void {
    this.#listeners.forEach((listener) => listener(event));
  }

  /** The clip runs to this second. */
  runTo(seconds: number): void {
    this.state = { ...this.state, currentSeconds: seconds, watchedSeconds: seconds };
    this.tell({ type: 'changed' });
  }

  runToEnd(): void {
    this.runTo(this.state.durationSeconds);
    this.tell({ type: 'ended' });
  }
}
