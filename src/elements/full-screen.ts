import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Lets an element fill the screen, questions included. The video alone never does:
 * its own full screen would hide what is asked.
 *
 * Where elements cannot go full screen (iPhone, frames without the permission) it fills the viewport instead.
 */
export class FullScreenController implements ReactiveController {
  #isFixed = false;
  #listening: AbortController | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#isFixed || this.#isFullScreen;
  }

  /** The viewport is filled by a style, so the element has to bring one. */
  get isFixed(): boolean {
    return this.#isFixed;
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('fullscreenchange', () => this.#host.requestUpdate(), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#isFixed = false;
  }

  async toggle(): Promise<void> {
    if (this.isOn) await this.leave();
    else await this.#enter();
    this.#host.requestUpdate();
  }

  async leave(): Promise<void> {
    this.#isFixed = false;
    if (this.#isFullScreen) await document.exitFullscreen();
    this.#host.requestUpdate();
  }

  get #isFullScreen(): boolean {
    const root = this.#host.getRootNode();
    return (root instanceof Document || root instanceof ShadowRoot) && root.fullscreenElement === this.#host;
  }

  async #enter(): Promise<void> {
    try {
      await this.#host.requestFullscreen({ navigationUI: 'hide' });
    } catch {
      // Missing (iPhone: a TypeError) or refused (a frame without the permission): the viewport will do.
      this.#isFixed = true;
    }
  }
}
