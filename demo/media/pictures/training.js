import {
  COLOURS,
  box,
  card,
  disc,
  glide,
  heading,
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
import { clock, gauge, sheet, tick } from './things.js';

export function training(ctx, t, cue) {
  lesson(ctx, t);
  heading(ctx, t, { ja: '研修と資格', en: 'TRAINING AND LICENCES' });
  uncovered(ctx, cue.turn(1), () => paid(ctx, t, cue.starts[1]));
  uncovered(ctx, cue.turn(2), () => licence(ctx, t, cue.starts[2]));
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
  person(ctx, { x: 400, y: 640, scale: 1.06, number: 21, right: [2 + swing(t, 2.4) * 0.12, 0.2] });
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
