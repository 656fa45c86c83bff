import type { LanguageChoice, PlayableClip } from './media.js';

/** A script that plays HLS puts track elements of its own into the video. */
const ours = new WeakSet<Element>();

/** Gives the video these captions instead of those it had, all off. */
export function replaceCaptions(video: HTMLVideoElement, captions: PlayableClip['captions']): void {
  for (const old of video.querySelectorAll('track')) old.remove();
  for (const { src, language, label } of captions) {
    const track = document.createElement('track');
    ours.add(track);
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
  const tracks = [...ownTracks(video), ...streamTracks(video)];
  const chosen = tracks.find((track) => track.language === language) ?? tracks.find((track) => isKin(track, language));
  for (const track of tracks) {
    const mode = track === chosen ? 'showing' : 'disabled';
    if (track.mode !== mode) track.mode = mode;
  }
}

/** The language that shows. */
export function shownCaptions(video: HTMLVideoElement): string | undefined {
  return [...ownTracks(video), ...streamTracks(video)].find(({ mode }) => mode === 'showing')?.language;
}

/** What the stream brings beside the captions that the graph names. */
export function listStreamCaptions(video: HTMLVideoElement): readonly LanguageChoice[] {
  return streamTracks(video).map(({ language, label }) => ({ language, label }));
}

/** Tells languages alike that are the same but for the country. */
export function isKin({ language: one }: { readonly language: string }, other: string | undefined): boolean {
  return other !== undefined && primary(one) === primary(other);
}

const primary = (language: string) => language.split('-', 1)[0]?.toLowerCase();

function ownTracks(video: HTMLVideoElement): readonly TextTrack[] {
  return [...video.querySelectorAll('track')].filter((element) => ours.has(element)).map(({ track }) => track);
}

/** HLS streams bring captions, and much that is none. What the graph has in a language, the stream need not bring. */
function streamTracks(video: HTMLVideoElement): readonly TextTrack[] {
  const own = ownTracks(video);
  return [...video.textTracks].filter(
    (track) =>
      ['subtitles', 'captions'].includes(track.kind) &&
      track.language !== '' &&
      !own.includes(track) &&
      !own.some((one) => one.language === track.language),
  );
}
