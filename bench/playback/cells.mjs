/** The lines that are measured. `dropMs`: it goes down so shortly before the answer, for so long. */
export const LINES = {
  loopback: { latencyMs: 0, bitsPerSecond: Infinity },
  fast: { latencyMs: 40, bitsPerSecond: 10_000_000 },
  slow: { latencyMs: 150, bitsPerSecond: 1_600_000 },
  dropping: { latencyMs: 40, bitsPerSecond: 10_000_000, dropMs: 3_000 },
};

export const THINKING_SECONDS = [0.3, 2, 5];
export const ANSWERS = [2, 4, 8];

/** The clips, by name. Each is one that the slow line can carry. */
export const CLIPS = {
  small: { width: 640, height: 360, seconds: 4, bytes: 475_000 },
  large: { width: 1280, height: 720, seconds: 10, bytes: 1_600_000 },
};

/** Exactly the cells that a promise speaks of, each in the shape that is hardest to keep. */
const PROMISED = [
  'loopback/2s/4/small',
  'fast/2s/4/large',
  'slow/5s/4/small',
  'slow/0.3s/4/small',
  'dropping/2s/4/small',
];

/** Those, and the corners around them. */
const MAIN = [
  'loopback/2s/4/large',
  'fast/2s/2/large',
  'fast/2s/4/large',
  'fast/2s/8/small',
  'fast/5s/4/large',
  'fast/0.3s/4/small',
  'slow/5s/4/small',
  'slow/0.3s/2/small',
  'slow/0.3s/4/small',
  'slow/0.3s/8/small',
  'slow/2s/4/small',
  'slow/5s/4/large',
  'dropping/2s/4/small',
];

/**
 * Chooses cells. `promised` are those that a promise speaks of, `main` has the corners around them too, `matrix` is every
 * line, time to think and hub with the small clip, `all` is every one there is. Anything else is a list of patterns,
 * each a few parts of a cell's name: `slow/5s`, `large`.
 */
export function chooseCells(wish = 'promised') {
  const all = listCells();
  if (wish === 'all') return all;
  if (wish === 'matrix') return all.filter(({ clip }) => clip === 'small');
  const preset = { promised: PROMISED, main: MAIN }[wish];
  if (preset) return all.filter(({ name }) => preset.includes(name));
  const patterns = wish.split(',').map((pattern) => pattern.split('/'));
  return all.filter(({ name }) => {
    const parts = name.split('/');
    return patterns.some((pattern) => pattern.every((part) => parts.includes(part)));
  });
}

function listCells() {
  return Object.keys(LINES).flatMap((line) =>
    THINKING_SECONDS.flatMap((thinkingSeconds) =>
      ANSWERS.flatMap((answers) =>
        Object.keys(CLIPS).map((clip) => ({
          name: `${line}/${thinkingSeconds}s/${answers}/${clip}`,
          line,
          thinkingSeconds,
          answers,
          clip,
        })),
      ),
    ),
  );
}

/** Times on these lines are the line's, not the machine's: several ways can be measured at the same moment. */
export const isLineBound = ({ line }) => line === 'slow' || line === 'dropping';
