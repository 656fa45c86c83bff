import { COLOURS, HEIGHT, WIDTH, box, disc, mix, placed, scatter, shape, sky, stroke } from './kit.js';

function hills(ctx, colour, base, height, shift) {
  let path = `M0 ${HEIGHT}`;
  for (let x = 0; x <= WIDTH; x += 40)
    path += ` L${x} ${base - Math.sin(x / 190 + shift) * height - Math.sin(x / 83 + shift * 2) * height * 0.3}`;
  shape(ctx, `${path} L${WIDTH} ${HEIGHT} Z`, colour);
}

function wave(ctx, t, base, colour, speed, size) {
  let path = `M-10 ${HEIGHT + 10}`;
  for (let x = -10; x <= WIDTH + 20; x += 20)
    path += ` L${x} ${base + Math.sin(x / 96 + t * speed) * size + Math.sin(x / 41 - t * speed * 0.7) * size * 0.35}`;
  shape(ctx, `${path} L${WIDTH + 20} ${HEIGHT + 10} Z`, colour);
}

/** The company's building: saw-tooth roof, an office wing, a chimney without smoke. */
export function factory(ctx, { x, y, scale = 1, lit = 0, wall = COLOURS.white }) {
  placed(ctx, { x, y, scale }, () => {
    for (let bay = 0; bay < 4; bay += 1)
      shape(ctx, `M${bay * 70} -96 L${bay * 70} -150 L${bay * 70 + 70} -96 Z`, COLOURS.teal);
    box(ctx, 0, -98, 280, 98, wall, 2);
    box(ctx, 280, -130, 120, 130, COLOURS.sand, 2);
    box(ctx, 276, -138, 128, 12, COLOURS.navy, 3);
    for (let bay = 0; bay < 5; bay += 1) box(ctx, 18 + bay * 52, -72, 34, 30, lit ? COLOURS.sun : COLOURS.mist, 3);
    for (let row = 0; row < 2; row += 1)
      for (let bay = 0; bay < 3; bay += 1)
        box(ctx, 294 + bay * 34, -114 + row * 42, 24, 26, lit ? COLOURS.sun : COLOURS.mist, 3);
    box(ctx, 324, -34, 34, 34, COLOURS.navy, 3);
    box(ctx, 22, -34, 60, 34, COLOURS.iron, 3);
  });
}

/** The bay of the town in the morning; `sun` is 0 below the horizon and 1 well up. */
export function bay(ctx, t, { sun = 1, calm = 1 } = {}) {
  sky(ctx, ['#f8d9b0', '#fbead0', '#e8f1ec', '#cfe6e6']);
  const height = mix(430, 190, sun);
  disc(ctx, 930, height, 128, 'rgba(255, 244, 214, 0.55)');
  disc(ctx, 930, height, 84, '#fff3cf');
  for (let cloud = 0; cloud < 3; cloud += 1) {
    const x = ((cloud * 480 + t * 9) % (WIDTH + 320)) - 160;
    placed(ctx, { x, y: 226 + cloud * 44, alpha: 0.6 }, () => {
      box(ctx, -90, -14, 180, 28, COLOURS.white, 14);
      box(ctx, -40, -36, 100, 40, COLOURS.white, 20);
    });
  }
  hills(ctx, '#b9d5cf', 400, 34, 0.4);
  hills(ctx, '#8fbcb4', 436, 26, 2.2);
  wave(ctx, t, 458, '#7fbcbd', 0.5, 4 * calm);
  for (let glint = 0; glint < 14; glint += 1) {
    const shine = Math.sin(t * 1.6 + glint * 2.1) * 0.5 + 0.5;
    placed(ctx, { alpha: 0.25 + shine * 0.5 }, () =>
      box(ctx, 830 + scatter(glint) * 210, 472 + glint * 9, 26 + scatter(glint + 9) * 40, 4, '#fff3cf', 2),
    );
  }
  wave(ctx, t, 520, '#5aa5aa', 0.8, 6 * calm);
}

/** Front water, drawn over whatever swims. */
export function frontSea(ctx, t) {
  wave(ctx, t, 600, '#3b8c93', 1.1, 8);
  wave(ctx, t + 3, 662, '#2b7079', 1.4, 8);
}

export function gulls(ctx, t, x = 500, y = 220) {
  for (let bird = 0; bird < 3; bird += 1) {
    const flap = Math.sin(t * 5 + bird * 1.7) * 9;
    placed(
      ctx,
      { x: x + t * 22 + bird * 58, y: y + Math.sin(t + bird) * 10 - bird * 26, scale: 0.9 - bird * 0.14 },
      () =>
        stroke(ctx, `M-26 ${-flap} Q-10 ${-8 - flap * 0.4} 0 2 Q10 ${-8 - flap * 0.4} 26 ${-flap}`, 5, COLOURS.iron),
    );
  }
}

export function ship(ctx, t, x, y, scale = 1) {
  placed(ctx, { x, y: y + Math.sin(t * 1.3) * 4, scale, turn: Math.sin(t * 0.9) * 0.012 }, () => {
    box(ctx, -70, -92, 120, 52, COLOURS.white, 8);
    for (let port = 0; port < 4; port += 1) disc(ctx, -50 + port * 28, -66, 8, COLOURS.sea);
    box(ctx, -8, -132, 34, 44, COLOURS.coral, 4);
    shape(ctx, 'M-150 -44 L150 -44 L118 14 L-128 14 Z', COLOURS.navy);
    box(ctx, -142, -34, 280, 7, COLOURS.coral);
  });
}

/** A bright room: wall, windows to the bay, floor. Evening darkens the panes. */
export function room(
  ctx,
  t,
  { wall = '#f3ede2', floor = '#dcc6a6', windows = [640, 860, 1080], evening = 0, top = 96 } = {},
) {
  box(ctx, 0, 0, WIDTH, HEIGHT, wall);
  for (const x of windows) {
    box(ctx, x - 92, top, 184, 226, COLOURS.white, 8);
    ctx.save();
    ctx.beginPath();
    ctx.roundRect(x - 82, top + 10, 164, 206, 4);
    ctx.clip();
    box(ctx, x - 82, top + 10, 164, 206, '#dcecee');
    box(ctx, x - 82, top + 138, 164, 90, '#93c3c4');
    shape(
      ctx,
      `M${x - 82} ${top + 140} q40 -34 90 -12 t80 10 L${x + 90} ${top + 150} L${x - 82} ${top + 150} Z`,
      '#a9cbc2',
    );
    placed(ctx, { x: x - 110 + ((t * 6 + x) % 220), y: top + 56, alpha: 0.9 }, () =>
      box(ctx, -34, -8, 68, 16, COLOURS.white, 8),
    );
    if (evening > 0) placed(ctx, { alpha: evening * 0.82 }, () => box(ctx, x - 82, top + 10, 164, 206, '#e58f62'));
    ctx.restore();
    box(ctx, x - 4, top + 4, 8, 218, COLOURS.white);
    box(ctx, x - 102, top + 222, 204, 12, COLOURS.wood, 4);
  }
  box(ctx, 0, 560, WIDTH, 160, floor);
  box(ctx, 0, 552, WIDTH, 12, 'rgba(120, 84, 50, 0.18)');
  if (evening > 0) placed(ctx, { alpha: evening * 0.16 }, () => box(ctx, 0, 0, WIDTH, HEIGHT, '#e06a3c'));
}

/** Hanging lamps that hardly move. */
export function lamps(ctx, t, places) {
  for (const x of places) {
    placed(ctx, { x, y: 0, turn: Math.sin(t * 0.8 + x) * 0.012 }, () => {
      box(ctx, -2, 0, 4, 66, COLOURS.iron);
      shape(ctx, 'M-46 92 C-40 58 40 58 46 92 Z', COLOURS.navy);
      box(ctx, -24, 90, 48, 7, COLOURS.sun, 3);
    });
  }
}

/** A lathe-like machine with a turning chuck. */
export function machine(ctx, t, x, y, scale = 1) {
  placed(ctx, { x, y, scale }, () => {
    box(ctx, -186, -4, 372, 16, 'rgba(13, 42, 59, 0.12)', 8);
    for (const foot of [-150, 116]) box(ctx, foot, -8, 34, 14, COLOURS.ink, 3);
    box(ctx, -170, -150, 340, 146, COLOURS.teal, 14);
    box(ctx, -170, -150, 340, 26, COLOURS.navy, 10);
    box(ctx, -138, -104, 170, 74, COLOURS.foam, 8);
    placed(ctx, { x: -90, y: -67, turn: t * 5 }, () => {
      disc(ctx, 0, 0, 26, COLOURS.steel);
      for (let jaw = 0; jaw < 3; jaw += 1)
        placed(ctx, { turn: (jaw / 3) * Math.PI * 2 }, () => box(ctx, -5, -24, 10, 16, COLOURS.iron, 2));
    });
    box(ctx, -66, -73, 74, 12, COLOURS.sun, 4);
    box(ctx, 4 + Math.sin(t * 1.4) * 8, -84, 18, 34, COLOURS.iron, 3);
    box(ctx, 58, -112, 90, 56, COLOURS.deep, 8);
    stroke(
      ctx,
      `M68 -84 ${Array.from({ length: 8 }, (_, i) => `L${68 + i * 10} ${-84 - Math.sin(t * 3 + i) * 12}`).join(' ')}`,
      3,
      '#7fd0c6',
    );
    disc(ctx, 76, -34, 9, COLOURS.coral);
    disc(ctx, 104, -34, 9, COLOURS.sun);
  });
}

/** Blossom petals in a light wind. */
export function petals(ctx, t, count = 26) {
  for (let petal = 0; petal < count; petal += 1) {
    const age = (t * (0.05 + scatter(petal) * 0.05) + scatter(petal + 50)) % 1;
    const x = scatter(petal + 20) * 1500 - 100 - age * 220 + Math.sin(t + petal) * 20;
    placed(
      ctx,
      {
        x,
        y: age * 800 - 40,
        turn: t * (0.5 + scatter(petal)) + petal,
        alpha: 0.85,
        scale: 0.7 + scatter(petal + 3) * 0.6,
      },
      () => shape(ctx, 'M0 -10 C9 -8 9 8 0 10 C-9 8 -9 -8 0 -10 Z', petal % 3 ? '#f6c6cb' : '#fbdfe1'),
    );
  }
}
