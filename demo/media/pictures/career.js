import {
  COLOURS,
  box,
  disc,
  glide,
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
import { person, token } from './people.js';
import { room } from './places.js';
import { bubble, cup, dots, gauge, table } from './things.js';

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

function talk(ctx, t, start, ja, en) {
  room(ctx, t, { windows: [1060], wall: '#eef2ee', floor: '#d8c7a8' });
  person(ctx, { x: 420, y: 654, scale: 1.08, number: 6, seated: true, right: [1 + swing(t, 2.4) * 0.15, 0.9] });
  person(ctx, {
    x: 860,
    y: 654,
    scale: 1.08,
    number: 21,
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
