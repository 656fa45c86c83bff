import type { Posters } from './posters.js';

/** A poster over the old picture, for as long as the next one is not there. */
export class Bridge {
  readonly #stack: HTMLElement;
  readonly #posters: Posters;
  #image: HTMLImageElement | undefined;

  constructor(stack: HTMLElement, posters: Posters) {
    this.#stack = stack;
    this.#posters = posters;
  }

  /** Covers the old picture as soon as the poster can be shown as a whole. Without one the old picture stays. */
  begin(poster: string | undefined, old: HTMLVideoElement): void {
    this.end();
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

  end(): void {
    this.#image?.remove();
    this.#image = undefined;
  }

  #lay(image: HTMLImageElement, old: HTMLVideoElement): void {
    const { style } = image;
    style.position = 'absolute';
    style.inset = '0';
    style.width = '100%';
    style.height = '100%';
    style.objectFit = 'contain';
    // The old picture would look out behind a poster of another shape.
    style.background = hasShapeOf(image, old) ? '' : '#000';
    this.#stack.append(image);
  }
}

function hasShapeOf({ naturalWidth, naturalHeight }: HTMLImageElement, { videoWidth, videoHeight }: HTMLVideoElement) {
  return Math.abs(naturalWidth * videoHeight - videoWidth * naturalHeight) <= naturalWidth * videoHeight * 0.02;
}
