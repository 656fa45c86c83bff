const CAUSES = ['muted', 'volume'] as const;
const ACTS = ['play', 'pause'] as const;

/** Looks which videos sound after everything that can change it, not only when a frame is drawn. */
export class SoundWatch {
  /** How many sounded at once at most. */
  most = 0;
  readonly #videos: HTMLVideoElement[] = [];

  add(video: HTMLVideoElement): void {
    this.#videos.push(video);
    for (const name of CAUSES) this.#watchProperty(video, name);
    for (const name of ACTS) this.#watchMethod(video, name);
    for (const type of ['play', 'playing', 'volumechange']) video.addEventListener(type, () => this.#look());
  }

  #look(): void {
    this.most = Math.max(this.most, this.#videos.filter(isSounding).length);
  }

  #watchProperty(video: HTMLVideoElement, name: (typeof CAUSES)[number]): void {
    const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, name);
    Object.defineProperty(video, name, {
      configurable: true,
      get: () => own?.get?.call(video) as unknown,
      set: (value) => {
        own?.set?.call(video, value);
        this.#look();
      },
    });
  }

  #watchMethod(video: HTMLVideoElement, name: (typeof ACTS)[number]): void {
    const own = video[name].bind(video);
    Object.defineProperty(video, name, {
      configurable: true,
      value: () => {
        const result = own();
        this.#look();
        return result;
      },
    });
  }
}

function isSounding({ paused, ended, muted, volume }: HTMLVideoElement): boolean {
  return !paused && !ended && !muted && volume > 0;
}
