import {
  COLOURS,
  box,
  card,
  easeOut,
  glide,
  heading,
  mix,
  placed,
  ring,
  rise,
  stroke,
  swing,
  uncovered,
  words,
} from './kit.js';
import { person } from './people.js';
import { lamps, machine, room } from './places.js';
import { bubble, clock, dots, gauge, laptop, plant, table, tick, writing } from './things.js';

export function day(ctx, t, cue) {
  morning(ctx, t);
  heading(ctx, t, { ja: '工場の、ある一日', en: 'A DAY AT THE PLANT' });
  clock(ctx, { x: 916, y: 150, radius: 54, hour: 8.5 + t * 0.02 });
  uncovered(ctx, cue.turn(1), () => {
    calibration(ctx, t, cue.starts[1]);
    clock(ctx, { x: 916, y: 150, radius: 54, hour: 9.5 + (t - cue.starts[1]) * 0.3 });
  });
  uncovered(ctx, cue.turn(2), () => {
    afternoon(ctx, t, cue.starts[2]);
    clock(ctx, { x: 916, y: 150, radius: 54, hour: 13.5 + (t - cue.starts[2]) * 0.3 });
  });
  uncovered(ctx, cue.turn(3), () => goingHome(ctx, t, cue.starts[3]));
}

function morning(ctx, t) {
  room(ctx, t, { windows: [1080], wall: '#eef2ee', floor: '#cdd3cc' });
  lamps(ctx, t, [590, 760]);
  card(ctx, 470, 210, 380, 240, { radius: 10 });
  words(ctx, '検査結果', 500, 258, { size: 26, weight: 700, colour: COLOURS.teal });
  stroke(ctx, 'M500 410 L560 372 L620 388 L690 330 L760 346 L820 296', 6, COLOURS.coral, {
    share: rise(t, 0.8, 2),
    length: 380,
  });
  writing(ctx, 500, 284, 130, 2, { share: rise(t, 0.6, 1.4) });
  for (let index = 0; index < 4; index += 1) {
    person(ctx, {
      x: [250, 390, 930, 1070][index],
      y: 664,
      scale: 1,
      number: index + 2,
      flip: index > 1,
      right: index === 1 ? [1.9 + swing(t, 3) * 0.1, 0.3] : [0.34, -1.3],
      left: index === 2 ? [0.34, -1.2] : [0.1, 0.1],
      tilt: swing(t, 4, index * 0.2) * 0.03,
    });
  }
}

function calibration(ctx, t, start) {
  room(ctx, t, { windows: [220, 440], wall: '#eef2ee', floor: '#cdd3cc' });
  machine(ctx, t, 1040, 636, 1.05);
  const settle = easeOut((t - start - 0.6) / 3);
  person(ctx, {
    x: 330,
    y: 660,
    scale: 1.08,
    number: 3,
    seated: true,
    right: [1.05 + swing(t, 1.8) * 0.06, 0.8],
    left: [0.34, -1.2],
    tilt: 0.06,
  });
  table(ctx, { x: 520, y: 590, width: 640, legs: 90 });
  for (let index = 0; index < 3; index += 1)
    gauge(ctx, {
      x: 500 + index * 130,
      y: 508,
      radius: 50,
      value: 0.5 + Math.sin(t * 5 + index) * 0.16 * (1 - settle),
    });
  gauge(ctx, { x: 690, y: 236, radius: 118, value: 0.5 + Math.sin(t * 4) * 0.22 * (1 - settle), needle: COLOURS.teal });
  tick(ctx, { x: 790, y: 150, radius: 30, share: rise(t, start + 3, 0.6) });
}

function afternoon(ctx, t, start) {
  room(ctx, t, { windows: [1090], wall: '#f3ece3' });
  plant(ctx, t, 100, 606, 1.1);
  person(ctx, {
    x: 262,
    y: 660,
    scale: 1.06,
    number: 25,
    seated: true,
    left: [2.3, 2.1],
    right: [0.9, 1.2],
    tilt: -0.03,
  });
  person(ctx, { x: 960, y: 668, scale: 1.06, number: 8, right: [0.3, 0.4], left: [1.3 + swing(t, 2.4) * 0.12, 0.4] });
  table(ctx, { x: 560, y: 592, width: 700, legs: 90 });
  laptop(ctx, { x: 640, y: 572, scale: 0.8 }, () => blueprint(ctx, t, start, 0.92));
  bubble(ctx, { x: 300, y: 296, tail: -1, alpha: rise(t, start + 0.5, 0.5) }, () => dots(ctx, t, COLOURS.coral));
}

/** A gauge being drawn on a screen of 428 × 264, its middle at (0, -152). */
export function blueprint(ctx, t, start, size = 1) {
  box(ctx, -240, -300, 480, 300, '#173f56');
  for (let line = -12; line <= 12; line += 1) {
    box(ctx, line * 24, -300, 1, 300, 'rgba(255,255,255,0.10)');
    box(ctx, -240, -152 + line * 24, 480, 1, 'rgba(255,255,255,0.10)');
  }
  const share = glide(t, start + 0.2, 3);
  placed(ctx, { x: -40, y: -160, scale: size }, () => {
    ring(ctx, 0, 0, 84, 4, '#cfe4e3', -1.5, -1.5 + 6.28 * share);
    ring(ctx, 0, 0, 66, 2.5, '#8fd0d6', 1, 1 + 6.28 * share);
    stroke(ctx, 'M-20 84 L-20 112 L20 112 L20 84 M-110 0 L110 0 M0 -110 L0 126', 3, '#cfe4e3', { share, length: 600 });
    stroke(ctx, 'M0 0 L46 -46', 5, COLOURS.sun, { share: rise(t, start + 1.6), length: 70 });
    stroke(ctx, 'M122 -84 L122 84 M112 -84 L132 -84 M112 84 L132 84', 2.5, COLOURS.sun, {
      share: rise(t, start + 2),
      length: 220,
    });
  });
  placed(ctx, { alpha: rise(t, start + 2.3) }, () => words(ctx, 'φ100', 100, -150, { size: 20, colour: COLOURS.sun }));
}

function goingHome(ctx, t, start) {
  const dusk = glide(t, start, 2.4);
  room(ctx, t, { windows: [240, 480, 1060], wall: '#f1e9dd', floor: '#cdbfa6', evening: dusk });
  clock(ctx, { x: 770, y: 210, radius: 76, hour: mix(16.6, 17.5, glide(t, start, 2.6)) });
  table(ctx, { x: 500, y: 590, width: 520, legs: 90 });
  gauge(ctx, { x: 400, y: 508, radius: 46, value: 0.05 });
  gauge(ctx, { x: 520, y: 508, radius: 46, value: 0.05 });
  const walk = t - start;
  const stride = swing(t, 1.1) * 0.9;
  for (let index = 0; index < 2; index += 1) {
    const x = 640 + walk * 92 + index * 150;
    person(ctx, {
      x,
      y: 672 - index * 10,
      scale: 1.04,
      number: 3 + index * 4,
      step: index ? -stride : stride,
      right: [0.1 + stride * 0.3, 0.15],
      left: [0.1 - stride * 0.3, 0.15],
    });
    box(ctx, x - 66, 540 - index * 10, 50, 44, index ? COLOURS.sun : COLOURS.oak, 8);
  }
}
