/* global Path2D */
import { COLOURS, box, disc, heading, paper, placed, ring, rise, swing, uncovered, words } from './kit.js';
import { person } from './people.js';
import { canteen } from './people-at-work.js';
import { factory } from './places.js';
import { clock } from './things.js';

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
