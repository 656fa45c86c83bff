import { training, review, roadsAhead } from './career-clips.js';
import { letter, talk, untilApril } from './april-clips.js';
import { glance, hub, seeYou, welcome } from './morning.js';
import { events, mentor, people } from './people-clips.js';
import { day, engineer, firstMonth, sales } from './work-clips.js';
import { HEIGHT, WIDTH, glide, rise } from './kit.js';

/** Which picture belongs to which clip of clips.json. */
const PICTURES = {
  welcome,
  hub,
  people,
  'people-mentor': mentor,
  'people-events': events,
  work: day,
  'work-first-month': firstMonth,
  'work-engineer': engineer,
  'work-sales': sales,
  career: roadsAhead,
  'career-training': training,
  'career-review': review,
  glance,
  'until-april': untilApril,
  letter,
  'ending-talk': talk,
  'ending-see-you': seeYou,
};

/** How far the picture is in the clip's lines; `starts` are the seconds at which they begin. */
function cueing(t, starts) {
  return {
    starts,
    /** 0 to 1 once line `index` has begun, `delay` seconds later. */
    on: (index, delay = 0, seconds = 0.9) => rise(t, (starts[index] ?? 0) + delay, seconds),
    /** 0 to 1 around the beginning of a line, for a change of picture. */
    turn: (index) => glide(t, (starts[index] ?? 0) - 0.35, 1),
  };
}

/** Draws the frame of a clip at `t` seconds and returns it as a PNG data address. */
export function frame(canvas, id, t, starts) {
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  ctx.reset();
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  PICTURES[id](ctx, t, cueing(t, starts));
  return canvas.toDataURL('image/png');
}
