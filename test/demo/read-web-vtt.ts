/** One caption. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

const TIMES = /^(\d{2,}):(\d{2}):(\d{2}\.\d{3}) --> (\d{2,}):(\d{2}):(\d{2}\.\d{3})$/;

/** Reads the plain part of WebVTT that the demo is written in, and throws at anything else. */
export function readWebVtt(text: string): readonly Cue[] {
  const [head, ...blocks] = text.trimEnd().split(/\n{2,}/);
  if (head !== 'WEBVTT') throw new Error('The file does not begin with WEBVTT.');
  return blocks.map((block) => {
    const [, times = '', ...lines] = block.split('\n');
    const match = TIMES.exec(times);
    if (!match || lines.length === 0) throw new Error(`This is no caption: ${block}`);
    const [, ...parts] = match.map(Number);
    return { from: toSeconds(parts.slice(0, 3)), to: toSeconds(parts.slice(3)), lines };
  });
}

const toSeconds = ([hours = 0, minutes = 0, seconds = 0]: readonly number[]) => hours * 3600 + minutes * 60 + seconds;
