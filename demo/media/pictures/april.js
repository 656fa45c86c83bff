import {
  COLOURS,
  box,
  disc,
  easeInOut,
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
import { person } from './people.js';
import { factory, petals } from './places.js';
import { envelope, sheet } from './things.js';

const MONTHS = ['11月', '12月', '1月', '2月', '3月', '4月'];

const monthX = (index) => 170 + index * 188;

export function untilApril(ctx, t, cue) {
  paper(ctx, t, COLOURS.foam);
  course(ctx, t, cue);
  heading(ctx, t, { ja: '入社までの流れ', en: 'FROM NOW UNTIL APRIL' });
  uncovered(ctx, cue.turn(3), () => {
    gate(ctx, t);
    heading(ctx, t, { ja: '4月1日、正門で', en: '1 APRIL, AT THE GATE', start: cue.starts[3] });
  });
}

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
