import { svg, html, type TemplateResult } from 'lit';

/** Draws an icon on a 24-unit field in the colour of the text around it. The words beside it say what it does. */
const icon = (shape: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    ${shape}
  </svg>`;

const line = (d: string) =>
  icon(
    svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" />`,
  );
const solid = (d: string) => icon(svg`<path d=${d} fill="currentColor" />`);

export const icons = {
  play: solid('M8 5.2c0-.8.9-1.3 1.6-.9l9.9 6.1c.7.4.7 1.4 0 1.8l-9.9 6.1c-.7.4-1.6-.1-1.6-.9z'),
  pause: solid(
    'M7.5 5h2c.6 0 1 .4 1 1v12c0 .6-.4 1-1 1h-2c-.6 0-1-.4-1-1V6c0-.6.4-1 1-1zm7 0h2c.6 0 1 .4 1 1v12c0 .6-.4 1-1 1h-2c-.6 0-1-.4-1-1V6c0-.6.4-1 1-1z',
  ),
  sound: line('M4.5 9.5v5h3l4.5 4v-13l-4.5 4zM15.5 9.2a4 4 0 0 1 0 5.6M18 6.7a7.5 7.5 0 0 1 0 10.6'),
  silence: line('M4.5 9.5v5h3l4.5 4v-13l-4.5 4zM16 9.5l5 5m0-5l-5 5'),
  captions: line(
    'M5.5 5.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM7 14.5h4M13.5 14.5H17M7 11h2M11.5 11H17',
  ),
  audio: line(
    'M5.5 5h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H12l-4.5 3.5V17h-2a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM8.5 10v2M12 8.5v5M15.5 10v2',
  ),
  speed: line('M5.6 18.4a9 9 0 1 1 12.8 0M12 13l3.5-4'),
  record: line(
    'M7 4.5h7l4.5 4.5v9a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 18V6A1.5 1.5 0 0 1 7 4.5zM13.5 4.5V9.5h5M9 13h6M9 16h4',
  ),
  expand: line('M9 4.5H4.5V9M15 4.5h4.5V9M9 19.5H4.5V15M15 19.5h4.5V15'),
  shrink: line('M4.5 9H9V4.5M19.5 9H15V4.5M4.5 15H9v4.5M19.5 15H15v4.5'),
  more: solid(
    'M5 10.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zm7 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zm7 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z',
  ),
  replay: line('M5 5v4.5h4.5M5.4 9.3a7.5 7.5 0 1 1-.9 4.2'),
  back: line('M10 6l-6 6 6 6M4.5 12H20'),
  text: line('M5 6.5h14M5 10.5h14M5 14.5h14M5 18.5h8'),
  video: line('M5.5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM15.5 11l5-3v8l-5-3'),
  way: line(
    'M6 4.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM18 16.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM8 6h6.5a3 3 0 0 1 0 6h-5a3 3 0 0 0 0 6H16',
  ),
  ask: line(
    'M5.5 5h13a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H12l-4.5 3.5V17h-2a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM8 9.5h8M8 12.7h5',
  ),
  close: line('M6.5 6.5l11 11m0-11l-11 11'),
  check: line('M5 12.5l4.5 4.5L19 7.5'),
  outside: line('M14 5h5v5M19 5l-8 8M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4'),
} as const;
