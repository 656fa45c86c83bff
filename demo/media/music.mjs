import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Four chords a mood, as notes of a keyboard (60 is the middle C). Quiet enough to be talked over. */
const MOODS = {
  morning: [
    [48, 55, 64, 71],
    [45, 52, 60, 67],
    [41, 48, 57, 64],
    [43, 50, 59, 62],
  ],
  people: [
    [53, 60, 69, 76],
    [50, 57, 65, 72],
    [46, 53, 62, 69],
    [48, 55, 64, 70],
  ],
  work: [
    [50, 57, 66, 73],
    [47, 54, 62, 69],
    [43, 50, 59, 66],
    [45, 52, 61, 64],
  ],
  career: [
    [43, 50, 59, 66],
    [40, 47, 55, 62],
    [48, 55, 64, 67],
    [50, 57, 66, 69],
  ],
  april: [
    [51, 58, 67, 74],
    [48, 55, 63, 70],
    [44, 51, 60, 67],
    [46, 53, 62, 65],
  ],
};
const BAR_SECONDS = 3.2;

const hertz = (note) => (440 * 2 ** ((note - 69) / 12)).toFixed(3);
/** -R keeps chance out of it: the same bytes each time. */
const sox = (...args) => execFileSync('sox', ['-R', '-V1', ...args.map(String)]);

function pad(file, chord, at) {
  const voices = chord.flatMap((note) => ['sine', hertz(note)]);
  sox(
    '-n',
    '-r',
    44100,
    '-c',
    chord.length,
    file,
    'synth',
    BAR_SECONDS + 1.4,
    ...voices,
    'remix',
    '-',
    'fade',
    't',
    1,
    0,
    1.6,
    'gain',
    -9,
    'pad',
    at,
  );
}

function pluck(file, note, at) {
  sox(
    '-n',
    '-r',
    44100,
    '-c',
    1,
    file,
    'synth',
    2.2,
    'pluck',
    hertz(note),
    'fade',
    't',
    0.01,
    0,
    1.2,
    'lowpass',
    1800,
    'gain',
    -15,
    'pad',
    at,
  );
}

/** Writes a bed of music of a given length. */
export function makeMusic(mood, seconds, folder) {
  const tracks = [];
  for (let bar = 0; bar * BAR_SECONDS < seconds; bar += 1) {
    const chord = MOODS[mood][bar % 4];
    const name = (part) => join(folder, `${bar}-${part}.wav`);
    pad(name('pad'), chord, bar * BAR_SECONDS);
    tracks.push(name('pad'));
    [1, 2, 3, 2].forEach((voice, beat) => {
      const at = bar * BAR_SECONDS + beat * (BAR_SECONDS / 4);
      if (at > seconds - 1.5) return;
      pluck(name(`pluck${beat}`), chord[voice] + 12, at.toFixed(3));
      tracks.push(name(`pluck${beat}`));
    });
  }
  const out = join(folder, 'bed.wav');
  sox(
    '-m',
    ...tracks,
    '-r',
    44100,
    '-c',
    2,
    '-b',
    16,
    out,
    'reverb',
    55,
    50,
    90,
    'lowpass',
    5200,
    'trim',
    0,
    seconds,
    'gain',
    '-n',
    -15,
    'fade',
    't',
    0.5,
    seconds,
    1.1,
  );
  return out;
}
