import {
  COLOURS,
  box,
  card,
  disc,
  easeOut,
  glide,
  heading,
  mix,
  paper,
  placed,
  rise,
  shape,
  swing,
  uncovered,
  words,
} from './kit.js';
import { face, token } from './people.js';
import { bay, factory, frontSea, gulls, ship } from './places.js';
import { gauge } from './things.js';

const TOPICS = [
  { ja: '人間関係', en: 'PEOPLE', colour: COLOURS.coral },
  { ja: '仕事内容', en: 'THE JOB', colour: COLOURS.teal },
  { ja: 'キャリア', en: 'CAREER', colour: COLOURS.sun },
];

export function welcome(ctx, t, cue) {
  bay(ctx, t, { sun: glide(t, 0, 4.5) });
  factory(ctx, { x: 90, y: 470, scale: 0.8 });
  ship(ctx, t, 900 - t * 10, 560, 0.62);
  frontSea(ctx, t);
  gulls(ctx, t);
  heading(ctx, t, { ja: '朝凪計器へ、ようこそ', en: 'WELCOME TO ASANAGI KEIKI', y: 150, size: 60, start: 0.7 });
  uncovered(ctx, cue.turn(1), () => {
    paper(ctx, t, COLOURS.navy, { colour: 'rgba(255,255,255,0.07)' });
    heading(ctx, t, {
      ja: '水と空気を、はかる。',
      en: '42 PEOPLE WHO MAKE GAUGES',
      y: 150,
      colour: COLOURS.white,
      start: cue.starts[1],
    });
    gauge(ctx, {
      x: 1010,
      y: 190,
      radius: 150,
      value: mix(0, 0.62, easeOut((t - cue.starts[1] - 0.3) / 2)) + swing(t, 1.7) * 0.006,
    });
    faces(ctx, t, cue.starts[1] + 0.4);
  });
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.paper);
    heading(ctx, t, { ja: '動き続ける針が、仕事です', en: 'OUR NEEDLES KEEP ON MOVING', start: cue.starts[2] });
    places(ctx, t, cue.starts[2] + 0.2);
  });
  uncovered(ctx, cue.turn(3), () =>
    topics(ctx, t, cue.starts[3], { ja: '知りたいことだけ、選んで見る', en: 'CHOOSE WHAT YOU WANT TO KNOW' }),
  );
}

export function hub(ctx, t) {
  topics(ctx, t, 0.1, { ja: '知りたいことから、どうぞ', en: 'START WITH WHAT MATTERS TO YOU' });
}

function topics(ctx, t, start, title) {
  paper(ctx, t, COLOURS.foam);
  heading(ctx, t, { ...title, start });
  for (let index = 0; index < 3; index += 1) {
    const shown = rise(t, start + 0.2 + index * 0.22, 0.9);
    const turn = ((t - start - 1.6) / 1.2) % 3;
    const glow = t > start + 1.6 ? Math.max(0, 1 - Math.abs(turn - index - 0.5) * 1.6) : 0;
    if (shown > 0)
      topicCard(ctx, t, index, {
        x: 290 + index * 350,
        y: 396 + (1 - shown) * 60 + swing(t, 5, index * 0.3) * 4,
        scale: 0.9 + shown * 0.1,
        glow,
      });
  }
}

function topicSign(ctx, t, index) {
  if (index === 0) {
    token(ctx, -44, 22, 62, COLOURS.white);
    token(ctx, 44, 22, 62, COLOURS.white);
    token(ctx, 0, 34 + swing(t, 3) * 2, 78, COLOURS.foam);
  } else if (index === 1) {
    gauge(ctx, { x: 0, y: -4, radius: 62, value: 0.45 + swing(t, 4) * 0.08 });
  } else {
    for (let step = 0; step < 4; step += 1)
      box(ctx, -78 + step * 40, 46 - step * 30, 34, 18 + step * 30, step === 3 ? COLOURS.coral : COLOURS.white, 4);
    token(ctx, 59, -66 + swing(t, 3) * 3, 32, COLOURS.navy);
  }
}

function topicCard(ctx, t, index, { x, y, scale = 1, glow = 0 }) {
  const { ja, en, colour } = TOPICS[index];
  placed(ctx, { x, y: y - glow * 12, scale: scale * (1 + glow * 0.03) }, () => {
    card(ctx, -150, -170, 300, 340, { radius: 26, depth: 1 + glow });
    ctx.save();
    ctx.beginPath();
    ctx.roundRect(-150, -170, 300, 220, [26, 26, 0, 0]);
    ctx.clip();
    box(ctx, -150, -170, 300, 220, colour);
    disc(ctx, 110, -150, 120, 'rgba(255,255,255,0.14)');
    placed(ctx, { y: -54, scale: 1.05 }, () => topicSign(ctx, t, index));
    ctx.restore();
    words(ctx, ja, 0, 106, { size: 36, weight: 700, align: 'center', spacing: 2 });
    words(ctx, en, 0, 140, { size: 17, align: 'center', colour: COLOURS.iron, spacing: 3 });
  });
}

function faces(ctx, t, start) {
  for (let index = 0; index < 42; index += 1) {
    const shown = rise(t, start + index * 0.035, 0.6);
    const column = index % 14;
    const row = Math.floor(index / 14);
    const bob = swing(t, 4, index * 0.13) * 2;
    if (shown > 0)
      face(ctx, {
        x: 146 + column * 76,
        y: 430 + row * 82 + bob + (1 - shown) * 24,
        radius: 31 * shown,
        number: index,
        back: ['#cfe4e3', '#f1e6d6', '#f6d9d0'][index % 3],
      });
  }
}

function round(ctx, x, y, radius, back, draw) {
  if (radius <= 1) return;
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.clip();
  disc(ctx, x, y, radius, back);
  placed(ctx, { x, y, scale: radius / 160 }, draw);
  ctx.restore();
}

function places(ctx, t, start) {
  const at = (index) => 160 * rise(t, start + index * 0.45, 0.9);
  round(ctx, 250, 370, at(0), '#d7eaec', () => {
    box(ctx, -170, 30, 340, 26, COLOURS.iron);
    for (const x of [-110, 90]) box(ctx, x, 22, 22, 42, COLOURS.steel, 4);
    for (let drop = 0; drop < 6; drop += 1) box(ctx, -170 + ((drop * 64 + t * 90) % 380), 38, 34, 8, '#8fd0d6', 4);
    gauge(ctx, { x: 0, y: -68, radius: 74, value: 0.5 + swing(t, 3.2) * 0.05 });
    box(ctx, -170, 96, 340, 90, '#9ccbd0');
  });
  round(ctx, 640, 370, at(1), '#f3e6d2', () => {
    for (const x of [-104, 0, 104]) {
      box(ctx, x - 42, -70, 84, 150, COLOURS.white, 36);
      box(ctx, x - 42, 12 - swing(t, 5, x) * 10, 84, 68, '#f3c99a', 20);
      box(ctx, x - 26, 78, 8, 40, COLOURS.iron);
      box(ctx, x + 18, 78, 8, 40, COLOURS.iron);
      gauge(ctx, { x, y: -26, radius: 26, value: 0.55 + swing(t, 2.6, x) * 0.06 });
    }
    box(ctx, -170, 116, 340, 80, '#d8bf97');
  });
  round(ctx, 1030, 370, at(2), '#f7e3c6', () => {
    disc(ctx, 60, -60, 40, '#fff3cf');
    placed(ctx, { scale: 0.8 }, () => ship(ctx, t, 0, 50));
    shape(ctx, `M-180 ${50 + swing(t, 3) * 4} q50 -16 100 0 t100 0 t100 0 t100 0 L180 180 L-180 180 Z`, '#4f9ca3');
  });
}
