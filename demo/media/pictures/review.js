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
  rise,
  shape,
  stroke,
  swing,
  uncovered,
  words,
} from './kit.js';
import { person, token } from './people.js';
import { room } from './places.js';
import { sheet, table } from './things.js';

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
    number: 21,
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
  person(ctx, { x: 260, y: 650, scale: 1.22, number: 21, right: [1.35, 0.3] });
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
