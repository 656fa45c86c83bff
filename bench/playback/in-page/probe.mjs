/**
 * Runs inside every measured page, ours and the baselines', before anything else of it. In each display frame it asks
 * what a viewer sees: which element lies on top, and which clip and frame the marker in its picture names.
 *
 * It is carried into the page as text, so it may use nothing from outside itself.
 */
export function installProbe({ markerBlocks, markerShare, answersNotice }) {
  /** How long a picture stands before a viewer would call it a stall. */
  const FROZEN_MS = 100;
  /** A clip that lies here completely is played for so long, and then skipped to shortly before its end. */
  const WATCHED_SECONDS = 0.6;
  const REST_SECONDS = 0.3;

  let roots = [];
  const played = new Set();
  /** Videos of which a frame of the present source was really presented. */
  const presented = new WeakSet();
  const watched = new WeakSet();
  const canvas = document.createElement('canvas');
  canvas.width = markerBlocks;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });

  const probe = {
    /** Milliseconds from the navigation to the first picture of a clip, and to the second. */
    firstPictureMs: undefined,
    firstMovingMs: undefined,
    noticeMs: undefined,
    /** What the last click led to. */
    result: undefined,
    frameIntervals: [],
    /** Frames in which more than one element gave sound. */
    doubledSoundFrames: 0,
    findButton,
    arm,
  };
  globalThis.playbackProbe = probe;

  let firstFrame;
  let waiting;
  let onAir;
  let skipped = false;
  let movingSince;
  let last = { at: 0, video: undefined, time: 0, frozenMs: 0 };

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (...init) {
    const root = attachShadow.apply(this, init);
    roots.push(new WeakRef(root));
    // Elements come and go with each question: what is gone must not be kept by who watches for leaks.
    roots = roots.filter((reference) => reference.deref());
    return root;
  };
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    // Elements that never stand in the page can be heard all the same.
    played.add(this);
    return play.call(this);
  };

  function* elements(selector) {
    yield* document.querySelectorAll(selector);
    for (const reference of roots) {
      const root = reference.deref();
      if (root?.host.isConnected) yield* root.querySelectorAll(selector);
    }
  }

  /** Where the middle of the button with this label is, once it can be pressed. */
  function findButton(label) {
    for (const button of elements('button')) {
      if (!button.textContent.includes(label) || !button.checkVisibility()) continue;
      const { left, top, width, height } = button.getBoundingClientRect();
      if (width > 0) return { x: left + width / 2, y: top + height / 2 };
    }
    return undefined;
  }

  /** Waits for the next click, and from there for the picture of the clip with this number. */
  function arm(number) {
    probe.result = undefined;
    probe.frameIntervals = [];
    addEventListener(
      'click',
      (event) => {
        skipped = true;
        movingSince = undefined;
        waiting = { number, sinceMs: event.timeStamp, button: event.composedPath()[0], frame: undefined };
        probe.result = { blankFrames: 0, blankMs: 0, stalls: 0, stalledMs: 0 };
      },
      { capture: true, once: true },
    );
  }

  function parentOf(node) {
    return node.assignedSlot ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode);
  }

  function pathTo(node) {
    const path = [];
    for (let at = node; at instanceof Element; at = parentOf(at)) path.unshift(at);
    return path;
  }

  function isSeen(element) {
    const { width, height } = element.getBoundingClientRect();
    if (width < 100 || height < 50 || getComputedStyle(element).visibility !== 'visible') return false;
    return pathTo(element).reduce((opacity, each) => opacity * Number(getComputedStyle(each).opacity), 1) > 0.5;
  }

  /** Who lies above whom, by the rules of stacking as far as players use them. */
  function compareDepth(one, two) {
    const [a, b] = [pathTo(one), pathTo(two)];
    let index = 0;
    while (a[index] === b[index]) index += 1;
    const [first, second] = [a[index], b[index]];
    if (!first || !second) return first ? 1 : -1;
    const heightOf = (element) => {
      const { zIndex, position } = getComputedStyle(element);
      return zIndex === 'auto' ? (position === 'static' ? 0 : 0.5) : Number(zIndex) + 0.5;
    };
    const follows = first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING;
    return heightOf(first) - heightOf(second) || (follows ? -1 : 1);
  }

  function layersFromTop() {
    return [...elements('video, img, canvas')].filter(isSeen).sort(compareDepth).reverse();
  }

  /** Clip and frame that the marker in a picture names. */
  function readMarker(picture, width, height) {
    pen.clearRect(0, 0, markerBlocks, 1);
    const middle = height / markerShare / 2;
    pen.drawImage(picture, 0, middle - middle / 4, width, middle / 2, 0, 0, markerBlocks, 1);
    const { data } = pen.getImageData(0, 0, markerBlocks, 1);
    const bits = Array.from({ length: markerBlocks }, (_, index) => (data[index * 4 + 1] > 127 ? 1 : 0));
    if (bits.slice(0, 3).join('') !== '101') return undefined;
    const numberOf = (part) => parseInt(part.join(''), 2);
    return { number: numberOf(bits.slice(3, 8)), frame: numberOf(bits.slice(8)) };
  }

  /** What the uppermost picture shows: `kind` is `video`, `still` or `blank`. */
  function see() {
    for (const layer of layersFromTop()) {
      if (layer instanceof HTMLVideoElement) {
        if (layer.readyState >= 2 && presented.has(layer)) {
          const marker = readMarker(layer, layer.videoWidth, layer.videoHeight);
          return marker ? { kind: 'video', ...marker } : { kind: 'blank' };
        }
        const poster = posterOf(layer);
        if (poster) return { kind: 'still', number: Number(poster), frame: 0 };
        const { backgroundColor } = getComputedStyle(layer);
        if (!/rgba\(.*, 0\)$/.test(backgroundColor)) return { kind: 'blank' };
      } else {
        const [width, height] = [layer.naturalWidth ?? layer.width, layer.naturalHeight ?? layer.height];
        const marker = width > 0 && height > 0 ? readMarker(layer, width, height) : undefined;
        if (marker) return { kind: 'still', ...marker };
      }
    }
    return { kind: 'blank' };
  }

  /** The number of the clip whose poster a video without a frame shows, if the poster has arrived. */
  function posterOf(video) {
    if (!video.poster) return undefined;
    const [entry] = performance.getEntriesByName(video.poster);
    const [, layer, answer] = /\/posters\/(\d+)-(\d+)\./.exec(video.poster) ?? [];
    return entry?.responseEnd > 0 && layer ? `${(Number(layer) % 2) * 8 + Number(answer)}` : undefined;
  }

  function watchVideo(video) {
    watched.add(video);
    const forget = () => presented.delete(video);
    video.addEventListener('emptied', forget);
    video.addEventListener('waiting', () => {
      if (video === onAir && movingSince !== undefined && !skipped && probe.result) probe.result.stalls += 1;
    });
    const note = () => {
      presented.add(video);
      video.requestVideoFrameCallback(note);
    };
    video.requestVideoFrameCallback(note);
  }

  function followClick(now, sight, intervalMs) {
    const { result } = probe;
    const sinceClickMs = now - waiting.sinceMs;
    const isUncovered = !waiting.button.isConnected || !waiting.button.checkVisibility();
    if (sight.kind === 'blank') {
      result.blankFrames += 1;
      result.blankMs += intervalMs;
    }
    if (sight.number !== waiting.number || !isUncovered) return;
    result.stillMs ??= sinceClickMs;
    if (sight.kind !== 'video') return;
    result.pictureMs ??= sinceClickMs;
    waiting.frame ??= sight.frame;
    if (sight.frame === waiting.frame) return;
    result.movingMs = sinceClickMs;
    waiting = undefined;
    skipped = false;
    movingSince = now;
  }

  function followStart(now, sight) {
    if (sight.kind !== 'video') return;
    probe.firstPictureMs ??= now;
    firstFrame ??= sight.frame;
    if (sight.frame === firstFrame) return;
    probe.firstMovingMs = now;
    movingSince = now;
    skipped = false;
  }

  function followPlaying(now, intervalMs) {
    const video = onAir;
    if (!video) return;
    const moves = video !== last.video || video.currentTime !== last.time || video.paused || video.ended;
    const frozenMs = moves ? 0 : last.frozenMs + intervalMs;
    if (frozenMs > FROZEN_MS && movingSince !== undefined && !skipped && probe.result) {
      probe.result.stalledMs += last.frozenMs > FROZEN_MS ? intervalMs : frozenMs;
    }
    last = { at: now, video, time: video.currentTime, frozenMs };
    const { buffered, duration, currentTime } = video;
    const isComplete = buffered.length === 1 && buffered.start(0) < 0.1 && buffered.end(0) > duration - 0.1;
    const wasSeen = movingSince !== undefined && now - movingSince > WATCHED_SECONDS * 1000;
    if (!skipped && wasSeen && isComplete && !video.paused && currentTime < duration - REST_SECONDS) {
      skipped = true;
      video.currentTime = duration - REST_SECONDS;
    }
  }

  function hear() {
    const all = new Set([...elements('video, audio'), ...played]);
    for (const media of played) if (media.paused && !media.isConnected) played.delete(media);
    const loud = [...all].filter(
      ({ paused, ended, muted, volume, readyState, currentTime }) =>
        !paused && !ended && !muted && volume > 0 && readyState >= 2 && currentTime > 0,
    );
    if (loud.length > 1) probe.doubledSoundFrames += 1;
  }

  function answerNotice() {
    const [notice] = elements('followup-notice');
    const buttons = notice?.shadowRoot?.querySelectorAll('[part~=choice]') ?? [];
    // The first choice is not to be recorded; the second one, recorded without a name, costs the most.
    const button = buttons[location.pathname === '/unrecorded.html' ? 0 : 1];
    if (!button) return;
    probe.noticeMs = performance.now();
    if (answersNotice) button.click();
  }

  function look() {
    const now = performance.now();
    const intervalMs = now - last.at;
    for (const video of elements('video')) if (!watched.has(video)) watchVideo(video);
    if (probe.noticeMs === undefined) answerNotice();
    hear();
    onAir = layersFromTop().find((layer) => layer instanceof HTMLVideoElement);
    if (waiting || probe.firstMovingMs === undefined) {
      const sight = see();
      if (probe.firstMovingMs === undefined) followStart(now, sight);
      else followClick(now, sight, intervalMs);
      probe.frameIntervals.push(intervalMs);
    }
    followPlaying(now, intervalMs);
    last.at = now;
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}
