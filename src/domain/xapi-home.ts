/** Tells whether statements can be named under it: a web address, and nothing after its path. */
export function isWebAddress(text: string): boolean {
  return text.length <= 300 && /^https?:\/\/[^\s/?#"<>\\^`{|}@]+(?:\/[^\s?#"<>\\^`{|}]*)?$/.test(text);
}
