import { COLOURS, box, disc, easeInOut, heading, mix, paper, placed, rise, swing, uncovered, words } from './kit.js';
import { face, person } from './people.js';
import { lamps, room } from './places.js';
import { cup, plant, table } from './things.js';

const AGES = [
  { count: 9, ja: '20代', en: 'TWENTIES', colour: '#f6d9d0' },
  { count: 11, ja: '30代', en: 'THIRTIES', colour: '#f1e6d6' },
  { count: 22, ja: '40代以上', en: 'FORTY AND OVER', colour: '#cfe4e3' },
];

const groupOf = (index) => (index < 9 ? 0 : index < 20 ? 1 : 2);

export function people(ctx, t, cue) {
  paper(ctx, t, COLOURS.paper);
  crowd(ctx, t, cue);
  heading(ctx, t, { ja: '顔と名前が分かる、42人', en: 'FORTY-TWO FACES, FORTY-TWO NAMES' });
  uncovered(ctx, cue.turn(2), () => {
    const near = 1 + (t - cue.starts[2]) * 0.006;
    placed(ctx, { x: 640 * (1 - near), y: 400 * (1 - near), scale: near }, () => canteen(ctx, t));
    heading(ctx, t, {
      ja: '昼の過ごし方は、それぞれ',
      en: 'LUNCH, EACH THEIR OWN WAY',
      x: 384,
      y: 196,
      size: 40,
      start: cue.starts[2] + 0.3,
    });
  });
}

function seat(index) {
  const group = groupOf(index);
  const place = index - [0, 9, 20][group];
  const columns = [3, 4, 6][group];
  return { x: [176, 478, 842][group] + (place % columns) * 66, y: 300 + Math.floor(place / columns) * 68 };
}

/** Forty-two faces that first stand in one crowd and then sort themselves by age. */
function crowd(ctx, t, cue) {
  const sorted = easeInOut((t - cue.starts[1] + 0.2) / 1.3);
  for (let index = 0; index < 42; index += 1) {
    const shown = rise(t, 0.3 + index * 0.03, 0.6);
    const mixed = (index * 17) % 42;
    const from = { x: 146 + (mixed % 14) * 76, y: 330 + Math.floor(mixed / 14) * 86 };
    const to = seat(index);
    const radius = mix(34, 29, sorted) * shown;
    if (radius > 1)
      face(ctx, {
        x: mix(from.x, to.x, sorted),
        y: mix(from.y, to.y, sorted) + swing(t, 4, index * 0.17) * 2,
        radius,
        number: index,
        back: AGES[groupOf(index)].colour,
      });
  }
  AGES.forEach(({ count, ja, en }, group) => {
    placed(ctx, { x: [146, 448, 812][group], y: 232, alpha: cue.on(1, 0.8 + group * 0.2) }, () => {
      words(ctx, `${count}`, 0, 0, { size: 60, weight: 700, colour: COLOURS.teal });
      words(ctx, ja, count > 9 ? 84 : 48, -18, { size: 26, weight: 700 });
      words(ctx, en, count > 9 ? 84 : 48, 4, { size: 14, colour: COLOURS.iron, spacing: 2 });
    });
  });
}

export function canteen(ctx, t) {
  room(ctx, t, { wall: '#f6efe2', windows: [250, 1010] });
  lamps(ctx, t, [470, 700]);
  for (let index = 0; index < 4; index += 1) {
    const chat = index % 2 ? [1.1 + swing(t, 2.2, index * 0.2) * 0.15, 1] : [0.34, -1.3];
    person(ctx, {
      x: 420 + index * 106,
      y: 616,
      scale: 0.84,
      number: index + 1,
      seated: true,
      right: chat,
      left: [0.34, -1.2],
      tilt: swing(t, 3, index * 0.25) * 0.06,
    });
  }
  table(ctx, { x: 580, y: 566, width: 560, legs: 92 });
  for (let index = 0; index < 4; index += 1) {
    box(ctx, 396 + index * 106, 540, 56, 9, COLOURS.white, 4);
    disc(ctx, 424 + index * 106, 538, 14, ['#e6c07a', '#9cb98a', '#d98f74', '#c9d6a4'][index]);
  }
  cup(ctx, t, 840, 550, COLOURS.teal);
  plant(ctx, t, 130, 600, 1.1);
  person(ctx, {
    x: 1090,
    y: 650,
    scale: 0.84,
    number: 9,
    seated: true,
    left: [0.42, -1.75],
    right: [0.42, -1.75],
    tilt: 0.08,
  });
  placed(ctx, { x: 1090, y: 536 + swing(t, 4) * 2 }, () => {
    box(ctx, -44, -26, 43, 52, COLOURS.coral, 4);
    box(ctx, 1, -26, 43, 52, '#ea8e79', 4);
  });
  table(ctx, { x: 1090, y: 590, width: 240, legs: 70, fill: '#e2c198' });
}
