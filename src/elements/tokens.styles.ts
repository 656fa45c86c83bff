import { css } from 'lit';

/**
 * The design tokens of every element. Pages set `--followup-…`; our style sheets read only the private `--_…`.
 * `light-dark()` resolves where it is used, so an element inside another follows the outer one's `color-scheme`
 * and never decides for itself.
 */
export const tokens = css`
  :host {
    --_accent: var(--followup-accent, light-dark(#0b6a62, #74d0c4));
    --_on-accent: var(--followup-on-accent, light-dark(#ffffff, #04211d));
    --_surface: var(--followup-surface, light-dark(#ffffff, #15181b));
    --_surface-muted: var(--followup-surface-muted, light-dark(#f6f4f0, #1f2428));
    --_text: var(--followup-text, light-dark(#22262b, #eceae6));
    --_text-muted: var(--followup-text-muted, light-dark(#59616a, #abb2b9));
    --_border: var(--followup-border, light-dark(#e0dcd4, #363c42));
    --_control-border: var(--followup-control-border, light-dark(#86837c, #808890));
    --_danger: var(--followup-danger, light-dark(#9b2c1f, #f3a89c));
    --_focus: var(--followup-focus, light-dark(#1d4fa8, #a9c8ff));
    --_radius: var(--followup-radius, 12px);
    --_gap: var(--followup-gap, 1em);
    --_font: var(
      --followup-font,
      -apple-system,
      BlinkMacSystemFont,
      'Segoe UI',
      'Hiragino Sans',
      'Noto Sans JP',
      'Noto Sans CJK JP',
      Meiryo,
      system-ui,
      sans-serif
    );
  }
`;

/**
 * For the elements that stand directly in a page: undoes what a page's own styles would hand down
 * (line height, letter spacing, alignment …), and picks light or dark by the `appearance` attribute.
 * Without one it follows the page's `color-scheme`: a page that is light only gets no dark element in it,
 * and one that says `light dark` gets what the viewer prefers.
 */
export const root = css`
  :host {
    all: initial;
    color-scheme: inherit;
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font: 400 1rem / 1.7 var(--_font);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }

  :host([appearance='light']) {
    color-scheme: light;
  }

  :host([appearance='dark']) {
    color-scheme: dark;
  }

  :host([hidden]) {
    display: none;
  }
`;
