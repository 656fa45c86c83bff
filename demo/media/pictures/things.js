import { COLOURS, box, card, clamp, disc, mix, placed, ring, shape, stroke, words } from './kit.js';

/** A pressure gauge. `value` is 0 to 1. */
export function gauge(
  ctx,
  { x, y, radius = 100, value = 0.5, alpha = 1, needle = COLOURS.coral, face = COLOURS.white, turn = 0 },
) {
  placed(ctx, { x, y, scale: radius / 100, alpha, turn }, () => {
    box(ctx, -14, 92, 28, 40, COLOURS.iron, 4);
    box(ctx, -22, 104, 44, 14, COLOURS.steel, 4);
    disc(ctx, 0, 0, 104, COLOURS.navy);
    disc(ctx, 0, 0, 94, COLOURS.steel);
    disc(ctx, 0, 0, 88, face);
    ring(ctx, 0, 0, 66, 8, COLOURS.mist, Math.PI * 0.75, Math.PI * 2.25);
    ring(ctx, 0, 0, 66, 8, COLOURS.sea, Math.PI * 0.75, Math.PI * mix(0.75, 2.25, clamp(value, 0.01, 1)));
    for (let tick = 0; tick <= 20; tick += 1) {
      const angle = Math.PI * (0.75 + (tick / 20) * 1.5);
      const inner = tick % 5 === 0 ? 70 : 75;
      stroke(
        ctx,
        `M${Math.cos(angle) * inner} ${Math.sin(angle) * inner} L${Math.cos(angle) * 82} ${Math.sin(angle) * 82}`,
        tick % 5 === 0 ? 3.5 : 1.6,
        COLOURS.ink,
      );
    }
    placed(ctx, { turn: Math.PI * (0.75 + value * 1.5) }, () =>
      shape(ctx, 'M-20 -4 L64 -1.6 L64 1.6 L-20 4 Z', needle),
    );
    disc(ctx, 0, 0, 10, COLOURS.navy);
    words(ctx, 'MPa', 0, 52, { size: 14, align: 'center', colour: COLOURS.iron });
  });
}

export function clock(ctx, { x, y, radius = 60, hour, alpha = 1, back = COLOURS.white }) {
  placed(ctx, { x, y, scale: radius / 60, alpha }, () => {
    disc(ctx, 0, 0, 60, COLOURS.navy);
    disc(ctx, 0, 0, 53, back);
    for (let tick = 0; tick < 12; tick += 1)
      placed(ctx, { turn: (tick / 12) * Math.PI * 2 }, () => box(ctx, -1.5, -48, 3, 8, COLOURS.iron, 1));
    placed(ctx, { turn: (hour / 12) * Math.PI * 2 }, () => box(ctx, -3, -28, 6, 32, COLOURS.ink, 3));
    placed(ctx, { turn: (hour % 1) * Math.PI * 2 }, () => box(ctx, -2, -42, 4, 46, COLOURS.coral, 2));
    disc(ctx, 0, 0, 5, COLOURS.ink);
  });
}

export function bubble(
  ctx,
  { x, y, width = 150, height = 84, tail = -1, fill = COLOURS.white, alpha = 1, scale = 1 },
  inside,
) {
  placed(ctx, { x, y, scale, alpha }, () => {
    card(ctx, -width / 2, -height, width, height, { fill, radius: 24, depth: 0.5 });
    shape(ctx, `M${tail * 20 - 12} -4 L${tail * 44} 24 L${tail * 20 + 14} -4 Z`, fill);
    ctx.translate(0, -height / 2);
    inside?.(ctx);
  });
}

/** Three dots that come and go: somebody is speaking. */
export function dots(ctx, t, colour = COLOURS.teal) {
  for (let dot = -1; dot <= 1; dot += 1) disc(ctx, dot * 30, Math.sin(t * 4 - dot) * 4, 9, colour);
}

/** Lines that stand for writing. */
export function writing(ctx, x, y, width, rows, { gap = 26, share = 1, colour = COLOURS.steel } = {}) {
  for (let row = 0; row < rows; row += 1) {
    const part = clamp(share * rows - row);
    const length = width * (row === rows - 1 ? 0.62 : 1 - (row % 3) * 0.07);
    if (part > 0) box(ctx, x, y + row * gap, length * part, 9, colour, 4.5);
  }
}

export function sheet(
  ctx,
  { x, y, width = 220, height = 290, rows = 7, share = 1, turn = 0, alpha = 1, mark = COLOURS.teal },
) {
  placed(ctx, { x, y, turn, alpha }, () => {
    card(ctx, 0, 0, width, height, { radius: 10, depth: 0.7 });
    box(ctx, 26, 30, width * 0.42, 14, mark, 7);
    writing(ctx, 26, 68, width - 52, rows, { share });
  });
}

export function envelope(ctx, { x, y, scale = 1, alpha = 1, turn = 0 }) {
  placed(ctx, { x, y, scale, alpha, turn }, () => {
    card(ctx, -60, -40, 120, 80, { radius: 8, depth: 0.5 });
    stroke(ctx, 'M-54 -34 L0 10 L54 -34', 5, COLOURS.sea);
    disc(ctx, 0, 8, 9, COLOURS.coral);
  });
}

export function laptop(ctx, { x, y, scale = 1, alpha = 1 }, screen) {
  placed(ctx, { x, y, scale, alpha }, () => {
    box(ctx, -230, -300, 460, 296, COLOURS.deep, 18);
    ctx.save();
    ctx.beginPath();
    ctx.roundRect(-214, -284, 428, 264, 8);
    ctx.clip();
    box(ctx, -214, -284, 428, 264, COLOURS.foam);
    screen?.(ctx);
    ctx.restore();
    shape(ctx, 'M-286 -4 L286 -4 L270 18 C268 22 -268 22 -270 18 Z', COLOURS.steel);
    box(ctx, -50, -4, 100, 8, COLOURS.iron, 4);
  });
}

export function tick(ctx, { x, y, radius = 22, share = 1, colour = COLOURS.teal }) {
  if (share <= 0) return;
  disc(ctx, x, y, radius * share, colour);
  placed(ctx, { x, y, scale: radius / 22, alpha: share }, () => stroke(ctx, 'M-9 1 L-3 8 L10 -7', 5, COLOURS.white));
}

export function table(ctx, { x, y, width = 420, height = 16, legs = 110, fill = COLOURS.wood }) {
  box(ctx, x - width / 2 + 24, y, 14, legs, COLOURS.oak, 4);
  box(ctx, x + width / 2 - 38, y, 14, legs, COLOURS.oak, 4);
  box(ctx, x - width / 2, y - height, width, height + 6, fill, 6);
}

export function cup(ctx, t, x, y, colour = COLOURS.coral) {
  box(ctx, x - 15, y - 30, 30, 30, colour, 6);
  ring(ctx, x + 16, y - 17, 8, 4, colour, -1.4, 1.4);
  for (let puff = 0; puff < 2; puff += 1) {
    const age = (t * 0.45 + puff * 0.5) % 1;
    placed(ctx, { alpha: Math.sin(age * Math.PI) * 0.45 }, () =>
      stroke(ctx, `M${x - 5 + puff * 10} ${y - 36 - age * 26} q6 -8 0 -16`, 4, COLOURS.steel),
    );
  }
}

export function plant(ctx, t, x, y, scale = 1) {
  placed(ctx, { x, y, scale }, () => {
    for (let leaf = -2; leaf <= 2; leaf += 1) {
      placed(ctx, { y: -44, turn: leaf * 0.36 + Math.sin(t * 0.9 + leaf) * 0.025 }, () =>
        shape(ctx, 'M0 0 C-26 -40 -18 -84 0 -108 C18 -84 26 -40 0 0 Z', leaf % 2 ? '#5f9a7c' : '#7bb08f'),
      );
    }
    shape(ctx, 'M-34 -52 L34 -52 L26 0 L-26 0 Z', COLOURS.coral);
  });
}
