import { expect } from '@open-wc/testing';

import { onFirstPicture } from '../../src/media/first-picture.js';
import { nextFrame } from './deck-eye.js';

/** A video element whose frames and data come when the test says so. */
class ToldVideo {
  readonly element = document.createElement('video');
  told = 0;
  #presented: (() => void) | undefined;

  constructor(readyState: number) {
    this.#has(readyState);
    // An element that was just made is empty. This one has a clip, or waits for one.
    if (readyState > HAVE_NOTHING) Object.defineProperty(this.element, 'networkState', { value: NETWORK_LOADING });
    const video: Partial<HTMLVideoElement> = {
      requestVideoFrameCallback: (call) => {
        this.#presented = () => call(0, {} as VideoFrameCallbackMetadata);
        return 1;
      },
      cancelVideoFrameCallback: () => undefined,
    };
    Object.assign(this.element, video);
    onFirstPicture(this.element, () => (this.told += 1));
  }

  presents(): void {
    this.#presented?.();
  }

  gets(readyState: number, type: string): void {
    this.#has(readyState);
    this.element.dispatchEvent(new Event(type));
  }

  #has(readyState: number): void {
    Object.defineProperty(this.element, 'readyState', { value: readyState, configurable: true });
    Object.defineProperty(this.element, 'videoWidth', { value: 640, configurable: true });
  }
}

const { NETWORK_LOADING, HAVE_NOTHING, HAVE_METADATA, HAVE_CURRENT_DATA } = HTMLMediaElement;

describe('onFirstPicture', () => {
  it('tells at the first frame of an element that has data', () => {
    const video = new ToldVideo(HAVE_NOTHING);
    video.gets(HAVE_CURRENT_DATA, 'loadeddata');
    expect(video.told).to.equal(0);

    video.presents();
    video.presents();

    expect(video.told).to.equal(1);
  });

  it('tells as soon as an empty element has data, where its frame came before', () => {
    const video = new ToldVideo(HAVE_NOTHING);
    video.presents();
    expect(video.told).to.equal(0);

    video.gets(HAVE_CURRENT_DATA, 'loadeddata');

    expect(video.told).to.equal(1);
  });

  it('tells as soon as there is data, where the frame came after the shape of the clip was known', () => {
    const video = new ToldVideo(HAVE_CURRENT_DATA);
    video.gets(HAVE_METADATA, 'loadedmetadata');
    video.presents();

    video.gets(HAVE_CURRENT_DATA, 'loadeddata');

    expect(video.told).to.equal(1);
  });

  it('takes a frame that an emptied element still gives for that of the clip before, and waits for the next drawing', async () => {
    const video = new ToldVideo(HAVE_CURRENT_DATA);
    video.gets(HAVE_NOTHING, 'emptied');
    video.presents();

    video.gets(HAVE_CURRENT_DATA, 'loadeddata');
    expect(video.told).to.equal(0);

    await nextFrame();
    await nextFrame();
    await nextFrame();
    expect(video.told).to.equal(1);
  });
});
