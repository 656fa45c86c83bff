import { isKin } from './captions.js';
import type { SoundTrack } from './media-engine.js';
import type { LanguageChoice } from './media.js';

/** `HTMLMediaElement.audioTracks`: Safari has it, others do not. */
type SoundTracks = EventTarget & ArrayLike<SoundTrack>;

const CHANGES = ['addtrack', 'removetrack', 'change'] as const;

/** The browser's own list of a clip's sounds, where it has one. */
export function soundList(video: HTMLVideoElement): SoundTracks | undefined {
  return (video as { readonly audioTracks?: SoundTracks }).audioTracks;
}

export function soundsOf(video: HTMLVideoElement): readonly SoundTrack[] {
  return Array.from(soundList(video) ?? []);
}

/** The list and the listener live as long as their media. */
export function listenToSounds(list: EventTarget | undefined, listener: () => void): void {
  for (const type of CHANGES) list?.addEventListener(type, listener);
}

/** Turns on the sound in this language, or a kin of it: `ja` for `ja-JP`. Where there is neither, all stays as it is. */
export function chooseSound(sounds: readonly SoundTrack[], language: string | undefined): void {
  if (language === undefined) return;
  const chosen = sounds.find((one) => one.language === language) ?? sounds.find((one) => isKin(one, language));
  if (!chosen || chosen.enabled) return;
  // First on, then off: a list without any sound would be silent for a moment.
  chosen.enabled = true;
  for (const one of sounds) if (one !== chosen && one.enabled) one.enabled = false;
}

/** The language that sounds, where there is a choice. */
export function soundThatIsOn(sounds: readonly SoundTrack[]): string | undefined {
  return isChoice(sounds) ? sounds.find(({ enabled }) => enabled)?.language : undefined;
}

/** What there is to choose from: nothing, if there is one sound only or nobody says which is which. */
export function listSounds(sounds: readonly SoundTrack[]): readonly LanguageChoice[] {
  return isChoice(sounds) ? sounds.map(({ language, label }) => ({ language, label })) : [];
}

function isChoice(sounds: readonly SoundTrack[]): boolean {
  return sounds.length > 1 && sounds.every(({ language }) => language !== '');
}
