import { untilApril } from './april.js';
import { roadsAhead } from './career.js';
import { letter, talk } from './endings.js';
import { events } from './events.js';
import { firstMonth } from './first-month.js';
import { glance } from './glance.js';
import { mentor } from './mentor.js';
import { people } from './people-at-work.js';
import { review } from './review.js';
import { seeYou } from './see-you.js';
import { training } from './training.js';
import { hub, welcome } from './welcome.js';
import { day } from './work-day.js';
import { engineer, sales } from './work-roles.js';
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
