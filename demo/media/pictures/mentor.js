import {
  COLOURS,
  box,
  card,
  easeInOut,
  heading,
  mix,
  paper,
  placed,
  rise,
  stroke,
  swing,
  uncovered,
  words,
} from './kit.js';
import { person } from './people.js';
import { room } from './places.js';
import { bubble, cup, dots, plant, table } from './things.js';

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
