import {
  COLOURS,
  box,
  card,
  disc,
  easeInOut,
  easeOut,
  glide,
  heading,
  mix,
  paper,
  placed,
  ring,
  rise,
  scatter,
  shape,
  stroke,
  swing,
  uncovered,
  words,
} from './kit.js';
import { factory, lamps, machine, room } from './places.js';
import { person, token } from './people.js';
import { bubble, clock, dots, gauge, laptop, plant, sheet, table, tick, writing } from './things.js';

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
    number: 5,
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
function blueprint(ctx, t, start, size = 1) {
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

function weeks(ctx, t, now) {
  for (let week = 0; week < 4; week += 1) {
    const active = now === week || (now === 1 && week === 2);
    const x = 480 + week * 184;
    box(ctx, x, 78, 168, 58, active ? COLOURS.teal : COLOURS.white, 29);
    words(ctx, `${['一', '二', '三', '四'][week]}週目`, x + 84, 116, {
      size: 24,
      weight: 700,
      align: 'center',
      colour: active ? COLOURS.white : COLOURS.steel,
    });
  }
}

const ROUTE = 'M220 560 L220 330 L420 330 L420 480 L640 480 L640 290 L860 290 L860 470 L1060 470 L1060 300';
const STOPS = [
  [220, 420, '総務'],
  [420, 400, '設計'],
  [530, 480, '組立'],
  [640, 360, '検査'],
  [860, 380, '営業'],
  [1060, 390, '出荷'],
];

function rounds(ctx, t) {
  card(ctx, 120, 200, 1050, 410, { radius: 20 });
  stroke(ctx, ROUTE, 16, COLOURS.foam);
  stroke(ctx, ROUTE, 6, COLOURS.coral, { share: glide(t, 0.6, 4.2), length: 1790 });
  STOPS.forEach(([x, y, name], index) => {
    const shown = rise(t, 0.9 + index * 0.62, 0.6);
    box(ctx, x - 62, y - 34, 124, 68, shown > 0.5 ? COLOURS.mist : COLOURS.grey, 12);
    words(ctx, name, x, y + 10, { size: 27, weight: 700, align: 'center' });
    tick(ctx, { x: x + 58, y: y - 32, radius: 17, share: shown });
  });
}

function rebuild(ctx, t, start) {
  const together = glide(t, start + 1.2, 3);
  const apart = 1 - together;
  room(ctx, t, { windows: [], wall: '#eef2ee', floor: '#cdd3cc' });
  table(ctx, { x: 640, y: 600, width: 1060, legs: 90 });
  placed(ctx, { x: 640, y: 380 }, () => {
    placed(ctx, { x: -apart * 380 }, () => {
      box(ctx, -19, 126, 38, 60, COLOURS.iron, 5);
      disc(ctx, 0, 0, 146, COLOURS.navy);
      disc(ctx, 0, 0, 130, COLOURS.steel);
    });
    placed(ctx, { x: -apart * 70, turn: apart * t * 0.6 }, () => {
      ring(ctx, 0, 0, 56 * apart + 1, 16 * apart, COLOURS.oak);
      for (let tooth = 0; tooth < 12; tooth += 1)
        placed(ctx, { turn: tooth * 0.5236, alpha: apart }, () => box(ctx, -7, -78, 14, 20, COLOURS.oak, 3));
    });
    placed(ctx, { x: apart * 190, alpha: 1 }, () => disc(ctx, 0, 0, 122, COLOURS.white));
    placed(ctx, { x: apart * 190 }, () => {
      for (let mark = 0; mark <= 20; mark += 1)
        placed(ctx, { turn: Math.PI * (-0.75 + (mark / 20) * 1.5) }, () =>
          box(ctx, -2, -112, 4, mark % 5 ? 12 : 22, COLOURS.ink),
        );
      ring(ctx, 0, 0, 84, 9, COLOURS.sea, Math.PI * 0.75, Math.PI * 1.65);
    });
    placed(ctx, { x: apart * 420, turn: mix(-0.9, 0.5, together) + swing(t, 2) * 0.02 * together }, () =>
      shape(ctx, 'M-6 28 L-3 -92 L3 -92 L6 28 Z', COLOURS.coral),
    );
    disc(ctx, apart * 420, 0, 13, COLOURS.navy);
  });
  tick(ctx, { x: 780, y: 260, radius: 32, share: rise(t, start + 4.3, 0.5) });
}

function pair(ctx, t) {
  room(ctx, t, { windows: [1080], wall: '#f3ece3' });
  machine(ctx, t, 250, 640, 1.1);
  person(ctx, { x: 620, y: 662, scale: 1.08, number: 6, right: [1.25 + swing(t, 2.2) * 0.1, 0.5] });
  person(ctx, { x: 900, y: 662, scale: 1.08, number: 8, flip: true, right: [1 + swing(t, 2.8) * 0.1, 0.9] });
  table(ctx, { x: 760, y: 594, width: 400, legs: 90 });
  gauge(ctx, { x: 760, y: 506, radius: 52, value: 0.5 + swing(t, 2) * 0.03 });
}

export function firstMonth(ctx, t, cue) {
  paper(ctx, t, COLOURS.foam);
  rounds(ctx, t);
  heading(ctx, t, { ja: '最初のひと月', en: 'YOUR FIRST MONTH' });
  weeks(ctx, t, 0);
  uncovered(ctx, cue.turn(1), () => {
    rebuild(ctx, t, cue.starts[1]);
    heading(ctx, t, { ja: '分解して、組む', en: 'TAKE IT APART', start: cue.starts[1] });
    weeks(ctx, t, 1);
  });
  uncovered(ctx, cue.turn(2), () => {
    pair(ctx, t);
    heading(ctx, t, { ja: '二人一組で', en: 'IN PAIRS', start: cue.starts[2] });
    weeks(ctx, t, 3);
  });
}

export function engineer(ctx, t, cue) {
  paper(ctx, t, COLOURS.paper);
  heading(ctx, t, { ja: '設計・製造の仕事', en: 'DESIGN AND PRODUCTION' });
  laptop(ctx, { x: 700, y: 580, scale: 1.16 }, () => blueprint(ctx, t, 0.4));
  person(ctx, { x: 270, y: 640, scale: 1.14, number: 3, right: [1.2 + swing(t, 2.4) * 0.1, 0.6] });
  ['圧力', '温度', '振動'].forEach((word, index) => {
    const shown = rise(t, 1.2 + index * 0.5, 0.7);
    placed(ctx, { x: 1110, y: 270 + index * 92, scale: shown }, () => {
      box(ctx, -70, -34, 140, 68, [COLOURS.coral, COLOURS.sun, COLOURS.sea][index], 34);
      words(ctx, word, 0, 11, {
        size: 30,
        weight: 700,
        align: 'center',
        colour: index === 1 ? COLOURS.ink : COLOURS.white,
      });
    });
  });
  uncovered(ctx, cue.turn(1), () => prototype(ctx, t, cue.starts[1]));
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.foam);
    heading(ctx, t, { ja: '18人のうち、7人', en: 'SEVEN OF EIGHTEEN', start: cue.starts[2] });
    for (let index = 0; index < 18; index += 1) {
      const shown = rise(t, cue.starts[2] + 0.2 + index * 0.06, 0.6);
      const other = index < 7 ? easeInOut((t - cue.starts[2] - 1.8 - index * 0.12) / 0.5) : 0;
      const lift = Math.sin(other * Math.PI) * 14 + swing(t, 4, index * 0.2) * 2;
      token(
        ctx,
        190 + (index % 9) * 112,
        330 + Math.floor(index / 9) * 170 + (1 - shown) * 30 - lift,
        92 * shown,
        other > 0.5 ? COLOURS.coral : COLOURS.sea,
      );
    }
  });
}

function prototype(ctx, t, start) {
  room(ctx, t, { windows: [220, 1080], wall: '#eef2ee', floor: '#cdd3cc' });
  lamps(ctx, t, [640]);
  person(ctx, { x: 390, y: 664, scale: 1.1, number: 3, right: [1.2 + swing(t, 2.4) * 0.14, 0.5] });
  person(ctx, {
    x: 890,
    y: 664,
    scale: 1.1,
    number: 7,
    flip: true,
    right: [1 + swing(t, 2) * 0.1, 0.8],
    left: [0.34, -1.2],
  });
  table(ctx, { x: 640, y: 594, width: 440, legs: 90 });
  gauge(ctx, { x: 640, y: 470, radius: 86, value: 0.4 + rise(t, start + 1, 2) * 0.2 + swing(t, 1.5) * 0.01 });
  sheet(ctx, { x: 470, y: 560, width: 120, height: 20, rows: 0 });
  bubble(ctx, { x: 400, y: 290, tail: 1, alpha: rise(t, start + 0.6, 0.5) }, () => dots(ctx, t));
  bubble(ctx, { x: 890, y: 290, tail: -1, alpha: rise(t, start + 1.5, 0.5) }, () => dots(ctx, t + 1, COLOURS.coral));
}

function map(ctx, t) {
  box(ctx, 0, 0, 1280, 720, '#cfe6e6');
  shape(
    ctx,
    'M0 240 C180 190 300 300 460 270 C640 236 700 130 880 150 C1040 168 1120 90 1280 110 L1280 720 L0 720 Z',
    '#f2ead9',
  );
  shape(
    ctx,
    'M0 236 C180 186 300 296 460 266 C640 232 700 126 880 146 C1040 164 1120 86 1280 106 L1280 118 C1120 98 1040 176 880 158 C700 138 640 244 460 278 C300 308 180 198 0 248 Z',
    COLOURS.white,
  );
  for (let index = 0; index < 130; index += 1) {
    const x = 90 + scatter(index) * 1120;
    const y = 330 + scatter(index + 200) * 240 - (x > 700 ? 90 : 0);
    const near = Math.hypot(x - 640, y - 420);
    const shown = rise(t, 0.6 + near / 360, 0.6);
    placed(ctx, { alpha: 0.3 * shown }, () =>
      stroke(ctx, `M640 420 Q${(640 + x) / 2} ${Math.min(420, y) - 50} ${x} ${y}`, 1.6, COLOURS.teal),
    );
    disc(ctx, x, y, (5 + swing(t, 2.6, scatter(index)) * 1.2) * shown, index % 3 ? COLOURS.teal : COLOURS.coral);
  }
  disc(ctx, 640, 420, 34 + swing(t, 2) * 2, COLOURS.navy);
  gauge(ctx, { x: 640, y: 416, radius: 25, value: 0.6 });
}

function inspection(ctx, t) {
  box(ctx, 0, 0, 1280, 720, '#e6efec');
  for (let pipe = 0; pipe < 2; pipe += 1) {
    box(ctx, 0, 250 + pipe * 130, 1280, 52, pipe ? COLOURS.steel : COLOURS.sea, 0);
    box(ctx, 0, 256 + pipe * 130, 1280, 8, 'rgba(255,255,255,0.4)');
    for (let flange = 0; flange < 5; flange += 1)
      box(ctx, 90 + flange * 280, 240 + pipe * 130, 26, 72, COLOURS.iron, 5);
    for (let drop = 0; drop < 8; drop += 1)
      box(ctx, ((drop * 180 + t * 130) % 1440) - 80, 272 + pipe * 130, 60, 7, 'rgba(255,255,255,0.5)', 4);
  }
  box(ctx, 0, 560, 1280, 160, '#c6d1cd');
  for (let index = 0; index < 3; index += 1)
    gauge(ctx, { x: 520 + index * 240, y: 176, radius: 62, value: 0.52 + swing(t, 2.4, index * 0.3) * 0.04 });
  person(ctx, { x: 300, y: 664, scale: 1.1, number: 7, right: [2.1 + swing(t, 2.4) * 0.08, 0.2], left: [0.34, -1.2] });
  sheet(ctx, { x: 180, y: 470, width: 88, height: 108, rows: 2, turn: -0.06 });
  person(ctx, {
    x: 960,
    y: 664,
    scale: 1.1,
    number: 4,
    flip: true,
    right: [0.5 + swing(t, 2) * 0.1, 1.2],
    as: { top: '#8a9a5b' },
  });
  bubble(ctx, { x: 806, y: 388, tail: 1 }, () => dots(ctx, t, COLOURS.coral));
}

function together(ctx, t, start) {
  box(ctx, 0, 0, 1280, 720, '#dcebee');
  for (let cloud = 0; cloud < 3; cloud += 1)
    box(ctx, ((cloud * 460 + t * 14) % 1500) - 200, 110 + cloud * 50, 170, 34, COLOURS.white, 17);
  factory(ctx, { x: 850 - (t - start) * 22, y: 566, scale: 1.2, wall: '#f6f1e8' });
  for (let tree = 0; tree < 7; tree += 1)
    placed(ctx, { x: ((tree * 230 - (t - start) * 60 + 1600) % 1600) - 100, y: 570 }, () => {
      box(ctx, -6, -60, 12, 60, COLOURS.oak);
      disc(ctx, 0, -86, 44, '#8bb596');
    });
  box(ctx, 0, 566, 1280, 160, '#cbd3c8');
  const stride = swing(t, 1.15) * 0.9;
  for (let index = 0; index < 2; index += 1)
    person(ctx, {
      x: 430 + index * 140,
      y: 668,
      scale: 1.12,
      number: index ? 5 : 6,
      step: index ? -stride : stride,
      right: [0.15 + stride * 0.3, 0.2],
      left: [0.15 - stride * 0.3, 0.2],
    });
  box(ctx, 516, 536, 52, 44, COLOURS.oak, 8);
}

export function sales(ctx, t, cue) {
  map(ctx, t);
  heading(ctx, t, { ja: '営業・業務の仕事', en: 'SALES AND OPERATIONS' });
  uncovered(ctx, cue.turn(1), () => inspection(ctx, t));
  uncovered(ctx, cue.turn(2), () => {
    together(ctx, t, cue.starts[2]);
    heading(ctx, t, { ja: '最初の半年は、先輩と', en: 'SIX MONTHS SIDE BY SIDE', start: cue.starts[2] });
  });
}
