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
import { face, person, token } from './people.js';
import { room } from './places.js';
import { bubble, cup, dots, envelope, laptop, plant, sheet, writing } from './things.js';

export function letter(ctx, t, cue) {
  room(ctx, t, { windows: [920], wall: '#f3ece3', floor: '#d8b98d', top: 60 });
  box(ctx, 0, 430, 1280, 300, '#d8b98d');
  box(ctx, 0, 430, 1280, 10, 'rgba(120, 84, 50, 0.2)');
  plant(ctx, t, 1150, 480, 1.2);
  placed(ctx, { x: 240, y: 520, scale: 2.4 }, () => cup(ctx, t, 0, 0, COLOURS.teal));
  heading(ctx, t, { ja: 'そのままの言葉で', en: 'IN YOUR OWN WORDS' });
  const share = mix(0.16, 1, glide(t, cue.starts[1] - 0.4, 4));
  placed(ctx, { x: 430, y: 210, turn: -0.02 }, () => {
    card(ctx, 0, 0, 400, 420, { radius: 10, fill: '#fffdf8' });
    writing(ctx, 44, 66, 312, 8, { gap: 42, share, colour: COLOURS.sea });
    const row = Math.min(7, Math.floor(share * 8));
    placed(ctx, { x: 44 + ((share * 8) % 1) * 300, y: 70 + row * 42 + swing(t, 0.5) * 2, turn: 0.55 }, () => {
      box(ctx, -7, -120, 14, 104, COLOURS.coral, 5);
      shape(ctx, 'M-7 -18 L7 -18 L0 4 Z', COLOURS.ink);
    });
  });
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.foam);
    heading(ctx, t, { ja: '採用担当の二人が読みます', en: 'WE READ EVERY ONE', start: cue.starts[2] });
    person(ctx, {
      x: 420,
      y: 650,
      scale: 1.16,
      number: 4,
      right: [0.42, -1.75],
      left: [0.42, -1.75],
      as: { style: 'bob', top: '#7d6a8c' },
      tilt: 0.05,
    });
    person(ctx, {
      x: 860,
      y: 650,
      scale: 1.16,
      number: 7,
      right: [0.42, -1.75],
      left: [0.42, -1.75],
      tilt: -0.05 + swing(t, 3) * 0.03,
    });
    for (const [index, x] of [420, 860].entries())
      sheet(ctx, { x: x - 52, y: 452 + swing(t, 3, index * 0.4) * 3, width: 104, height: 120, rows: 2 });
    for (let index = 0; index < 3; index += 1) {
      const fly = glide(t, cue.starts[2] + index * 0.35, 1.6);
      if (fly < 0.99)
        envelope(ctx, {
          x: mix(1360, 640, fly),
          y: 300 - Math.sin(fly * Math.PI) * 70 + index * 40,
          scale: 0.8,
          turn: (1 - fly) * 0.4,
        });
    }
    envelope(ctx, { x: 640, y: 360 + swing(t, 3) * 5, scale: rise(t, cue.starts[2] + 1.4) });
  });
}

export function talk(ctx, t, cue) {
  paper(ctx, t, COLOURS.paper);
  const bow = Math.max(0, Math.sin(Math.min(Math.PI, Math.max(0, t - 1) * 1.4))) * 0.16;
  person(ctx, {
    x: 470,
    y: 660,
    scale: 1.3,
    number: 4,
    as: { style: 'bob', top: '#7d6a8c' },
    tilt: bow,
    left: [0.2, -0.62],
    right: [0.2, -0.62],
  });
  person(ctx, { x: 810, y: 660, scale: 1.3, number: 6, tilt: bow, left: [0.2, -0.62], right: [0.2, -0.62] });
  heading(ctx, t, { ja: '教えてくださって、ありがとうございます', en: 'THANK YOU FOR TELLING US', size: 44 });
  uncovered(ctx, cue.turn(1), () => {
    call(ctx, t, cue.starts[1]);
    heading(ctx, t, { ja: '15分、話してみませんか', en: 'FIFTEEN MINUTES TO TALK?', start: cue.starts[1] });
  });
  uncovered(ctx, cue.turn(2), () => {
    paper(ctx, t, COLOURS.foam);
    heading(ctx, t, { ja: '話は、話のままに', en: 'JUST A CONVERSATION', start: cue.starts[2] });
    face(ctx, { x: 420, y: 430, radius: 104, number: 6, back: COLOURS.sand });
    placed(ctx, { x: 860, y: 430 }, () => {
      disc(ctx, 0, 0, 104, COLOURS.mist);
      token(ctx, 0, 34, 108, COLOURS.teal);
    });
    bubble(ctx, { x: 560, y: 330, width: 170, height: 92, tail: -1, alpha: rise(t, cue.starts[2] + 0.4, 0.5) }, () =>
      dots(ctx, t, COLOURS.coral),
    );
    bubble(ctx, { x: 730, y: 410, width: 170, height: 92, tail: 1, alpha: rise(t, cue.starts[2] + 1.1, 0.5) }, () =>
      dots(ctx, t + 1),
    );
    placed(ctx, { x: 1100, y: 470, alpha: cue.on(2, 1.4) }, () => {
      sheet(ctx, { x: -66, y: -110, width: 132, height: 164, rows: 3 });
      ring(ctx, 0, -28, 54, 10, COLOURS.coral);
      stroke(ctx, 'M-38 10 L38 -66', 10, COLOURS.coral);
    });
  });
}

function call(ctx, t, start) {
  room(ctx, t, { windows: [], wall: '#e8efec', floor: '#d8b98d' });
  plant(ctx, t, 1160, 570, 1.15);
  laptop(ctx, { x: 660, y: 580, scale: 1.2 }, () => {
    box(ctx, -214, -284, 428, 264, '#f3e6d2');
    box(ctx, 60, -268, 120, 110, '#dcecee', 6);
    person(ctx, {
      x: -30,
      y: 60,
      scale: 1.05,
      number: 6,
      right: [2.4 + swing(t, 0.9) * 0.22, 0.3],
      tilt: swing(t, 2.6) * 0.05,
    });
    box(ctx, 110, -96, 92, 64, COLOURS.sea, 8);
    token(ctx, 156, -56, 44, COLOURS.white);
  });
  placed(ctx, { x: 236, y: 640, scale: 2.2 }, () => cup(ctx, t, 0, 0, COLOURS.coral));
  placed(ctx, { x: 1080, y: 250 }, () => {
    disc(ctx, 0, 0, 92, COLOURS.white);
    const share = rise(t, start + 0.6, 2.4) * 0.25;
    shape(
      ctx,
      `M0 0 L0 -80 A80 80 0 0 1 ${Math.sin(share * Math.PI * 2) * 80} ${-Math.cos(share * Math.PI * 2) * 80} Z`,
      COLOURS.sun,
    );
    ring(ctx, 0, 0, 84, 6, COLOURS.navy);
    words(ctx, '15分', 0, 50, { size: 34, weight: 700, align: 'center' });
  });
}
