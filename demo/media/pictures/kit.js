/* global OffscreenCanvas, Path2D */
/** Small drawing words on top of a 2D canvas. Every picture is a pure function of time, so frames can be made in any order. */

export const WIDTH = 1280;
export const HEIGHT = 720;

export const COLOURS = {
  ink: '#16303f',
  navy: '#14384d',
  deep: '#0d2a3b',
  teal: '#2b7f88',
  sea: '#4fa3a8',
  mist: '#cfe4e3',
  foam: '#e9f3f1',
  paper: '#fbf7f0',
  sand: '#f1e6d6',
  wood: '#d9b48a',
  oak: '#b98a5e',
  coral: '#e0735c',
  sun: '#f3c15f',
  white: '#ffffff',
  steel: '#9fb3ba',
  iron: '#5f7a86',
  grey: '#dfe6e6',
};

const FONT = '"Noto Sans CJK JP", sans-serif';

export const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value));
export const mix = (from, to, share) => from + (to - from) * share;
export const easeOut = (x) => 1 - (1 - clamp(x)) ** 3;
export const easeInOut = (x) => {
  const c = clamp(x);
  return c < 0.5 ? 4 * c ** 3 : 1 - (-2 * c + 2) ** 3 / 2;
};
/** From 0 to 1, beginning at `start` and taking `seconds`. */
export const rise = (t, start, seconds = 0.9) => easeOut((t - start) / seconds);
export const glide = (t, start, seconds = 1.2) => easeInOut((t - start) / seconds);
/** Swings between -1 and 1 once in `seconds`. */
export const swing = (t, seconds, shift = 0) => Math.sin((t / seconds + shift) * Math.PI * 2);
/** A number in 0..1 that is always the same for the same seed. */
export const scatter = (seed) => {
  const x = Math.sin(seed * 127.1 + 311.7) * 43758.5453;
  return x - Math.floor(x);
};

/** Draws with its own origin, size, turn and opacity. */
export function placed(ctx, { x = 0, y = 0, scale = 1, turn = 0, alpha = 1 }, draw) {
  if (alpha <= 0.003) return;
  ctx.save();
  ctx.globalAlpha *= alpha;
  ctx.translate(x, y);
  ctx.rotate(turn);
  ctx.scale(scale, scale);
  draw(ctx);
  ctx.restore();
}

const spare = [];

/** Like `placed`, but fades the drawing as one whole, so that what lies behind a part of it does not show through. */
export function layered(ctx, { alpha = 1, ...place }, draw) {
  if (alpha <= 0.003) return;
  if (alpha >= 0.997) return placed(ctx, place, draw);
  const layer = spare.pop() ?? new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  layer.reset();
  layer.setTransform(ctx.getTransform());
  placed(layer, place, draw);
  ctx.save();
  ctx.resetTransform();
  ctx.globalAlpha *= alpha;
  ctx.drawImage(layer.canvas, 0, 0);
  ctx.restore();
  spare.push(layer);
}

/** Uncovers a drawing from a growing circle: how one picture gives way to the next. */
export function uncovered(ctx, share, draw, { x = WIDTH / 2, y = HEIGHT * 0.56 } = {}) {
  if (share <= 0) return;
  ctx.save();
  if (share < 1) {
    ctx.beginPath();
    ctx.arc(x, y, share * 900, 0, Math.PI * 2);
    ctx.clip();
  }
  draw(ctx);
  ctx.restore();
}

export function box(ctx, x, y, width, height, fill, radius = 0) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
  ctx.fillStyle = fill;
  ctx.fill();
}

export function disc(ctx, x, y, radius, fill) {
  ctx.beginPath();
  ctx.arc(x, y, Math.max(0, radius), 0, Math.PI * 2);
  ctx.fillStyle = fill;
  ctx.fill();
}

export function ring(ctx, x, y, radius, width, stroke, from = 0, to = Math.PI * 2) {
  ctx.beginPath();
  ctx.arc(x, y, Math.max(0, radius), from, to);
  ctx.lineWidth = width;
  ctx.strokeStyle = stroke;
  ctx.lineCap = 'round';
  ctx.stroke();
}

export function shape(ctx, path, fill) {
  ctx.fillStyle = fill;
  ctx.fill(new Path2D(path));
}

/** A line with round ends; `share` draws only its first part. */
export function stroke(ctx, path, width, colour, { share = 1, length = 2000, dash } = {}) {
  if (share <= 0) return;
  ctx.save();
  ctx.lineWidth = width;
  ctx.strokeStyle = colour;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  if (dash) ctx.setLineDash(dash);
  else if (share < 1) ctx.setLineDash([length * share, length * 2]);
  ctx.stroke(new Path2D(path));
  ctx.restore();
}

export function words(
  ctx,
  text,
  x,
  y,
  { size = 32, weight = 400, colour = COLOURS.ink, align = 'left', spacing = 0 } = {},
) {
  ctx.font = `${weight} ${size}px ${FONT}`;
  ctx.letterSpacing = `${spacing}px`;
  ctx.textAlign = align;
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

export function card(ctx, x, y, width, height, { fill = COLOURS.white, radius = 22, depth = 1 } = {}) {
  ctx.save();
  ctx.shadowColor = 'rgba(13, 42, 59, 0.16)';
  ctx.shadowBlur = 26 * depth;
  ctx.shadowOffsetY = 10 * depth;
  box(ctx, x, y, width, height, fill, radius);
  ctx.restore();
}

export function sky(ctx, stops) {
  const gradient = ctx.createLinearGradient(0, 0, 0, HEIGHT);
  stops.forEach((colour, index) => gradient.addColorStop(index / (stops.length - 1), colour));
  ctx.fillStyle = gradient;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
}

/** The house's own mark: a quarter of a dial, turning so slowly that one hardly sees it. */
export function dialMotif(ctx, t, { x = 1180, y = 90, radius = 420, colour = 'rgba(43, 127, 136, 0.10)' } = {}) {
  ring(ctx, x, y, radius, 3, colour);
  ring(ctx, x, y, radius * 0.72, 2, colour);
  for (let tick = 0; tick < 72; tick += 1) {
    const angle = (tick / 72) * Math.PI * 2 + t * 0.03;
    const inner = radius * (tick % 6 === 0 ? 0.86 : 0.92);
    ctx.beginPath();
    ctx.moveTo(x + Math.cos(angle) * inner, y + Math.sin(angle) * inner);
    ctx.lineTo(x + Math.cos(angle) * radius * 0.97, y + Math.sin(angle) * radius * 0.97);
    ctx.lineWidth = tick % 6 === 0 ? 5 : 2.5;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
}

export function paper(ctx, t, fill = COLOURS.paper, motif = {}) {
  ctx.fillStyle = fill;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  dialMotif(ctx, t, motif);
}

/** A short title. What it says is in the captions and the text version too. */
export function heading(
  ctx,
  t,
  { ja, en, x = 84, y = 120, size = 50, colour = COLOURS.ink, accent = COLOURS.coral, start = 0.25 },
) {
  const shown = rise(t, start, 0.9);
  placed(ctx, { x, y, alpha: shown }, () => {
    box(ctx, 0, -size - 26, 64 * shown, 6, accent, 3);
    words(ctx, ja, 16 * (1 - shown), 0, { size, weight: 700, colour, spacing: 1 });
    words(ctx, en, 16 * (1 - shown), 36, { size: 20, colour, spacing: 2 });
  });
}
