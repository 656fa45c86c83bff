import {
  COLOURS,
  box,
  card,
  disc,
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
import { room } from './places.js';
import { person, token } from './people.js';
import { bubble, clock, cup, dots, gauge, sheet, table, tick } from './things.js';

const ROADS = [
  {
    path: 'M560 430 C700 430 720 270 1110 250',
    end: [1110, 250],
    ja: '技術を深める',
    en: 'GO DEEP',
    colour: COLOURS.teal,
  },
  {
    path: 'M560 430 C720 430 800 420 1110 420',
    end: [1110, 420],
    ja: 'チームをまとめる',
    en: 'LEAD',
    colour: COLOURS.coral,
  },
  {
    path: 'M560 430 C700 430 720 580 1110 580',
    end: [1110, 580],
    ja: '職種を広げる',
    en: 'BROADEN',
    colour: COLOURS.sun,
  },
];

function roads(ctx, t, cue) {
  stroke(ctx, 'M90 430 L560 430', 26, COLOURS.mist, { share: rise(t, 0.3, 2), length: 480 });
  for (let year = 1; year <= 5; year += 1) {
    const shown = rise(t, 0.5 + year * 0.3, 0.6);
    disc(ctx, 90 + (year - 1) * 117, 430, 27 * shown, year === 5 ? COLOURS.navy : COLOURS.sea);
    placed(ctx, { alpha: shown }, () =>
      words(ctx, String(year), 90 + (year - 1) * 117, 440, {
        size: 28,
        weight: 700,
        align: 'center',
        colour: COLOURS.white,
      }),
    );
  }
  placed(ctx, { alpha: rise(t, 2, 0.8) }, () =>
    words(ctx, '年目', 558, 490, { size: 22, weight: 700, align: 'center' }),
  );
  ROADS.forEach(({ path, end, ja, en, colour }, index) => {
    stroke(ctx, path, 18, colour, { share: glide(t, cue.starts[1] - 1.6 + index * 0.35, 1.6), length: 640 });
    const shown = cue.on(1, 0.1 + index * 0.7);
    placed(ctx, { x: end[0], y: end[1], scale: shown }, () => {
      disc(ctx, 0, 0, 48, COLOURS.white);
      ring(ctx, 0, 0, 48, 6, colour);
      if (index === 0) gauge(ctx, { x: 0, y: -4, radius: 28, value: 0.5 + swing(t, 3) * 0.1 });
      if (index === 1)
        for (const x of [-18, 18, 0]) token(ctx, x, x ? 4 : 12, x ? 28 : 38, x ? COLOURS.sea : COLOURS.coral);
      if (index === 2) stroke(ctx, 'M-20 -8 L18 -8 L8 -18 M20 10 L-18 10 L-8 20', 6, COLOURS.oak);
    });
    placed(ctx, { x: 910, y: end[1] - (index === 1 ? 54 : index ? -52 : 40), alpha: shown }, () => {
      words(ctx, ja, 60, 0, { size: 27, weight: 700, align: 'center' });
      words(ctx, en, 60, 24, { size: 14, align: 'center', colour: COLOURS.iron, spacing: 2 });
    });
  });
  const walk = glide(t, 0.8, 2.6);
  token(ctx, mix(90, 558, walk), 370 - Math.abs(Math.sin(walk * 14)) * 8, 62, COLOURS.coral);
}

function grades(ctx, t, start) {
  ROADS.forEach(({ ja, colour }, index) => {
    const x = 210 + index * 320;
    words(ctx, ja, x + 110, 590, { size: 27, weight: 700, align: 'center' });
    for (let step = 0; step < 4; step += 1) {
      const shown = rise(t, start + 0.2 + step * 0.35 + index * 0.08, 0.7);
      const height = (60 + step * 70) * shown;
      box(ctx, x + step * 58, 540 - height, 48, height, colour, [10, 10, 2, 2]);
    }
    const climb = Math.min(3, Math.max(0, (t - start - 1) / 0.8));
    token(
      ctx,
      x + 24 + climb * 58,
      540 - (60 + climb * 70) - 26 - Math.abs(Math.sin(climb * Math.PI)) * 26,
      46,
      COLOURS.navy,
    );
  });
  stroke(ctx, 'M180 270 L1110 270', 4, COLOURS.iron, { dash: [4, 14] });
}

export function roadsAhead(ctx, t, cue) {
  paper(ctx, t, COLOURS.paper, { x: 120, y: 700, radius: 360 });
  heading(ctx, t, { ja: '五年目からの、三つの道', en: 'THREE WAYS ON FROM YEAR FIVE' });
  roads(ctx, t, cue);
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.foam);
    heading(ctx, t, { ja: '等級は、どの道も同じ', en: 'THE SAME GRADES', start: cue.starts[2] });
    grades(ctx, t, cue.starts[2]);
  });
  uncovered(ctx, cue.turn(3), () => talk(ctx, t, cue.starts[3], '年に一度、選び直せる', 'CHOOSE AGAIN EVERY YEAR'));
}

function talk(ctx, t, start, ja, en) {
  room(ctx, t, { windows: [1060], wall: '#eef2ee', floor: '#d8c7a8' });
  person(ctx, { x: 420, y: 654, scale: 1.08, number: 6, seated: true, right: [1 + swing(t, 2.4) * 0.15, 0.9] });
  person(ctx, {
    x: 860,
    y: 654,
    scale: 1.08,
    number: 9,
    seated: true,
    flip: true,
    right: [0.5, -1.1],
    tilt: swing(t, 3) * 0.04,
  });
  table(ctx, { x: 640, y: 590, width: 640, legs: 90 });
  cup(ctx, t, 530, 572, COLOURS.coral);
  cup(ctx, t, 750, 572, COLOURS.teal);
  bubble(ctx, { x: 450, y: 306, width: 170, tail: -1, alpha: rise(t, start + 0.5, 0.5) }, () =>
    stroke(ctx, 'M-56 0 L-10 0 M-10 0 Q10 0 24 -24 L50 -24 M-10 0 L50 0 M-10 0 Q10 0 24 24 L50 24', 5, COLOURS.teal),
  );
  bubble(ctx, { x: 830, y: 316, tail: 1, fill: COLOURS.foam, alpha: rise(t, start + 1.3, 0.5) }, () =>
    dots(ctx, t, COLOURS.coral),
  );
  heading(ctx, t, { ja, en, start });
}

function lesson(ctx, t) {
  room(ctx, t, { windows: [], wall: '#e8efec', floor: '#d5c6aa' });
  card(ctx, 500, 176, 560, 320, { fill: '#173f56', radius: 12 });
  stroke(ctx, 'M560 440 L1000 440 M560 440 L560 220', 4, '#cfe4e3');
  stroke(ctx, 'M560 430 C680 420 700 300 790 290 S930 240 1000 232', 6, COLOURS.sun, {
    share: glide(t, 0.6, 3),
    length: 560,
  });
  gauge(ctx, { x: 950, y: 366, radius: 46, value: 0.1 + glide(t, 0.6, 3) * 0.6 });
  person(ctx, { x: 400, y: 640, scale: 1.06, number: 9, right: [2 + swing(t, 2.4) * 0.12, 0.2] });
  for (let index = 0; index < 3; index += 1)
    person(ctx, {
      x: 620 + index * 180,
      y: 760,
      scale: 1,
      number: index + 5,
      seated: true,
      tilt: swing(t, 3, index * 0.3) * 0.05,
    });
}

function paid(ctx, t, start) {
  paper(ctx, t, COLOURS.paper);
  heading(ctx, t, { ja: '費用は会社、参加は出勤', en: 'PAID, AND COUNTED AS WORK', start });
  const cards = [
    ['受講料', 'COURSE FEE'],
    ['交通費', 'TRAVEL'],
    ['出勤扱い', 'WORKING TIME'],
  ];
  cards.forEach(([ja, en], index) => {
    const shown = rise(t, start + 0.4 + index * 0.5, 0.8);
    placed(
      ctx,
      { x: 290 + index * 350, y: 390 + (1 - shown) * 50 + swing(t, 5, index * 0.3) * 4, alpha: shown },
      () => {
        card(ctx, -150, -150, 300, 300);
        if (index === 0) sheet(ctx, { x: -50, y: -120, width: 100, height: 124, rows: 2, share: shown });
        if (index === 1)
          placed(ctx, { y: -52 }, () => {
            box(ctx, -92, -56, 184, 96, COLOURS.sea, 26);
            for (let pane = 0; pane < 3; pane += 1) box(ctx, -74 + pane * 52, -38, 42, 38, COLOURS.foam, 6);
            disc(ctx, -48, 44, 15, COLOURS.navy);
            disc(ctx, 48, 44, 15, COLOURS.navy);
            box(ctx, -110 + ((t * 40) % 30), 66, 190, 5, COLOURS.grey, 2);
          });
        if (index === 2) clock(ctx, { x: 0, y: -52, radius: 62, hour: 9 + (t - start) * 0.7 });
        words(ctx, ja, 0, 66, { size: 32, weight: 700, align: 'center' });
        words(ctx, en, 0, 98, { size: 15, align: 'center', colour: COLOURS.iron, spacing: 2 });
        tick(ctx, { x: 126, y: -128, radius: 26, share: rise(t, start + 1.2 + index * 0.5, 0.5) });
      },
    );
  });
}

function licence(ctx, t, start) {
  paper(ctx, t, COLOURS.foam);
  heading(ctx, t, { ja: '資格の挑戦を、応援', en: 'SUPPORT FOR LICENCES', start });
  const open = rise(t, start + 0.2, 1.2);
  placed(ctx, { x: 820, y: 390, turn: swing(t, 6) * 0.008 }, () => {
    card(ctx, -230, -170 * open, 460, 340 * open, { fill: '#fffdf6', radius: 8 });
    if (open < 0.9) return;
    ctx.lineWidth = 4;
    ctx.strokeStyle = COLOURS.sun;
    ctx.strokeRect(-206, -146, 412, 292);
    words(ctx, '計量士', 0, -66, { size: 46, weight: 700, align: 'center', spacing: 8 });
    for (let row = 0; row < 4; row += 1)
      box(ctx, -130, -24 + row * 30, 260 * rise(t, start + 1 + row * 0.2), 8, COLOURS.grey, 4);
    disc(ctx, 146, 92, 40 * rise(t, start + 2, 0.5), COLOURS.coral);
    placed(ctx, { x: 146, y: 92, scale: rise(t, start + 2.1, 0.5) }, () =>
      stroke(ctx, 'M-15 2 L-5 13 L16 -12', 8, COLOURS.white),
    );
  });
  person(ctx, { x: 350, y: 650, scale: 1.22, number: 6, right: [1.2 + swing(t, 2.4) * 0.1, 0.6], left: [0.34, -1.2] });
  for (let book = 0; book < 4; book += 1)
    box(
      ctx,
      130 - book * 4 + (book % 2) * 12,
      606 - book * 34,
      130,
      30,
      [COLOURS.teal, COLOURS.coral, COLOURS.sun, COLOURS.navy][book],
      5,
    );
}

export function training(ctx, t, cue) {
  lesson(ctx, t);
  heading(ctx, t, { ja: '研修と資格', en: 'TRAINING AND LICENCES' });
  uncovered(ctx, cue.turn(1), () => paid(ctx, t, cue.starts[1]));
  uncovered(ctx, cue.turn(2), () => licence(ctx, t, cue.starts[2]));
}

function three(ctx, t, start) {
  paper(ctx, t, COLOURS.foam);
  heading(ctx, t, { ja: '見るのは、三つ', en: 'THREE THINGS COUNT', start });
  [
    ['できるように', 'なったこと'],
    ['周りへの', '助け'],
    ['次に', '試したいこと'],
  ].forEach(([first, second], index) => {
    const shown = rise(t, start + 0.3 + index * 0.9, 0.8);
    placed(
      ctx,
      { x: 290 + index * 350, y: 392 + (1 - shown) * 50 + swing(t, 5, index * 0.3) * 4, alpha: shown },
      () => {
        card(ctx, -150, -156, 300, 312);
        disc(ctx, 0, -58, 66, [COLOURS.teal, COLOURS.coral, COLOURS.sun][index]);
        if (index === 0) stroke(ctx, 'M-28 -56 L-8 -36 L30 -80', 13, COLOURS.white);
        if (index === 1) {
          token(ctx, -22, -50, 48, COLOURS.white);
          token(ctx, 24, -46, 56, COLOURS.foam);
        }
        if (index === 2)
          placed(ctx, { y: -58 + swing(t, 2) * 4 }, () => {
            stroke(ctx, 'M0 30 L0 -26 M-22 -4 L0 -28 L22 -4', 12, COLOURS.white);
          });
        words(ctx, first, 0, 62, { size: 29, weight: 700, align: 'center' });
        words(ctx, second, 0, 102, { size: 29, weight: 700, align: 'center' });
      },
    );
  });
}

function inWriting(ctx, t, start) {
  paper(ctx, t, COLOURS.paper);
  heading(ctx, t, { ja: '理由は、文書で', en: 'THE REASONS IN WRITING', start });
  const pass = glide(t, start + 0.6, 1.8);
  person(ctx, { x: 260, y: 650, scale: 1.22, number: 9, right: [1.35, 0.3] });
  person(ctx, { x: 1020, y: 650, scale: 1.22, number: 6, flip: true, right: [1.3, 0.4], tilt: swing(t, 3) * 0.03 });
  sheet(ctx, {
    x: mix(330, 690, pass),
    y: 290 - Math.sin(pass * Math.PI) * 40,
    width: 210,
    height: 260,
    rows: 6,
    share: rise(t, start, 1.6),
    turn: Math.sin(pass * Math.PI) * 0.06,
  });
}

export function review(ctx, t, cue) {
  room(ctx, t, { windows: [1080], wall: '#f3ece3', floor: '#d8c7a8' });
  person(ctx, {
    x: 380,
    y: 654,
    scale: 1.08,
    number: 6,
    seated: true,
    right: [0.9 + swing(t, 0.9) * 0.04, 1],
    tilt: 0.06,
  });
  person(ctx, {
    x: 890,
    y: 654,
    scale: 1.08,
    number: 9,
    seated: true,
    flip: true,
    right: [0.7 + swing(t, 2.6) * 0.1, 1.1],
  });
  table(ctx, { x: 630, y: 590, width: 680, legs: 90 });
  heading(ctx, t, { ja: '評価の仕組み', en: 'HOW REVIEWS WORK' });
  sheet(ctx, { x: 540, y: 250, width: 210, height: 240, rows: 6, share: rise(t, 0.8, 3.6) });
  placed(ctx, { x: 584 + ((t * 90) % 130), y: 316 + Math.min(5, Math.floor(t * 0.9)) * 26, turn: 0.5 }, () => {
    box(ctx, -5, -64, 10, 54, COLOURS.coral, 3);
    shape(ctx, 'M-5 -12 L5 -12 L0 4 Z', COLOURS.ink);
  });
  uncovered(ctx, cue.turn(1), () => three(ctx, t, cue.starts[1]));
  uncovered(ctx, cue.turn(2), () => inWriting(ctx, t, cue.starts[2]));
}
