import type { PageViewer } from '../src/runtime/player-session.js';

/** Reads the demo's "logged in as" switch. A real site knows its viewer from its own log-in. */
export function readViewer(form: HTMLFormElement): PageViewer {
  const chosen = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
  const person = chosen('person');
  const jobType = chosen('jobType')?.value;
  return {
    ...(person?.value ? { name: person.value } : {}),
    ...(person?.dataset.reference ? { reference: person.dataset.reference } : {}),
    attributes: jobType ? { jobType } : {},
  };
}
