/** What cuts a tone off at once clicks. So few milliseconds are not heard as a delay. */
const STEPS = [0.6, 0.3, 0.1];
const STEP_MS = 4;

/** Takes away the sound of a video in a few steps, then calls back. The returned function does the rest at once. */
export function fadeOut(video: HTMLVideoElement, done: () => void): () => void {
  const loudest = video.volume;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const finish = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    done();
  };
  const step = (index: number) => {
    const share = STEPS[index];
    if (share === undefined) return finish();
    video.volume = loudest * share;
    // iPhones leave the volume to their own keys, and two clips must never sound at once.
    if (video.volume === loudest) return finish();
    timer = setTimeout(() => step(index + 1), STEP_MS);
  };
  // Timers of a window that nobody sees come late.
  if (isSounding(video) && !document.hidden) step(0);
  else finish();
  return finish;
}

export function isSounding({ paused, ended, muted, volume }: HTMLVideoElement): boolean {
  return !paused && !ended && !muted && volume > 0;
}
