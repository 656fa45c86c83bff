import {
  COLOURS,
  box,
  card,
  disc,
  easeInOut,
  heading,
  mix,
  paper,
  placed,
  ring,
  rise,
  stroke,
  swing,
  uncovered,
  words,
} from './kit.js';
import { factory, lamps, room } from './places.js';
import { face, person } from './people.js';
import { bubble, clock, cup, dots, plant, table } from './things.js';

const AGES = [
  { count: 9, ja: '20代', en: 'TWENTIES', colour: '#f6d9d0' },
  { count: 11, ja: '30代', en: 'THIRTIES', colour: '#f1e6d6' },
  { count: 22, ja: '40代以上', en: 'FORTY AND OVER', colour: '#cfe4e3' },
];
const groupOf = (index) => (index < 9 ? 0 : index < 20 ? 1 : 2);

function seat(index) {
  const group = groupOf(index);
  const place = index - [0, 9, 20][group];
  const columns = [3, 4, 6][group];
  return { x: [176, 478, 842][group] + (place % columns) * 66, y: 300 + Math.floor(place / columns) * 68 };
}

/** Forty-two faces that first stand in one crowd and then sort themselves by age. */
function crowd(ctx, t, cue) {
  const sorted = easeInOut((t - cue.starts[1] + 0.2) / 1.3);
  for (let index = 0; index < 42; index += 1) {
    const shown = rise(t, 0.3 + index * 0.03, 0.6);
    const mixed = (index * 17) % 42;
    const from = { x: 146 + (mixed % 14) * 76, y: 330 + Math.floor(mixed / 14) * 86 };
    const to = seat(index);
    const radius = mix(34, 29, sorted) * shown;
    if (radius > 1)
      face(ctx, {
        x: mix(from.x, to.x, sorted),
        y: mix(from.y, to.y, sorted) + swing(t, 4, index * 0.17) * 2,
        radius,
        number: index,
        back: AGES[groupOf(index)].colour,
      });
  }
  AGES.forEach(({ count, ja, en }, group) => {
    placed(ctx, { x: [146, 448, 812][group], y: 232, alpha: cue.on(1, 0.8 + group * 0.2) }, () => {
      words(ctx, `${count}`, 0, 0, { size: 60, weight: 700, colour: COLOURS.teal });
      words(ctx, ja, count > 9 ? 84 : 48, -18, { size: 26, weight: 700 });
      words(ctx, en, count > 9 ? 84 : 48, 4, { size: 14, colour: COLOURS.iron, spacing: 2 });
    });
  });
}

function canteen(ctx, t) {
  room(ctx, t, { wall: '#f6efe2', windows: [250, 1010] });
  lamps(ctx, t, [470, 700]);
  for (let index = 0; index < 4; index += 1) {
    const chat = index % 2 ? [1.1 + swing(t, 2.2, index * 0.2) * 0.15, 1] : [0.34, -1.3];
    person(ctx, {
      x: 420 + index * 106,
      y: 616,
      scale: 0.84,
      number: index + 1,
      seated: true,
      right: chat,
      left: [0.34, -1.2],
      tilt: swing(t, 3, index * 0.25) * 0.06,
    });
  }
  table(ctx, { x: 580, y: 566, width: 560, legs: 92 });
  for (let index = 0; index < 4; index += 1) {
    box(ctx, 396 + index * 106, 540, 56, 9, COLOURS.white, 4);
    disc(ctx, 424 + index * 106, 538, 14, ['#e6c07a', '#9cb98a', '#d98f74', '#c9d6a4'][index]);
  }
  cup(ctx, t, 840, 550, COLOURS.teal);
  plant(ctx, t, 130, 600, 1.1);
  person(ctx, {
    x: 1090,
    y: 650,
    scale: 0.84,
    number: 9,
    seated: true,
    left: [0.42, -1.75],
    right: [0.42, -1.75],
    tilt: 0.08,
  });
  placed(ctx, { x: 1090, y: 536 + swing(t, 4) * 2 }, () => {
    box(ctx, -44, -26, 43, 52, COLOURS.coral, 4);
    box(ctx, 1, -26, 43, 52, '#ea8e79', 4);
  });
  table(ctx, { x: 1090, y: 590, width: 240, legs: 70, fill: '#e2c198' });
}

export function people(ctx, t, cue) {
  paper(ctx, t, COLOURS.paper);
  crowd(ctx, t, cue);
  heading(ctx, t, { ja: '顔と名前が分かる、42人', en: 'FORTY-TWO FACES, FORTY-TWO NAMES' });
  uncovered(ctx, cue.turn(2), () => {
    const near = 1 + (t - cue.starts[2]) * 0.006;
    placed(ctx, { x: 640 * (1 - near), y: 400 * (1 - near), scale: near }, () => canteen(ctx, t));
    heading(ctx, t, {
      ja: '昼の過ごし方は、それぞれ',
      en: 'LUNCH, EACH THEIR OWN WAY',
      x: 384,
      y: 196,
      size: 40,
      start: cue.starts[2] + 0.3,
    });
  });
}

function meeting(ctx, t) {
  room(ctx, t, { windows: [1010], wall: '#eef3ef', floor: '#d3c3a4' });
  plant(ctx, t, 1180, 610, 1.2);
  person(ctx, {
    x: 440,
    y: 640,
    scale: 1.02,
    number: 6,
    seated: true,
    right: [1 + swing(t, 2.6) * 0.2, 1],
    left: [0.34, -1.2],
    tilt: 0.04 + swing(t, 3) * 0.03,
  });
  person(ctx, {
    x: 830,
    y: 640,
    scale: 1.02,
    number: 1,
    seated: true,
    flip: true,
    right: [0.5, -1.1],
    left: [0.34, -1.2],
    tilt: swing(t, 3.4, 0.3) * 0.04,
  });
  table(ctx, { x: 635, y: 580, width: 640, legs: 90 });
  cup(ctx, t, 540, 564, COLOURS.coral);
  cup(ctx, t, 720, 564, COLOURS.teal);
}

function week(ctx, t, start) {
  const days = ['月', '火', '水', '木', '金'];
  card(ctx, 150, 206, 980, 366, { radius: 24 });
  days.forEach((day, column) => {
    const x = 170 + column * 190;
    words(ctx, day, x + 90, 256, {
      size: 28,
      weight: 700,
      align: 'center',
      colour: column === 2 ? COLOURS.coral : COLOURS.iron,
    });
    for (let row = 0; row < 5; row += 1) {
      const shown = rise(t, start + 0.15 + (column + row) * 0.06, 0.5);
      box(ctx, x + 8, 280 + row * 54, 164 * shown, 44, (column + row) % 3 ? COLOURS.foam : COLOURS.grey, 8);
    }
  });
  const shown = rise(t, start + 1, 0.8);
  placed(ctx, { x: 640, y: 410, scale: 0.8 + shown * 0.2 + swing(t, 2.6) * 0.008, alpha: shown }, () => {
    card(ctx, -100, -48, 200, 96, { fill: COLOURS.coral, radius: 16 });
    words(ctx, '相談の30分', 0, 0, { size: 28, weight: 700, align: 'center', colour: COLOURS.white });
    words(ctx, '30 MINUTES TO TALK', 0, 28, { size: 13, align: 'center', colour: COLOURS.white, spacing: 1 });
  });
}

function generalAffairs(ctx, t, start) {
  room(ctx, t, { windows: [220, 1080], wall: '#f3ece3' });
  const come = rise(t, start, 1.6);
  person(ctx, {
    x: 760,
    y: 642,
    scale: 1.06,
    number: 4,
    seated: true,
    left: [0.34, -1.2],
    right: [1.2 + swing(t, 2) * 0.12, 0.9],
    as: { style: 'bob', top: '#7d6a8c' },
  });
  table(ctx, { x: 800, y: 590, width: 460, legs: 90 });
  box(ctx, 900, 516, 110, 58, COLOURS.white, 6);
  words(ctx, '総務 相田', 955, 554, { size: 21, weight: 700, align: 'center' });
  person(ctx, {
    x: 250 + come * 200,
    y: 668,
    scale: 1.06,
    number: 6,
    step: (1 - come) * swing(t, 0.8),
    right: [0.3, 0.4],
  });
  bubble(ctx, { x: 560, y: 300, width: 150, tail: -1, alpha: rise(t, start + 1, 0.5) }, () =>
    dots(ctx, t, COLOURS.coral),
  );
  bubble(ctx, { x: 900, y: 330, width: 150, tail: 1, fill: COLOURS.foam, alpha: rise(t, start + 1.8, 0.5) }, () =>
    dots(ctx, t + 1),
  );
}

function change(ctx, t, start) {
  paper(ctx, t, COLOURS.foam);
  const turn = easeInOut((t - start - 0.8) / 1.4);
  const side = (share) => ({
    x: mix(760, 1030, share),
    y: 600 + Math.sin(share * Math.PI) * 26,
    scale: mix(1.15, 0.84, share),
  });
  const leaving = side(turn);
  const coming = side(1 - turn);
  person(ctx, { x: 420, y: 620, scale: 1.15, number: 6, right: [1.1 + swing(t, 2) * 0.1, 0.7] });
  if (turn < 0.5) person(ctx, { ...coming, number: 11 });
  person(ctx, { ...leaving, number: 1, flip: true });
  if (turn >= 0.5) person(ctx, { ...coming, number: 11, flip: true, right: [1.2 + swing(t, 1.6) * 0.15, 0.6] });
  stroke(ctx, 'M790 250 Q900 190 1010 250', 7, COLOURS.coral, { share: rise(t, start + 0.4), length: 280 });
  if (t > start + 0.9) stroke(ctx, 'M988 228 L1012 252 L982 264', 7, COLOURS.coral);
}

export function mentor(ctx, t, cue) {
  meeting(ctx, t);
  bubble(ctx, { x: 420, y: 300, tail: 1, alpha: rise(t, 1, 0.5) }, () => dots(ctx, t, COLOURS.coral));
  bubble(ctx, { x: 800, y: 316, tail: 1, fill: COLOURS.foam, alpha: rise(t, 2, 0.5) }, () => dots(ctx, t + 1));
  heading(ctx, t, { ja: '困ったときに、聞ける人', en: 'SOMEONE TO ASK' });
  uncovered(ctx, cue.turn(1), () => {
    paper(ctx, t, COLOURS.mist, { colour: 'rgba(255,255,255,0.5)' });
    heading(ctx, t, { ja: '先に予定へ入れる、30分', en: 'EVERY WEEK', start: cue.starts[1] });
    week(ctx, t, cue.starts[1]);
  });
  uncovered(ctx, cue.turn(2), () => generalAffairs(ctx, t, cue.starts[2]));
  uncovered(ctx, cue.turn(3), () => {
    change(ctx, t, cue.starts[3]);
    heading(ctx, t, { ja: '替えることもできます', en: 'YOU CAN CHANGE', start: cue.starts[3] });
  });
}

function year(ctx, t) {
  const middle = { x: 760, y: 400 };
  ring(ctx, middle.x, middle.y, 190, 22, COLOURS.mist);
  ring(ctx, middle.x, middle.y, 190, 7, COLOURS.teal, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * rise(t, 0.4, 3.4));
  for (let month = 0; month < 12; month += 1) {
    const angle = (month / 12) * Math.PI * 2 - Math.PI / 2;
    const x = middle.x + Math.cos(angle) * 190;
    const y = middle.y + Math.sin(angle) * 190;
    const event = month === 0 || month === 7;
    const size = event ? rise(t, 1 + month * 0.12, 0.8) : 0;
    disc(
      ctx,
      x,
      y,
      24 + size * (20 + swing(t, 2.4, month) * 2),
      event && size > 0 ? (month ? COLOURS.sun : COLOURS.coral) : COLOURS.white,
    );
    words(ctx, `${((month + 3) % 12) + 1}`, x, y + 9, {
      size: event ? 28 : 22,
      weight: 700,
      align: 'center',
      colour: event && size > 0.5 ? COLOURS.white : COLOURS.iron,
    });
  }
  words(ctx, '年2回', middle.x, middle.y + 14, { size: 58, weight: 700, align: 'center', colour: COLOURS.navy });
  words(ctx, 'TWICE A YEAR', middle.x, middle.y + 48, { size: 16, align: 'center', colour: COLOURS.iron, spacing: 2 });
}

function welcomeLunch(ctx, t, start) {
  canteen(ctx, t);
  for (let flag = 0; flag < 12; flag += 1)
    placed(
      ctx,
      { x: 60 + flag * 106, y: 46 + Math.sin((flag / 11) * Math.PI) * 36, turn: swing(t, 2.4, flag * 0.2) * 0.08 },
      () => {
        ctx.fillStyle = [COLOURS.coral, COLOURS.sun, COLOURS.sea][flag % 3];
        ctx.fill(new Path2D('M-22 0 L22 0 L0 40 Z'));
      },
    );
  clock(ctx, { x: 635, y: 220, radius: 56, hour: 12 + (t - start) * 0.05 });
}

function evening(ctx, t, start) {
  const gradient = ctx.createLinearGradient(0, 0, 0, 620);
  ['#1b3552', '#57607f', '#d98a6a', '#f2bd82'].forEach((colour, index) => gradient.addColorStop(index / 3, colour));
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, 1280, 720);
  for (let star = 0; star < 24; star += 1)
    disc(
      ctx,
      (star * 211) % 1280,
      30 + ((star * 97) % 220),
      1.6 + swing(t, 2, star * 0.2) * 0.6,
      'rgba(255,255,255,0.8)',
    );
  disc(ctx, 1060, 130, 46, '#f8ecd0');
  disc(ctx, 1040, 120, 42, '#33425e');
  factory(ctx, { x: 90, y: 572, scale: 1.15, lit: 1, wall: '#c9cfd2' });
  box(ctx, 0, 566, 1280, 160, '#46545a');
  for (let index = 0; index < 6; index += 1) {
    const x = 430 + ((t - start) * 58 + index * 128);
    person(ctx, {
      x,
      y: 660 - (index % 2) * 14,
      scale: 0.66,
      number: index + 1,
      step: swing(t, 1.1, index * 0.21) * 0.8,
      right: [0.1 + swing(t, 1.1, index * 0.21) * 0.25, 0.15],
      left: [0.1 - swing(t, 1.1, index * 0.21) * 0.25, 0.15],
    });
  }
}

export function events(ctx, t, cue) {
  paper(ctx, t, COLOURS.paper, { x: 1240, y: 60, radius: 300 });
  year(ctx, t);
  heading(ctx, t, { ja: '行事と、夜の集まり', en: 'EVENTS AND EVENINGS' });
  uncovered(ctx, cue.turn(1), () => welcomeLunch(ctx, t, cue.starts[1]));
  uncovered(ctx, cue.turn(2), () => {
    evening(ctx, t, cue.starts[2]);
    heading(ctx, t, {
      ja: '夜は、有志だけ',
      en: 'EVENINGS ARE VOLUNTARY',
      colour: COLOURS.white,
      start: cue.starts[2] + 0.2,
    });
  });
}
