import type { PlayableClip } from '../../src/media/media.js';

const at = (path: string) => new URL(path, window.origin).href;
const media = (file: string) => at(`/test/fixtures/media/${file}`);

const captions = [
  { src: media('captions.ja.vtt'), language: 'ja', label: '日本語' },
  { src: media('captions.en.vtt'), language: 'en', label: 'English' },
];

export function aClipOf(src: string, type = 'video/mp4', more: Partial<PlayableClip> = {}): PlayableClip {
  return { sources: [{ src, type }], captions: [], ...more };
}

/** Small clips with sound, made with ffmpeg's test pictures. */
export const threeSeconds = aClipOf(media('three-seconds.mp4'), 'video/mp4', { captions });
export const twoSeconds = aClipOf(media('two-seconds.mp4'), 'video/mp4', { captions });
export const webm = aClipOf(media('three-seconds.webm'), 'video/webm', { captions });
export const hls = aClipOf(media('hls/three-seconds.m3u8'), 'application/vnd.apple.mpegurl', { captions });
export const missing = aClipOf(media('not-there.mp4'));
/** Text under the name of a video. */
export const letter = aClipOf(media('letter.mp4'));
/** Four seconds from a server that has a bad day. */
export const faulty = (kind: string, file = 'noise.mp4') => aClipOf(at(`/faulty/${kind}/${file}`));
/** The same server under another origin. */
export const elsewhere = (path: string) => {
  const url = new URL(path, window.origin);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.href;
};
/** Four seconds in three renditions, the sound in Japanese and English. */
export const ladder = aClipOf(media('ladder/film.m3u8'), 'application/vnd.apple.mpegurl', { captions });
/** The same, with captions of the stream's own. */
export const ladderWithCaptions = aClipOf(media('ladder/film-with-captions.m3u8'), 'application/vnd.apple.mpegurl');
