import type { Decorator } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

/**
 * Stands in for the page around an element: it sets language and colours the way a site does, and nothing else.
 * Elements follow it by inheritance, so no story has to pass these on.
 */
export const stage: Decorator = (story, { globals, viewMode }) => {
  const { locale, theme } = globals as { locale: string; theme: string };
  if (viewMode === 'story') document.documentElement.lang = locale;
  return html`
    <div class="story-stage" lang=${locale} data-theme=${theme} data-view=${viewMode}>${story() as TemplateResult}</div>
  `;
};
