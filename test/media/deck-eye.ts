import type { Media } from '../../src/media/media.js';

/** What was seen and heard of a media at one display frame. */
interface Glance {
  /** Files whose decks are in sight. */
  readonly inSight: readonly string[];
  /** There is something to look at on each of them. */
  readonly pictured: boolean;
  /** How many sound. */
  readonly sounding: number;
  /** How many elements there are. */
  readonly decks: number;
}

/** Looks at a media at every display frame, as a viewer does. */
export class DeckEye {
  readonly glances: Glance[] = [];
  readonly #media: Media;
  /** A picture stays to be seen while a browser waits for bytes, and while it seeks, though it then says that it has no data. */
  readonly #pictures = new PictureWatch();
  #stopped = false;

  constructor(media: Media) {
    this.#media = media;
    const look = () => {
      if (this.#stopped) return;
      this.glances.push(this.glance());
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  get videos(): readonly HTMLVideoElement[] {
    return [...this.#media.element.querySelectorAll('video')];
  }

  get inSight(): readonly HTMLVideoElement[] {
    return this.videos.filter((video) => getComputedStyle(video).visibility === 'visible');
  }

  get hidden(): readonly HTMLVideoElement[] {
    return this.videos.filter((video) => getComputedStyle(video).visibility === 'hidden');
  }

  /** The poster that lies over the old picture, or `still` where a copy of the old picture itself is left. */
  get bridge(): string | undefined {
    const { element } = this.#media;
    return element.querySelector('img')?.src ?? (element.querySelector('canvas') ? 'still' : undefined);
  }

  glance(): Glance {
    const { videos, inSight, bridge } = this;
    videos.forEach((video) => this.#pictures.add(video));
    return {
      inSight: inSight.map((video) => fileOf(video)),
      pictured:
        bridge !== undefined ||
        inSight.every((video) => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA || this.#pictures.has(video)),
      sounding: videos.filter(({ paused, ended, muted, volume }) => !paused && !ended && !muted && volume > 0).length,
      decks: videos.length,
    };
  }

  /** Glances that were not as a seamless film is: one picture in sight, and one clip that sounds at most. */
  get faults(): readonly Glance[] {
    return this.glances.filter(({ inSight, pictured, sounding }) => inSight.length !== 1 || !pictured || sounding > 1);
  }

  /** The films in the order in which they were in sight. */
  get films(): readonly string[] {
    const all = this.glances.flatMap(({ inSight }) => inSight);
    return all.filter((file, index) => file !== all[index - 1]);
  }

  stop(): void {
    this.#stopped = true;
  }
}

export function fileOf({ currentSrc, src }: HTMLVideoElement): string {
  return new URL(currentSrc || src || 'about:blank').pathname.split('/').at(-1) ?? '';
}

/** Notes of each video which file it presented a picture of last, be it in sight or not. */
export class PictureWatch {
  readonly #pictures = new Map<HTMLVideoElement, string>();

  /** Begins to watch this one, if it is not watched yet. */
  add(video: HTMLVideoElement): void {
    if (this.#pictures.has(video)) return;
    this.#pictures.set(video, '');
    const look = () => {
      this.#pictures.set(video, video.currentSrc);
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  }

  has(video: HTMLVideoElement): boolean {
    return video.src !== '' && this.#pictures.get(video) === video.currentSrc;
  }
}

/** Resolves at the next display frame. */
export const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
