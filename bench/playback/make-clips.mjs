import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { run, top } from '../../scripts/run.mjs';
import { CLIPS } from './cells.mjs';
import { markerFilter } from './marker.mjs';

const CACHE = join(top, 'node_modules/.cache/followup-player/playback-clips');
const FRAMES_PER_SECOND = 25;
const SOUND_BITS_PER_SECOND = 64_000;

/** Makes what is not there yet of the clips and posters of this size, and reads them all: `{ clip, poster, seconds }` by number. */
export async function makeClips(size, numbers, say) {
  const files = new Map();
  for (const number of numbers) files.set(number, await makeClip(size, number, say));
  return files;
}

async function makeClip(size, number, say) {
  const commands = commandsOf(CLIPS[size], number);
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('hex').slice(0, 12);
  const folder = join(CACHE, hash);
  if (!existsSync(folder)) {
    say(`Making clip ${number} (${size}) …`);
    const draft = `${folder}-${process.pid}`;
    mkdirSync(draft, { recursive: true });
    for (const command of commands) {
      const { code, output } = await run('ffmpeg', command, { cwd: draft });
      if (code !== 0)
        throw new Error(`ffmpeg could not make the clips. Install ffmpeg with libx264. It said:\n${output}`);
    }
    renameSync(draft, folder);
  }
  return {
    clip: readFileSync(join(folder, 'clip.mp4')),
    poster: readFileSync(join(folder, 'poster.jpg')),
    seconds: CLIPS[size].seconds,
  };
}

function commandsOf({ width, height, seconds, bytes }, number) {
  const rate = Math.round((bytes * 8) / seconds) - SOUND_BITS_PER_SECOND - 6_000;
  const picture = `testsrc2=s=${width}x${height}:r=${FRAMES_PER_SECOND}:d=${seconds},noise=alls=14:allf=t:all_seed=${number + 1}`;
  const bits = (factor) => `${Math.round(rate * factor)}`;
  return [
    [
      ...['-y', '-v', 'error', '-f', 'lavfi', '-i', `${picture},${markerFilter(number)},format=yuv420p`],
      ...['-f', 'lavfi', '-i', `sine=frequency=${220 + 20 * number}:sample_rate=48000:duration=${seconds}`],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-g', '50'],
      ...['-b:v', bits(1), '-maxrate', bits(1.15), '-bufsize', bits(0.5)],
      ...['-c:a', 'aac', '-b:a', `${SOUND_BITS_PER_SECOND}`, '-movflags', '+faststart', 'clip.mp4'],
    ],
    ['-y', '-v', 'error', '-i', 'clip.mp4', '-frames:v', '1', '-vf', 'scale=640:-2', '-q:v', '10', 'poster.jpg'],
  ];
}
