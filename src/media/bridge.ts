import type { Posters } from './posters.js';

/** What is seen for as long as the next picture is not there: a poster over the old picture, or a copy of the old one. */
export class Bridge {
  readonly #stack: HTMLElement;
  readonly #posters: Posters;
  #image: HTMLImageElement | undefined;
  #still: { readonly picture: HTMLCanvasElement; readonly clip: string } | undefined;

  constructor(stack: HTMLElement, posters: Posters) {
    this.#stack = stack;
    this.#posters = posters;
  }

  /** A copy of an old picture stands. */
  get keeps(): boolean {
    return this.#still !== undefined;
  }

  /** The copy that stands is of this clip. */
  keepsOf(clip: string): boolean {
    return this.#still?.clip === clip;
  }

  /** Leaves a copy of the picture of this clip where it is, so that its element can be emptied. */
  keep(old: HTMLVideoElement, clip: string): void {
    const picture = copyPicture(old);
    if (!picture) return;
    this.#still?.picture.remove();
    this.#still = { picture, clip };
    cover(picture);
    this.#stack.append(picture);
  }

  /** Covers the old picture as soon as the poster can be shown as a whole. Without one the old picture stays. */
  begin(poster: string | undefined, old: HTMLVideoElement): void {
    this.uncover();
    if (poster === undefined) return;
    const image = this.#posters.take(poster);
    this.#image = image;
    const show = () => {
      if (this.#image === image) this.#lay(image, old);
    };
    // In the same frame, where it is there already.
    if (image.complete && image.naturalWidth > 0) show();
    else void image.decode().then(show, () => undefined);
  }

  /** Takes the poster away. */
  uncover(): void {
    this.#image?.remove();
    this.#image = undefined;
  }

  /** Takes away whatever there is. */
  end(): void {
    this.uncover();
    this.#still?.picture.remove();
    this.#still = undefined;
  }

  #lay(image: HTMLImageElement, old: HTMLVideoElement): void {
    const { picture } = this.#still ?? {};
    const shape = picture ?? { width: old.videoWidth, height: old.videoHeight };
    cover(image);
    // The old picture would look out behind a poster of another shape.
    image.style.background = hasShapeOf(image, shape) ? '' : '#000';
    this.#stack.append(image);
  }
}

/** Undefined where there is no picture to copy. One of another origin may be shown, if not read. */
function copyPicture(video: HTMLVideoElement): HTMLCanvasElement | undefined {
  const { videoWidth, videoHeight, readyState } = video;
  if (videoWidth === 0 || readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = videoWidth;
  canvas.height = videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas;
}

function cover({ style }: HTMLElement): void {
  style.position = 'absolute';
  style.inset = '0';
  style.width = '100%';
  style.height = '100%';
  style.objectFit = 'contain';
}

interface Shape {
  readonly width: number;
  readonly height: number;
}

function hasShapeOf({ naturalWidth, naturalHeight }: HTMLImageElement, { width, height }: Shape): boolean {
  return Math.abs(naturalWidth * height - width * naturalHeight) <= naturalWidth * height * 0.02;
}
