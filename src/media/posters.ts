/** Posters that may be wanted soon, so that they can bridge at once. */
export class Posters {
  readonly #images = new Map<string, HTMLImageElement>();

  /** Begins to load it, if that has not begun. */
  take(src: string): HTMLImageElement {
    const image = this.#images.get(src) ?? makeImage(src);
    this.#images.set(src, image);
    return image;
  }

  /** Lets go of all others, those on their way included. */
  keep(wanted: ReadonlySet<string | undefined>): void {
    for (const src of this.#images.keys()) if (!wanted.has(src)) this.#drop(src);
  }

  /** Lets go of what is still on its way, but for one. */
  halt(chosen: string | undefined): void {
    for (const [src, { complete }] of this.#images) if (!complete && src !== chosen) this.#drop(src);
  }

  #drop(src: string): void {
    const image = this.#images.get(src);
    this.#images.delete(src);
    // One that is being looked at stays where it is.
    if (image && !image.isConnected) image.src = '';
  }
}

function makeImage(src: string): HTMLImageElement {
  const image = new Image();
  image.alt = '';
  image.src = src;
  // Decoded before it is needed. One that is not there bridges nothing: the old picture does.
  image.decode().catch(() => undefined);
  return image;
}
