import { html, type TemplateResult } from 'lit';

import { icons } from './icons.js';

/** The head of a panel that can be closed: its title, which takes the focus, and the button that closes. */
export function renderPanelHead(title: string, closeLabel: string, close: () => void): TemplateResult {
  return html`
    <header>
      <h2 id="title" tabindex="-1" data-focus>${title}</h2>
      <button type="button" class="quiet close" part="close-button" aria-label=${closeLabel} @click=${close}>
        ${icons.close}
      </button>
    </header>
  `;
}
