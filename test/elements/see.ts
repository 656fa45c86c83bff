import { sendMouse } from '@web/test-runner-commands';

/** Finds elements in a part of the page, through shadow roots and slots, in the order of the document. */
export function findAll<Found extends Element = HTMLElement>(root: Element, selector: string): Found[] {
  return [...(root.shadowRoot?.children ?? []), ...root.children].flatMap((child) => [
    ...(child.matches(selector) ? [child as Found] : []),
    ...findAll<Found>(child, selector),
  ]);
}

/** Finds the first of them that is drawn. */
export function findOne<Found extends Element = HTMLElement>(root: Element, selector: string): Found {
  const found = findAll<Found>(root, selector).find((one) => one.checkVisibility());
  if (!found) throw new Error(`Nothing that is seen matches "${selector}".`);
  return found;
}

/** Finds what can be pressed by what it is called. */
export function named(root: Element, name: string): HTMLElement {
  const found = findAll(root, 'button, a, input, select, textarea, label').find(
    (one) => one.checkVisibility() && nameOf(one).includes(name),
  );
  if (!found) throw new Error(`Nothing that can be pressed is called "${name}".`);
  return found;
}

export function isThere(root: Element, name: string): boolean {
  return findAll(root, 'button, a, input, select, textarea').some(
    (one) => one.checkVisibility() && nameOf(one).includes(name),
  );
}

const nameOf = (one: HTMLElement): string => one.getAttribute('aria-label') ?? one.textContent ?? '';

/** All words that are drawn. */
export function read(root: Node): string {
  return words(root).join(' ').replace(/\s+/g, ' ').trim();
}

function words(node: Node): string[] {
  if (node instanceof Text) return [node.data];
  if (node instanceof Element && (node.localName === 'style' || !node.checkVisibility())) return [];
  const roots = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
  if (node instanceof HTMLSlotElement) return node.assignedNodes().flatMap(words);
  return (roots.length ? roots : [node]).flatMap((root) => [...root.childNodes].flatMap(words));
}

/** What has the focus, however deep. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** What the focus is called: a plain value to assert on. */
export function focusedName(): string {
  const active = focused();
  return active instanceof HTMLElement ? nameOf(active).replace(/\s+/g, ' ').trim() : '';
}

/** Clicks as a mouse does, in the middle. */
export async function click(target: Element): Promise<void> {
  target.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
}

/** Waits until everything that was asked for is drawn. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** What sticks out of a box at its sides, by tag and class: nothing, where all is well. */
export function overflowing(box: Element): string[] {
  const { left, right } = box.getBoundingClientRect();
  return findAll(box, '*')
    .filter((one) => one.checkVisibility() && !one.closest('svg, .visually-hidden') && one.clientWidth > 0)
    .filter((one) => {
      const rect = one.getBoundingClientRect();
      return rect.right > right + 1 || rect.left < left - 1;
    })
    .map((one) => `${one.localName}.${one.className}`);
}
