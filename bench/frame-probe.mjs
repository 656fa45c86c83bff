/**
 * Runs inside every measured page, ours and the baselines', before anything else. It finds the page's videos wherever
 * they hide, and notes each frame that is really presented.
 */
export function installFrameProbe() {
  const known = new WeakSet();
  const probe = {
    /** When the page's first picture was presented, in milliseconds after the navigation began. */
    firstFrame: undefined,
    /** When our notice could first be read. */
    notice: undefined,
    /** Milliseconds from the last click to the first picture of another clip. */
    switched: undefined,
    /** The clip that shows now. */
    source: undefined,
    answerNotice: false,
    /** Waits for the next click, and from there for another clip's picture. */
    arm() {
      const before = probe.source;
      probe.switched = undefined;
      addEventListener(
        'click',
        ({ timeStamp }) => {
          probe.waiting = { since: timeStamp, before };
        },
        { capture: true, once: true },
      );
    },
    waiting: undefined,
    /** The video that was presented last. */
    video: undefined,
  };
  globalThis.frameProbe = probe;

  function* elementsUnder(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elementsUnder(element.shadowRoot);
    }
  }

  function watch(video) {
    known.add(video);
    const presented = () => {
      const now = performance.now();
      probe.firstFrame ??= now;
      probe.video = video;
      probe.source = video.currentSrc;
      const { waiting } = probe;
      if (waiting && waiting.before !== video.currentSrc) {
        probe.switched = now - waiting.since;
        probe.waiting = undefined;
      }
      video.requestVideoFrameCallback(presented);
    };
    video.requestVideoFrameCallback(presented);
  }

  function look() {
    for (const element of elementsUnder(document)) {
      if (element instanceof HTMLVideoElement && !known.has(element)) watch(element);
      if (element.localName === 'followup-notice' && probe.notice === undefined) {
        const button = element.shadowRoot?.querySelector('button');
        if (!button) continue;
        probe.notice = performance.now();
        if (probe.answerNotice) button.click();
      }
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}
