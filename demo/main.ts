/** What the demo page adds to the tag: it says who the viewer is, and lists the events that reach a page. */
import '../src/index.js';

import { listEvents } from './list-events.js';
import { readViewer } from './read-viewer.js';

const player = document.querySelector('followup-player');
const form = document.querySelector<HTMLFormElement>('form[data-viewer-switch]');
const list = document.querySelector<HTMLElement>('[data-events]');

if (player && form) {
  const passViewer = () => {
    player.viewer = readViewer(form);
  };
  form.addEventListener('change', passViewer);
  passViewer();
}
if (list) listEvents(document, list);
