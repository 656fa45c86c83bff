const EVENTS = [
  'followup-ready',
  'followup-notice',
  'followup-scene',
  'followup-question',
  'followup-answer',
  'followup-back',
  'followup-replay',
  'followup-ask',
  'followup-end',
  'followup-error',
] as const satisfies readonly (keyof HTMLElementEventMap)[];
const SHOWN = 50;

/** Shows the player's events in a list, the newest first. They stay on this page and go nowhere. */
export function listEvents(from: Document, list: HTMLElement): void {
  for (const type of EVENTS) {
    from.addEventListener(type, (event) => {
      list.prepend(lineOf(event));
      while (list.children.length > SHOWN) list.lastElementChild?.remove();
    });
  }
}

function lineOf(event: Event): HTMLElement {
  const line = document.createElement('li');
  const name = document.createElement('b');
  name.textContent = event.type;
  line.append(name, ` ${describe(event)}`);
  return line;
}

/** The event's own fields. What every DOM event has besides would only hide them. */
function describe(event: Event): string {
  const own = Object.entries(event).filter(([key]) => key !== 'isTrusted');
  return JSON.stringify(Object.fromEntries(own), (_key, value: unknown) =>
    value instanceof Error ? value.message : value,
  );
}
