import { listStreamCaptions, shownCaptions } from './captions.js';
import type { MediaFacts } from './media.js';

/** Reads how the element stands. Before its clip began to load, what it says is still of the one before. */
export function readFacts(video: HTMLVideoElement, { begun }: { readonly begun: boolean }): MediaFacts {
  return {
    currentSeconds: begun ? video.currentTime : 0,
    durationSeconds: begun && Number.isFinite(video.duration) ? video.duration : 0,
    bufferedSeconds: begun ? bufferedUntil(video) : 0,
    watchedSeconds: begun ? totalSeconds(video.played) : 0,
    paused: video.paused,
    volume: video.volume,
    muted: video.muted,
    rate: video.playbackRate,
    captions: shownCaptions(video),
    streamCaptions: listStreamCaptions(video),
    audio: undefined,
    audios: [],
    unusedBytes: 0,
  };
}

/** Up to where it plays from here without a gap. */
function bufferedUntil({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= currentTime + 0.1 && currentTime <= buffered.end(index)) return buffered.end(index);
  }
  return 0;
}

/** `played` never has a second twice, so a part that is watched again counts once. */
function totalSeconds(ranges: TimeRanges): number {
  let seconds = 0;
  for (let index = 0; index < ranges.length; index += 1) seconds += ranges.end(index) - ranges.start(index);
  return seconds;
}
