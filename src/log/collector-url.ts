/** `/collector`, `/collector/` and `https://…/collector?key=…` all lead to what lies below it. */
export function collectorUrl(
  collector: string,
  path: 'reactions' | 'withdrawals',
  base: string = document.baseURI,
): string {
  const url = new URL(collector, base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url.href;
}
