import { COLOURS, box, heading, placed, rise, stroke, swing, words } from './kit.js';
import { person } from './people.js';
import { bay, factory, gulls, petals } from './places.js';

export function seeYou(ctx, t, cue) {
  bay(ctx, t, { sun: 1, calm: 0.7 });
  gulls(ctx, t, 700, 180);
  box(ctx, 0, 560, 1280, 160, '#cfd9c6');
  stroke(ctx, 'M0 574 L1280 574', 8, '#b9c8ae');
  factory(ctx, { x: 780, y: 566, scale: 1.12 });
  for (let index = 0; index < 6; index += 1) {
    const shown = rise(t, 0.4 + index * 0.16, 0.9);
    const wave = index % 2 === 0 ? [2.5 + swing(t, 0.9, index * 0.2) * 0.25, 0.25] : [0.1, 0.12];
    person(ctx, {
      x: 350 + index * 88,
      y: 652 + (1 - shown) * 40 + (index % 2) * 10,
      scale: 0.72,
      number: index + 2,
      right: wave,
      alpha: shown,
    });
  }
  petals(ctx, t, 34);
  heading(ctx, t, { ja: '4月に、お待ちしています', en: 'SEE YOU IN APRIL', y: 140, size: 56, start: 0.5 });
  placed(ctx, { x: 84, y: 236, alpha: cue.on(2) }, () =>
    words(ctx, '朝凪計器株式会社', 0, 0, { size: 28, weight: 700, colour: COLOURS.teal, spacing: 3 }),
  );
}
