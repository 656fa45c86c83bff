import {
  COLOURS,
  box,
  disc,
  easeInOut,
  heading,
  paper,
  placed,
  rise,
  scatter,
  shape,
  stroke,
  swing,
  uncovered,
  words,
} from './kit.js';
import { person, token } from './people.js';
import { factory, lamps, room } from './places.js';
import { bubble, dots, gauge, laptop, sheet, table } from './things.js';
import { blueprint } from './work-day.js';

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

export function sales(ctx, t, cue) {
  map(ctx, t);
  heading(ctx, t, { ja: '営業・業務の仕事', en: 'SALES AND OPERATIONS' });
  uncovered(ctx, cue.turn(1), () => inspection(ctx, t));
  uncovered(ctx, cue.turn(2), () => {
    together(ctx, t, cue.starts[2]);
    heading(ctx, t, { ja: '最初の半年は、先輩と', en: 'SIX MONTHS SIDE BY SIDE', start: cue.starts[2] });
  });
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
      number: index ? 25 : 6,
      step: index ? -stride : stride,
      right: [0.15 + stride * 0.3, 0.2],
      left: [0.15 - stride * 0.3, 0.2],
    });
  box(ctx, 516, 536, 52, 44, COLOURS.oak, 8);
}
