import { COLOURS, box, disc, layered, placed, shape, stroke } from './kit.js';

const SKINS = ['#f2cfae', '#eec39c', '#f5d7bb', '#e6b48c'];
const HAIRS = ['#2b2622', '#3d2f28', '#4a3a30', '#6b6a6a'];
/** Colleagues with a number from here on are over forty, and some of them are grey. */
const ELDERS = 20;
const TOPS = [COLOURS.teal, COLOURS.navy, COLOURS.coral, '#6f8f5d', COLOURS.iron, '#c79a4b'];

/** One of the colleagues, always looking the same for the same number. */
export function look(number) {
  return {
    skin: SKINS[number % SKINS.length],
    hair: HAIRS[number < ELDERS ? (number * 7) % 3 : (number * 3) % HAIRS.length],
    top: TOPS[number % TOPS.length],
    style: ['short', 'bob', 'tied', 'short', 'long'][number % 5],
  };
}

const HAIR = {
  short:
    'M-31 -252 C-36 -292 -14 -304 4 -302 C28 -302 38 -284 32 -252 C28 -268 20 -276 8 -278 C-8 -276 -22 -274 -31 -252 Z',
  bob: 'M-35 -226 C-44 -296 -18 -306 2 -305 C28 -305 44 -290 35 -226 L24 -226 C29 -256 22 -270 6 -276 C-10 -270 -24 -268 -24 -226 Z',
  tied: 'M-31 -248 C-38 -292 -14 -305 2 -304 C28 -304 38 -286 31 -250 C26 -268 16 -276 4 -278 C-12 -274 -24 -270 -31 -248 Z',
  long: 'M-36 -196 C-46 -296 -18 -307 2 -306 C28 -306 46 -290 36 -196 L23 -200 C29 -256 22 -270 6 -276 C-10 -270 -24 -268 -23 -200 Z',
};

function head(ctx, { skin, hair, style }, tilt) {
  placed(ctx, { x: 0, y: -222, turn: tilt }, () => {
    ctx.translate(0, 222);
    if (style === 'tied') disc(ctx, 0, -308, 14, hair);
    if (style === 'long') shape(ctx, 'M-34 -262 L-36 -190 L36 -190 L34 -262 Z', hair);
    box(ctx, -10, -232, 20, 30, skin, 8);
    box(ctx, -29, -290, 58, 68, skin, 29);
    shape(ctx, HAIR[style] ?? HAIR.short, hair);
    disc(ctx, -10, -253, 2.8, COLOURS.ink);
    disc(ctx, 12, -253, 2.8, COLOURS.ink);
    stroke(ctx, 'M-6 -239 Q1 -233 8 -239', 2.4, '#a8604c');
  });
}

/** An arm from the shoulder. 0 hangs down, positive turns it forward and up. */
function arm(ctx, side, angle, bend, colour, skin) {
  placed(ctx, { x: side * 38, y: -188, turn: -side * angle }, () => {
    stroke(ctx, 'M0 0 L0 44', 24, colour);
    placed(ctx, { x: 0, y: 44, turn: -side * bend }, () => {
      stroke(ctx, 'M0 0 L0 32', 22, colour);
      disc(ctx, 0, 45, 12, skin);
    });
  });
}

/** A standing person of about 300 units; the origin is between the feet. */
export function person(
  ctx,
  {
    x,
    y,
    scale = 1,
    number = 0,
    left = [0.08, 0.1],
    right = [0.08, 0.1],
    tilt = 0,
    step = 0,
    alpha = 1,
    flip = false,
    seated = false,
    as = {},
  },
) {
  const dress = { ...look(number), ...as };
  layered(ctx, { x, y, scale, alpha }, (ctx) => {
    if (flip) ctx.scale(-1, 1);
    if (!seated) {
      stroke(ctx, `M-15 -90 L${-16 - step * 22} -8`, 25, COLOURS.deep);
      stroke(ctx, `M15 -90 L${16 + step * 22} -8`, 25, COLOURS.deep);
      box(ctx, -32 - step * 22, -12, 32, 13, COLOURS.ink, 6);
      box(ctx, 2 + step * 22, -12, 32, 13, COLOURS.ink, 6);
    }
    arm(ctx, -1, left[0], left[1], dress.top, dress.skin);
    shape(
      ctx,
      'M-44 -178 C-44 -206 -22 -212 0 -212 C22 -212 44 -206 44 -178 L42 -84 C42 -78 -42 -78 -42 -84 Z',
      dress.top,
    );
    shape(ctx, 'M-15 -212 L0 -188 L15 -212 Z', COLOURS.white);
    box(ctx, 12, -170, 20, 16, 'rgba(255,255,255,0.28)', 3);
    head(ctx, dress, tilt);
    arm(ctx, 1, right[0], right[1], dress.top, dress.skin);
  });
}

/** Only head and shoulders, in a circle: for counting and for faces in a row. */
export function face(ctx, { x, y, radius, number = 0, back = COLOURS.mist, alpha = 1 }) {
  const dress = look(number);
  placed(ctx, { x, y, scale: radius / 50, alpha }, () => {
    disc(ctx, 0, 0, 50, back);
    ctx.beginPath();
    ctx.arc(0, 0, 50, 0, Math.PI * 2);
    ctx.clip();
    ctx.translate(0, 196);
    ctx.scale(0.8, 0.8);
    ctx.translate(0, -2);
    shape(ctx, 'M-58 -150 C-56 -206 -26 -212 0 -212 C26 -212 56 -206 58 -150 Z', dress.top);
    shape(ctx, 'M-15 -212 L0 -188 L15 -212 Z', COLOURS.white);
    head(ctx, dress, 0);
  });
}

/** The simplest sign for a person, for sums and maps. */
export function token(ctx, x, y, size, colour) {
  disc(ctx, x, y - size * 0.62, size * 0.3, colour);
  shape(
    ctx,
    `M${x - size * 0.45} ${y + size * 0.38} C${x - size * 0.45} ${y - size * 0.4} ${x + size * 0.45} ${y - size * 0.4} ${x + size * 0.45} ${y + size * 0.38} Z`,
    colour,
  );
}
