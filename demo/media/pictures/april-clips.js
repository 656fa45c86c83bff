import {
  COLOURS,
  box,
  card,
  disc,
  easeInOut,
  glide,
  heading,
  mix,
  paper,
  placed,
  ring,
  rise,
  shape,
  stroke,
  swing,
  uncovered,
  words,
} from './kit.js';
import { factory, petals, room } from './places.js';
import { face, person, token } from './people.js';
import { bubble, cup, dots, envelope, laptop, plant, sheet, writing } from './things.js';

const MONTHS = ['11月', '12月', '1月', '2月', '3月', '4月'];
const monthX = (index) => 170 + index * 188;

function course(ctx, t, cue) {
  const reached = [2.4, 3, 4.2, 5];
  let now = 0;
  reached.forEach((month, line) => {
    now = mix(now, month, easeInOut((t - cue.starts[line] - 0.1) / 1.8));
  });
  stroke(ctx, `M${monthX(0)} 470 L${monthX(5)} 470`, 12, COLOURS.mist);
  stroke(ctx, `M${monthX(0)} 470 L${monthX(now)} 470`, 12, COLOURS.teal);
  MONTHS.forEach((month, index) => {
    const passed = now >= index - 0.1;
    disc(
      ctx,
      monthX(index),
      470,
      passed ? 24 : 18,
      passed ? (index === 5 ? COLOURS.coral : COLOURS.teal) : COLOURS.white,
    );
    ring(ctx, monthX(index), 470, passed ? 24 : 18, 5, passed ? COLOURS.white : COLOURS.steel);
    words(ctx, month, monthX(index), 540, {
      size: 30,
      weight: 700,
      align: 'center',
      colour: passed ? COLOURS.ink : COLOURS.steel,
    });
    const shown = rise(t, 0.5 + index * 0.3, 0.7);
    if (index < 5)
      envelope(ctx, { x: monthX(index), y: 388 - Math.abs(swing(t, 3, index * 0.16)) * 8, scale: 0.62 * shown });
  });
  const items = [
    [
      2,
      1,
      (c) => {
        factory(c, { x: -66, y: 18, scale: 0.33 });
      },
    ],
    [
      3,
      2,
      (c) => {
        sheet(c, { x: -42, y: -72, width: 84, height: 104, rows: 2, share: 1 });
      },
    ],
    [
      4,
      2,
      (c) => {
        box(c, -46, -32, 92, 66, COLOURS.oak, 12);
        stroke(c, 'M-20 -32 Q-20 -60 0 -60 Q20 -60 20 -32', 8, COLOURS.oak);
        box(c, -46, -8, 92, 8, COLOURS.sun);
      },
    ],
  ];
  items.forEach(([month, line, draw], index) => {
    const shown = cue.on(line, 0.5 + (index === 2 ? 1.4 : 0));
    placed(ctx, { x: monthX(month), y: 282 + (1 - shown) * 30 + swing(t, 4, index * 0.3) * 3, scale: shown }, () => {
      disc(ctx, 0, -14, 78, COLOURS.white);
      draw(ctx);
    });
  });
}

function gate(ctx, t) {
  const gradient = ctx.createLinearGradient(0, 0, 0, 560);
  gradient.addColorStop(0, '#cfe6ea');
  gradient.addColorStop(1, '#fdf3e4');
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, 1280, 720);
  factory(ctx, { x: 420, y: 560, scale: 1.3 });
  box(ctx, 0, 556, 1280, 170, '#d8d3c2');
  shape(ctx, 'M560 556 L720 556 L980 720 L300 720 Z', '#ece6d6');
  for (const x of [240, 1010]) {
    box(ctx, x, 350, 62, 226, COLOURS.iron, 6);
    box(ctx, x - 8, 338, 78, 18, COLOURS.navy, 4);
  }
  box(ctx, 254, 400, 34, 120, COLOURS.white, 3);
  [...'朝凪計器'].forEach((letter, index) =>
    words(ctx, letter, 271, 428 + index * 27, { size: 22, weight: 700, align: 'center' }),
  );
  for (const x of [90, 1180]) {
    box(ctx, x - 12, 360, 24, 210, COLOURS.oak, 6);
    for (let bough = 0; bough < 6; bough += 1)
      disc(
        ctx,
        x + Math.cos(bough * 1.05) * 74 + swing(t, 5, bough * 0.1) * 3,
        300 + Math.sin(bough * 1.05) * 56,
        62,
        bough % 2 ? '#f6c6cb' : '#fbdfe1',
      );
  }
  person(ctx, {
    x: 480,
    y: 676,
    scale: 1.16,
    number: 6,
    right: [2.5 + swing(t, 0.9) * 0.26, 0.25],
    tilt: swing(t, 1.8) * 0.03,
  });
  person(ctx, { x: 800, y: 680, scale: 1.16, number: 1, flip: true, right: [2.4 + swing(t, 1, 0.3) * 0.24, 0.25] });
  petals(ctx, t, 34);
}

export function untilApril(ctx, t, cue) {
  paper(ctx, t, COLOURS.foam);
  course(ctx, t, cue);
  heading(ctx, t, { ja: '入社までの流れ', en: 'FROM NOW UNTIL APRIL' });
  uncovered(ctx, cue.turn(3), () => {
    gate(ctx, t);
    heading(ctx, t, { ja: '4月1日、正門で', en: '1 APRIL, AT THE GATE', start: cue.starts[3] });
  });
}

export function letter(ctx, t, cue) {
  room(ctx, t, { windows: [920], wall: '#f3ece3', floor: '#d8b98d', top: 60 });
  box(ctx, 0, 430, 1280, 300, '#d8b98d');
  box(ctx, 0, 430, 1280, 10, 'rgba(120, 84, 50, 0.2)');
  plant(ctx, t, 1150, 480, 1.2);
  placed(ctx, { x: 240, y: 520, scale: 2.4 }, () => cup(ctx, t, 0, 0, COLOURS.teal));
  heading(ctx, t, { ja: 'そのままの言葉で', en: 'IN YOUR OWN WORDS' });
  const share = mix(0.16, 1, glide(t, cue.starts[1] - 0.4, 4));
  placed(ctx, { x: 430, y: 210, turn: -0.02 }, () => {
    card(ctx, 0, 0, 400, 420, { radius: 10, fill: '#fffdf8' });
    writing(ctx, 44, 66, 312, 8, { gap: 42, share, colour: COLOURS.sea });
    const row = Math.min(7, Math.floor(share * 8));
    placed(ctx, { x: 44 + ((share * 8) % 1) * 300, y: 70 + row * 42 + swing(t, 0.5) * 2, turn: 0.55 }, () => {
      box(ctx, -7, -120, 14, 104, COLOURS.coral, 5);
      shape(ctx, 'M-7 -18 L7 -18 L0 4 Z', COLOURS.ink);
    });
  });
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.foam);
    heading(ctx, t, { ja: '採用担当の二人が読みます', en: 'WE READ EVERY ONE', start: cue.starts[2] });
    person(ctx, {
      x: 420,
      y: 650,
      scale: 1.16,
      number: 4,
      right: [0.42, -1.75],
      left: [0.42, -1.75],
      as: { style: 'bob', top: '#7d6a8c' },
      tilt: 0.05,
    });
    person(ctx, {
      x: 860,
      y: 650,
      scale: 1.16,
      number: 7,
      right: [0.42, -1.75],
      left: [0.42, -1.75],
      tilt: -0.05 + swing(t, 3) * 0.03,
    });
    for (const [index, x] of [420, 860].entries())
      sheet(ctx, { x: x - 52, y: 452 + swing(t, 3, index * 0.4) * 3, width: 104, height: 120, rows: 2 });
    for (let index = 0; index < 3; index += 1) {
      const fly = glide(t, cue.starts[2] + index * 0.35, 1.6);
      if (fly < 0.99)
        envelope(ctx, {
          x: mix(1360, 640, fly),
          y: 300 - Math.sin(fly * Math.PI) * 70 + index * 40,
          scale: 0.8,
          turn: (1 - fly) * 0.4,
        });
    }
    envelope(ctx, { x: 640, y: 360 + swing(t, 3) * 5, scale: rise(t, cue.starts[2] + 1.4) });
  });
}

function call(ctx, t, start) {
  room(ctx, t, { windows: [], wall: '#e8efec', floor: '#d8b98d' });
  plant(ctx, t, 1160, 570, 1.15);
  laptop(ctx, { x: 660, y: 580, scale: 1.2 }, () => {
    box(ctx, -214, -284, 428, 264, '#f3e6d2');
    box(ctx, 60, -268, 120, 110, '#dcecee', 6);
    person(ctx, {
      x: -30,
      y: 60,
      scale: 1.05,
      number: 6,
      right: [2.4 + swing(t, 0.9) * 0.22, 0.3],
      tilt: swing(t, 2.6) * 0.05,
    });
    box(ctx, 110, -96, 92, 64, COLOURS.sea, 8);
    token(ctx, 156, -56, 44, COLOURS.white);
  });
  placed(ctx, { x: 236, y: 640, scale: 2.2 }, () => cup(ctx, t, 0, 0, COLOURS.coral));
  placed(ctx, { x: 1080, y: 250 }, () => {
    disc(ctx, 0, 0, 92, COLOURS.white);
    const share = rise(t, start + 0.6, 2.4) * 0.25;
    shape(
      ctx,
      `M0 0 L0 -80 A80 80 0 0 1 ${Math.sin(share * Math.PI * 2) * 80} ${-Math.cos(share * Math.PI * 2) * 80} Z`,
      COLOURS.sun,
    );
    ring(ctx, 0, 0, 84, 6, COLOURS.navy);
    words(ctx, '15分', 0, 50, { size: 34, weight: 700, align: 'center' });
  });
}

export function talk(ctx, t, cue) {
  paper(ctx, t, COLOURS.paper);
  const bow = Math.max(0, Math.sin(Math.min(Math.PI, Math.max(0, t - 1) * 1.4))) * 0.16;
  person(ctx, {
    x: 470,
    y: 660,
    scale: 1.3,
    number: 4,
    as: { style: 'bob', top: '#7d6a8c' },
    tilt: bow,
    left: [0.2, -0.62],
    right: [0.2, -0.62],
  });
  person(ctx, { x: 810, y: 660, scale: 1.3, number: 6, tilt: bow, left: [0.2, -0.62], right: [0.2, -0.62] });
  heading(ctx, t, { ja: '教えてくださって、ありがとうございます', en: 'THANK YOU FOR TELLING US', size: 44 });
  uncovered(ctx, cue.turn(1), () => {
    call(ctx, t, cue.starts[1]);
    heading(ctx, t, { ja: '15分、話してみませんか', en: 'FIFTEEN MINUTES TO TALK?', start: cue.starts[1] });
  });
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.foam);
    heading(ctx, t, { ja: '話は、話のままに', en: 'JUST A CONVERSATION', start: cue.starts[2] });
    face(ctx, { x: 420, y: 430, radius: 104, number: 6, back: COLOURS.sand });
    placed(ctx, { x: 860, y: 430 }, () => {
      disc(ctx, 0, 0, 104, COLOURS.mist);
      token(ctx, 0, 34, 108, COLOURS.teal);
    });
    bubble(ctx, { x: 560, y: 330, width: 170, height: 92, tail: -1, alpha: rise(t, cue.starts[2] + 0.4, 0.5) }, () =>
      dots(ctx, t, COLOURS.coral),
    );
    bubble(ctx, { x: 730, y: 410, width: 170, height: 92, tail: 1, alpha: rise(t, cue.starts[2] + 1.1, 0.5) }, () =>
      dots(ctx, t + 1),
    );
    placed(ctx, { x: 1100, y: 470, alpha: cue.on(2, 1.4) }, () => {
      sheet(ctx, { x: -66, y: -110, width: 132, height: 164, rows: 3 });
      ring(ctx, 0, -28, 54, 10, COLOURS.coral);
      stroke(ctx, 'M-38 10 L38 -66', 10, COLOURS.coral);
    });
  });
}
