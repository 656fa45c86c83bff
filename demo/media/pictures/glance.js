import { COLOURS, box, easeOut, heading, mix, paper, placed, rise, swing, uncovered, words } from './kit.js';
import { person } from './people.js';
import { bay, factory, frontSea, gulls, ship } from './places.js';
import { clock } from './things.js';

export function glance(ctx, t, cue) {
  bay(ctx, t, { sun: 1 });
  factory(ctx, { x: 700, y: 472, scale: 1.1 });
  ship(ctx, t, 240 + t * 9, 566, 0.66);
  frontSea(ctx, t);
  gulls(ctx, t, 480, 250);
  figure(ctx, t, cue.starts[0], { value: 1968, from: 1940, unit: '年', ja: '創業', en: 'FOUNDED', x: 300 });
  heading(ctx, t, { ja: '数字で、ひとめぐり', en: 'A QUICK TOUR IN NUMBERS' });
  uncovered(ctx, cue.turn(1), () => {
    paper(ctx, t, COLOURS.paper);
    heading(ctx, t, { ja: '休む日', en: 'DAYS OFF', start: cue.starts[1] });
    figure(ctx, t, cue.starts[1] + 0.2, { value: 122, unit: '日', ja: '年間休日', en: 'DAYS OFF A YEAR', x: 330 });
    figure(ctx, t, cue.starts[1] + 0.6, {
      value: 13,
      unit: '日',
      ja: '有給取得の平均',
      en: 'PAID LEAVE TAKEN',
      x: 680,
    });
    for (let day = 0; day < 35; day += 1) {
      const shown = rise(t, cue.starts[1] + 0.3 + day * 0.03, 0.5);
      const off = day % 7 > 4 || day === 16;
      box(
        ctx,
        890 + (day % 7) * 44,
        210 + Math.floor(day / 7) * 52 + (1 - shown) * 10,
        36 * shown,
        42 * shown,
        off ? COLOURS.coral : COLOURS.mist,
        8,
      );
    }
  });
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.foam);
    heading(ctx, t, { ja: '長く働く', en: 'STAYING', start: cue.starts[2] });
    figure(ctx, t, cue.starts[2] + 0.2, {
      value: 14,
      unit: '年',
      ja: '平均の勤続年数',
      en: 'YEARS ON AVERAGE',
      x: 330,
    });
    clock(ctx, { x: 640, y: 300, radius: 96, hour: 8 + (t - cue.starts[2]) * 1.2, back: COLOURS.paper });
    factory(ctx, { x: 800, y: 590, scale: 1 });
    box(ctx, 0, 588, 1280, 140, '#cfd9c6');
    for (let index = 0; index < 5; index += 1)
      person(ctx, {
        x: 560 + index * 66 + rise(t, cue.starts[2] + index * 0.12) * 40,
        y: 628,
        scale: 0.46,
        number: index + 3,
        step: swing(t, 1.1, index * 0.3) * 0.6,
      });
  });
}

function figure(ctx, t, start, { value, unit, ja, en, x, from = 0 }) {
  const shown = rise(t, start, 0.7);
  const count = Math.round(mix(from, value, easeOut((t - start) / 1.5)));
  placed(ctx, { x, y: 330 + (1 - shown) * 30, alpha: shown }, () => {
    words(ctx, String(count), 0, 0, { size: 130, weight: 700, align: 'center', colour: COLOURS.navy });
    words(ctx, unit, 40 * String(value).length + 6, 0, { size: 44, weight: 700, colour: COLOURS.navy });
    words(ctx, ja, 0, 56, { size: 30, weight: 700, align: 'center', colour: COLOURS.teal, spacing: 2 });
    words(ctx, en, 0, 92, { size: 18, align: 'center', colour: COLOURS.iron, spacing: 2 });
  });
}
