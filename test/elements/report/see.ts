/** Finds elements in a part of the page, shadow roots included, in the order in which they are read. */
export function findAll<Found extends Element = HTMLElement>(root: Element, selector: string): Found[] {
  const own = root.shadowRoot ?? root;
  return [...own.children].flatMap((child) => [
    ...(child.matches(selector) ? [child as Found] : []),
    ...findAll<Found>(child, selector),
  ]);
}

/** Finds the first of them. A test that looks for what is not there fails with the selector. */
export function findOne<Found extends Element = HTMLElement>(root: Element, selector: string): Found {
  const [found] = findAll<Found>(root, selector);
  if (!found) throw new Error(`Nothing matches "${selector}".`);
  return found;
}

/** Reads all words of a part of the page, shadow roots included, with single spaces between them. */
export function readAll(root: Node): string {
  return collectWords(root).join(' ').replace(/\s+/g, ' ').trim();
}

function collectWords(node: Node): string[] {
  if (node instanceof Text) return [node.data.trim()].filter((word) => word !== '');
  if (node instanceof Element && (node.localName === 'style' || node.localName === 'option')) return [];
  const root = node instanceof Element ? (node.shadowRoot ?? node) : node;
  return [...root.childNodes].flatMap(collectWords);
}
