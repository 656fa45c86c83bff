import { html, type TemplateResult } from 'lit';

/**
 * Draws a share as a bar. The number beside it says the same, so screen readers skip it. SVG and not a background:
 * printers leave backgrounds out, and a strict CSP refuses the style attribute that would set a width.
 */
export function renderBar(
  part: number,
  whole: number,
  kind: 'interest' | 'anxiety' | 'answer' | 'declined',
): TemplateResult {
  const percent = whole > 0 ? Math.min(100, (part * 100) / whole) : 0;
  return html`
    <svg class="bar ${kind}" width="100%" height="10" aria-hidden="true" focusable="false">
      <rect class="track" width="100%" height="10" rx="5"></rect>
      <rect class="fill" width="${percent}%" height="10" rx="5"></rect>
    </svg>
  `;
}
