import type { PlayableClip } from './media.js';

/** Gives the video these captions instead of those it had, all off. */
export function replaceCaptions(video: HTMLVideoElement, captions: PlayableClip['captions']): void {
  for (const old of video.querySelectorAll('track')) old.remove();
  for (const { src, language, label } of captions) {
    const track = document.createElement('track');
    track.kind = 'captions';
    track.srclang = language;
    track.label = label;
    track.src = src;
    video.append(track);
    // Chromium turns a track on by itself, beside the chosen one, unless its mode was changed by script before.
    track.track.mode = 'hidden';
    track.track.mode = 'disabled';
  }
}

/** Shows the captions in this language and hides all others. Where the very language is not there, a kin does: `ja` for `ja-JP`. */
export function showCaptions(video: HTMLVideoElement, language: string | undefined): void {
  const tracks = captionTracks(video);
  const chosen = tracks.find((track) => track.language === language) ?? tracks.find((track) => isKin(track, language));
  for (const track of tracks) {
    const mode = track === chosen ? 'showing' : 'disabled';
    if (track.mode !== mode) track.mode = mode;
  }
}

/** The language that shows. */
export function shownCaptions(video: HTMLVideoElement): string | undefined {
  return captionTracks(video).find(({ mode }) => mode === 'showing')?.language;
}

// Only our own: HLS streams add tracks of theirs.
function captionTracks(video: HTMLVideoElement): readonly TextTrack[] {
  return [...video.querySelectorAll('track')].map(({ track }) => track);
}

const primary = (language: string) => language.split('-', 1)[0]?.toLowerCase();
const isKin = (track: TextTrack, language: string | undefined) =>
  language !== undefined && primary(track.language) === primary(language);
