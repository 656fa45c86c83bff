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
import { person } from './people.js';
import { machine, room } from './places.js';
import { gauge, table, tick } from './things.js';

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
