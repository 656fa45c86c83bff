/** When each line of a clip stands on the screen. Made from the words alone, so captions and pictures can't drift apart. */

const LEAD_SECONDS = 0.6;
const TAIL_SECONDS = 0.8;
const GAP_SECONDS = 0.08;
/** Characters that are read in a second without hurry, with nobody speaking. */
const SPEED = { ja: 8.5, en: 18 };

const length = (text) => text.replace(/\n/g, ' ').length;

function secondsToRead(line) {
  const slowest = Math.max(2, ...Object.entries(SPEED).map(([language, speed]) => length(line[language]) / speed));
  return Math.ceil((slowest + 0.4) * 5) / 5;
}

/** Times a clip: its length, and the beginning and end of each line, all in seconds. */
export function timeClip(clip) {
  let at = LEAD_SECONDS;
  const cues = clip.lines.map((line) => {
    const from = at;
    at += secondsToRead(line);
    return { line, from, to: at - GAP_SECONDS };
  });
  return { cues, starts: cues.map(({ from }) => from), durationSeconds: Math.round((at + TAIL_SECONDS) * 5) / 5 };
}

function stamp(seconds) {
  const ms = Math.round(seconds * 1000);
  const two = (value) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** The captions of a clip as WebVTT. */
export function captionsOf(clip, language) {
  const cues = timeClip(clip).cues.map(
    ({ line, from, to }, index) => `${index + 1}\n${stamp(from)} --> ${stamp(to)}\n${line[language]}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}
