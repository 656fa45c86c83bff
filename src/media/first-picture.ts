/** Calls back once, when the first picture of what this video loads was presented, unless the returned function is called before. */
export function onFirstPicture(video: HTMLVideoElement, told: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const hasPicture = () => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  const tell = () => {
    if (signal.aborted) return;
    ending.abort();
    told();
  };

  // Firefox has it since 132 only.
  const { requestVideoFrameCallback } = video as Partial<HTMLVideoElement>;
  let early = !requestVideoFrameCallback;
  if (requestVideoFrameCallback) {
    // A frame may come before the element says that it has one, or may be of the clip before. `loadeddata` tells.
    const look = () => (hasPicture() ? tell() : (early = true));
    tellAtFrame(video, look, signal);
  }
  video.addEventListener('loadeddata', () => early && afterDrawing(tell), { signal });
  // Nothing is presented of a clip that has sound only, or in a window that nobody sees.
  const unseen = () => {
    if (hasPicture() && (document.hidden || video.videoWidth === 0)) tell();
  };
  for (const type of ['loadeddata', 'playing']) video.addEventListener(type, unseen, { signal });
  return () => ending.abort();
}

function tellAtFrame(video: HTMLVideoElement, look: () => void, signal: AbortSignal): void {
  let asked = 0;
  const ask = () => {
    asked = video.requestVideoFrameCallback(() => {
      look();
      if (!signal.aborted) ask();
    });
  };
  signal.addEventListener('abort', () => video.cancelVideoFrameCallback(asked));
  ask();
}

/** The frame after the next is drawn with what is there now. */
function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
