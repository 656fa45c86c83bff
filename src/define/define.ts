/** Registers a tag once: two copies of the script on one page must not stop each other. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
