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

  /** A frame came before the element said that it has one: surely of this clip, or perhaps of the one before. */
  let early: 'own' | 'perhaps' | undefined;
  const wasEmpty = video.networkState === HTMLMediaElement.NETWORK_EMPTY;
  const look = () => {
    const isOwn = wasEmpty || video.readyState >= HTMLMediaElement.HAVE_METADATA;
    if (hasPicture()) tell();
    else early = isOwn ? 'own' : (early ?? 'perhaps');
  };
  // Firefox has it since 132 only.
  const { requestVideoFrameCallback } = video as Partial<HTMLVideoElement>;
  if (requestVideoFrameCallback) tellAtFrame(video, look, signal);
  else early = 'perhaps';
  const settle = () => {
    if (early === 'own') tell();
    else if (early) afterDrawing(tell);
  };
  video.addEventListener('loadeddata', settle, { signal });
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
